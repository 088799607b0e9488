import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuilt, stampOf } from './built.mjs';

let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trellis build '));
  write('designer/package.json', '{ "scripts": { "build": "vite build" } }');
  write('packages/ui/src/theme.ts', 'export {};');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a changed, added or removed source changes the stamp', () => {
  const first = stampOf(root);
  write('packages/ui/src/theme.ts', 'export { };');
  const changed = stampOf(root);
  write('packages/ui/src/layout.ts', '');
  const added = stampOf(root);
  rmSync(join(root, 'packages/ui/src/layout.ts'));
  expect(new Set([first, changed, added]).size).toBe(3);
  expect(stampOf(root)).toBe(changed);
});

test('tests and results of builds do not change the stamp', () => {
  const before = stampOf(root);
  write('packages/ui/src/theme.test.ts', '');
  write('designer/dist/index.html', '');
  write('packages/ui/node_modules/x.js', '');
  expect(stampOf(root)).toBe(before);
});

test('screens whose result was removed are not built', () => {
  expect(isBuilt(root)).toBe(false);
  write('designer/dist/index.html', '');
  expect(isBuilt(root)).toBe(true);
});

function write(path, text) {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}
