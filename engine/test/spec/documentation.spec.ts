// docs/integrators.md holds: its commands are run in order against the example that it names, and answer as it says.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { execFile, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFolder } from '@trellis/metadata/read-folder';
import { workspace } from '@trellis/testing/workspace';
import type { WorkspaceClient } from '@trellis/testing/workspace-client';
import { administrator } from '@trellis/testing/workspace-database';
import { expect, onTestFinished, test } from 'vitest';
import { jobHandlers } from '../../src/jobs/handlers.ts';
import { runJobs } from '../../src/jobs/run-jobs.ts';

const docs = fileURLToPath(new URL('../../../docs', import.meta.url));
const hasTools = ['bash', 'curl'].every((tool) => spawnSync(tool, ['--version']).status === 0);

interface Step {
  readonly commands: string;
  /** What the page prints below the commands; null where it prints nothing. */
  readonly answer: { readonly kind: string; readonly text: string } | null;
}

test.skipIf(!hasTools)('every command for integrators answers as the page says', { timeout: 60_000 }, async () => {
  const { items } = await readFolder(join(docs, 'library'));
  await using library = await workspace({ items });
  await addSampleData(library.admin);
  const stopJobs = runJobs(library.engine, jobHandlers);
  const steps = stepsOf(readFileSync(join(docs, 'integrators.md'), 'utf8'));
  expect(steps.length).toBeGreaterThan(15);
  const outputs = await run(steps, library.url).finally(stopJobs);
  for (const [index, { commands, answer }] of steps.entries()) {
    if (answer === null) continue;
    const shown = read(answer.kind, outputs[index] ?? 'null');
    expect({ commands, shown: likeness(read(answer.kind, answer.text), shown) }).toEqual({ commands, shown });
  }
});

/** What a first start loads; the page reads it. */
async function addSampleData({ create }: WorkspaceClient): Promise<void> {
  const woolf = await create('author', { name: 'Virginia Woolf', born: '1882-01-25' });
  const xiao = await create('author', { name: '萧红', born: '1911-06-01' });
  const copies = [{ shelf: 'A1' }, { shelf: 'A2' }];
  await create('book', { title: 'To the Lighthouse', author: woolf.id, published: '1927-05-05', price: 12.5, copies });
  await create('book', { title: '呼兰河传', author: xiao.id, published: '1941-05-30', price: 9 });
}

/** Of a CSV file its lines; a page shows neither its mark nor how they end. */
function read(kind: string, text: string): unknown {
  return kind === 'json'
    ? JSON.parse(text)
    : text
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split(/\r?\n/);
}

/** The page's blocks `sh`, each with the block `json` or `csv` right below it. */
function stepsOf(page: string): Step[] {
  const blocks = [...page.matchAll(/^```(sh|json|csv)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({
    kind,
    text,
  }));
  return blocks.flatMap(({ kind, text }, index) => {
    const next = blocks[index + 1];
    return kind === 'sh' ? [{ commands: text, answer: next && next.kind !== 'sh' ? next : null }] : [];
  });
}

/** Runs all steps in one shell; what each prints. */
async function run(steps: readonly Step[], url: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-docs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = steps.map(({ commands }) => `${commands}printf '\\036'\n`).join('');
  const env = { ...process.env, TRELLIS: url, EMAIL: administrator.email, PASSWORD: administrator.password };
  const output = await new Promise<string>((resolve, reject) => {
    execFile('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env }, (error, stdout, stderr) =>
      error ? reject(new Error(`${error.message}\n${stdout}\n${stderr}`)) : resolve(stdout),
    );
  });
  return output.split('\x1e');
}

/** What was shown, with the members that the page does not print, where the two agree; `…` agrees with anything. */
function likeness(printed: unknown, shown: unknown): unknown {
  if (printed === '…') return shown;
  if (Array.isArray(printed)) {
    const some = printed.at(-1) === '…';
    const wanted = some ? printed.slice(0, -1) : printed;
    const rest = some && Array.isArray(shown) ? shown.slice(wanted.length) : [];
    return [...wanted.map((item, index) => likeness(item, Array.isArray(shown) ? shown[index] : undefined)), ...rest];
  }
  if (typeof printed !== 'object' || printed === null) return printed;
  const there = typeof shown === 'object' && shown !== null ? shown : {};
  const agreed = Object.entries(printed).map(([name, value]) => [
    name,
    likeness(value, Object.getOwnPropertyDescriptor(there, name)?.value),
  ]);
  return { ...there, ...Object.fromEntries(agreed) };
}
