// `npm run bench`: Trellis and the hand-written floor in one alternating run, growth, and restricted users; prints the tables
// and writes them to a Markdown file.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadAdapter, medianOf } from './latency.ts';
import { growthTable, loadLine, ratioTable, restrictedTable, type Results } from './report.ts';
import {
  adapter,
  copyBench,
  ended,
  port,
  prepare,
  root,
  startEngine,
  startServer,
  tenth,
  whole,
  type Scale,
} from './workbench.ts';

const { values: options } = parseArgs({
  options: {
    floor: { type: 'string', default: resolve(root, '../shared/bench') },
    home: { type: 'string', default: join(tmpdir(), 'trellis-bench') },
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '5' },
    conns: { type: 'string', default: '16' },
    out: { type: 'string', default: join(root, 'docs/benchmarks.md') },
  },
});

const growing = ['get_one', 'list_nocount', 'create'];

async function main(): Promise<void> {
  const folder = copyBench(options.floor, options.home);
  const stopServer = await startServer(options.home);
  try {
    await prepare(folder, options.home, tenth);
    await prepare(folder, options.home, whole);
    const results = await ratios(folder);
    const small = await measured(folder, tenth, growth);
    const large = await measured(folder, whole, async (inputs) => ({
      growth: await growth(inputs),
      restricted: await restricted(inputs),
    }));
    const connections = `c${options.conns.split(',')[0]}`;
    const text = page([
      `## Against the floor\n\n${options.rounds} alternating rounds of ${options.seconds} s, ${connections.slice(1)} connections, medians.\n\n${ratioTable(results, connections)}`,
      `## Ten times the rows\n\n${growthTable(small, large.growth)}`,
      `## Users who see a part\n\n${restrictedTable(large.restricted)}`,
      loadLine(),
    ]);
    process.stdout.write(`\n${text}\n`);
    writeFileSync(options.out, text + measuredApart(options.out));
  } finally {
    await stopServer();
  }
}

/** The load script, unchanged: the targets alternate within each round. */
async function ratios(folder: string): Promise<Results> {
  const out = join(options.home, 'results.json');
  rmSync(out, { force: true });
  const run = (...args: readonly string[]): void => {
    execFileSync(process.execPath, args, { cwd: folder, stdio: 'inherit' });
  };
  run('up.mjs', 'floor-equal');
  const engine = await engineOn(whole);
  try {
    run(
      'run.mjs',
      '--targets',
      `floor-equal,${adapter}`,
      '--conns',
      options.conns,
      '--seconds',
      options.seconds,
      '--rounds',
      options.rounds,
      '--out',
      out,
    );
  } finally {
    await ended(engine);
    run('down.mjs', 'floor-equal');
  }
  return JSON.parse(readFileSync(out, 'utf8')) as Results;
}

async function measured<T>(folder: string, scale: Scale, work: (inputs: readonly unknown[]) => Promise<T>): Promise<T> {
  const lib: { inputs(count: number, rows: number): unknown[] } = await import(
    pathToFileURL(join(folder, 'lib.mjs')).href
  );
  const engine = await engineOn(scale);
  try {
    return await work(lib.inputs(500, scale.opportunities));
  } finally {
    await ended(engine);
  }
}

function engineOn(scale: Scale): ReturnType<typeof startEngine> {
  const url = `postgres://postgres:bench@127.0.0.1:${port}/${scale.trellis}`;
  return startEngine({ DATABASE_URL: url, TRELLIS_HOME: join(options.home, 'trellis') }, 4600);
}

async function growth(inputs: readonly unknown[]): Promise<Record<string, number>> {
  const target = await loadAdapter();
  const auth = await target.logIn('admin@example.test');
  const medians: Record<string, number> = {};
  for (const operation of growing) medians[operation] = await medianOf(target, operation, auth, inputs);
  return medians;
}

/** The loader makes user 191 head of half the teams, user 5 one of ten in a team, user 7 see only own won ones. */
async function restricted(inputs: readonly unknown[]): Promise<Record<string, number>> {
  const target = await loadAdapter();
  const shares = {
    '50 % of the rows': 'user191@example.test',
    '5 %': 'user5@example.test',
    '0.05 %': 'user7@example.test',
  };
  const medians: Record<string, number> = {};
  for (const [share, email] of Object.entries(shares))
    medians[share] = await medianOf(target, 'list_rls_nocount', await target.logIn(email), inputs.slice(0, 200));
  return medians;
}

/** What stands in the page from other measurements stays in it. */
function measuredApart(file: string): string {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const from = before.indexOf('\n## Measured apart');
  return from < 0 ? '' : before.slice(from);
}

function page(sections: readonly string[]): string {
  return `# Measured\n\nMade by \`npm run bench\`: 1,000,000 opportunities, 300,000 contacts, 100,000 accounts; the hand-written server
(\`floor-equal\`: Express and pg, checks, history and outbox in one statement) and Trellis take turns on the same PostgreSQL.
Only ratios of one run mean something.\n\n${sections.join('\n\n')}\n`;
}

await main();
