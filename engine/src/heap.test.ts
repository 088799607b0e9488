import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trellis heap '));
  const heap = JSON.stringify(new URL('heap.ts', import.meta.url).href);
  writeFileSync(
    join(folder, 'main.mjs'),
    `import { beginWithHeap } from ${heap};
    beginWithHeap();
    console.log(JSON.stringify({ pid: process.pid, words: process.argv.slice(2), flags: process.execArgv }));`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!process.execve)('where a process can begin again', () => {
  test('a process begins again with the limits of its heap: as itself, with the same words', async () => {
    const { child, flags, words, said } = await begin([], ['--port', 'two words']);
    expect(flags).toEqual(['--max-semi-space-size=16', '--heap-growing-percent=50']);
    expect(words).toEqual(['--port', 'two words']);
    expect(said).toBe(child);
  });

  test('limits that somebody has asked for themselves stand last, where they prevail', async () => {
    const { flags } = await begin(['--max-semi-space-size=64'], []);
    expect(flags).toEqual(['--max-semi-space-size=16', '--heap-growing-percent=50', '--max-semi-space-size=64']);
  });
});

/** `child`: the number of the process as it was started, `said`: as it says itself once it runs. */
async function begin(flags: readonly string[], words: readonly string[]) {
  const child = spawn(process.execPath, [...flags, join(folder, 'main.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output = await text(child.stdout);
  const { pid, ...rest } = JSON.parse(output) as { pid: number; words: string[]; flags: string[] };
  return { child: child.pid, said: pid, ...rest };
}
