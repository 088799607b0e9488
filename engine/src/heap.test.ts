import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canBeginAgain } from './heap.ts';

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

describe.runIf(canBeginAgain)('where a process can begin again', () => {
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

  test('a limit that the environment names is left to it', async () => {
    const { flags } = await begin([], [], '--max-semi-space-size=64');
    expect(flags).toEqual(['--heap-growing-percent=50']);
  });

  test('a process that is debugged stays the one that it is', async () => {
    expect((await begin(['--inspect=0'], [])).flags).toEqual(['--inspect=0']);
  });
});

/** `child`: the number of the process as it was started, `said`: as it says itself once it runs. */
async function begin(flags: readonly string[], words: readonly string[], options = '') {
  const child = spawn(process.execPath, [...flags, join(folder, 'main.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, NODE_OPTIONS: options },
  });
  const output = await text(child.stdout);
  const { pid, ...rest } = JSON.parse(output) as { pid: number; words: string[]; flags: string[] };
  return { child: child.pid, said: pid, ...rest };
}
