#!/usr/bin/env node
// The command `trellis`. Plain JavaScript, so that a Node too old for the rest is told so in a sentence.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`trellis runs on Node 22.18 or newer; this is ${process.versions.node}. See https://nodejs.org.`);
  process.exit(1);
}

// Most of the time that a command takes is reading TypeScript; `npm start` keeps its results in the same folder.
module.enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/trellis/compile', import.meta.url)));
await import('../src/main.ts');
