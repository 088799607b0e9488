// `npm run bench:computed`: computed fields on a million records. A list sorted by a formula and filtered by a roll-up against the
// best SQL that we can write by hand for it; writes under an owner of a million rows, one by one and fifty at once.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { byHand, weighted } from './by-hand.ts';
import { median, percentile, rateOf, timed } from './timing.ts';
import { ended, port, root, startEngine, startServer } from './workbench.ts';

const { values: options } = parseArgs({
  options: {
    home: { type: 'string', default: join(tmpdir(), 'trellis-bench-computed') },
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
  },
});
const rows = Number(options.rows);
const rounds = Number(options.rounds);
const name = `bench_computed_${rows}`;
const url = `postgres://postgres:bench@127.0.0.1:${port}/${name}`;
const base = 'http://127.0.0.1:4601';
/** By hand nothing is compressed. */
const plain = { 'accept-encoding': 'identity' };
const handBase = 'http://127.0.0.1:4602';
const email = 'admin@example.test';
const password = 'bench-password';

const id = (kind: number, number: string): string =>
  `('00000000-0000-7000-800${kind}-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
/** The owner of a million rows. */
const busy = `00000000-0000-7000-8001-${(1).toString(16).padStart(12, '0')}`;

async function main(): Promise<void> {
  const stopServer = await startServer(options.home, { track_activity_query_size: '16384' });
  const environment = {
    DATABASE_URL: url,
    TRELLIS_HOME: join(options.home, 'trellis'),
    TRELLIS_TEMPLATE: join(root, 'packages/bench/computed-template'),
    TRELLIS_ADMIN_EMAIL: email,
    TRELLIS_ADMIN_PASSWORD: password,
    TRELLIS_SAMPLE_DATA: 'false',
  };
  const made = await createDatabase();
  const engine = await startEngine(environment, 4601);
  const hand = spawn(process.execPath, [join(root, 'packages/bench/src/by-hand-server.ts')], {
    env: { ...process.env, DATABASE_URL: url, PORT: '4602', NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (made) await load(client);
    const auth = await logIn();
    await lists(client, auth);
    await writes(client, auth);
  } finally {
    await client.end();
    await ended(hand);
    await ended(engine);
    await stopServer();
  }
}

async function createDatabase(): Promise<boolean> {
  const server = new pg.Client({ connectionString: url.replace(name, 'postgres') });
  await server.connect();
  const { rowCount } = await server.query('select from pg_database where datname = $1', [name]);
  if (!rowCount) await server.query(`create database ${name}`);
  await server.end();
  return !rowCount;
}

/** Through the very triggers that keep the roll-ups: a row for each deal, and a million for the busy one. */
async function load(client: pg.Client): Promise<void> {
  const step = 100_000;
  console.log(`loading ${rows} deals and ${2 * rows} lines …`);
  for (let from = 1; from <= rows; from += step) {
    const series = `generate_series(${from}, ${Math.min(from + step - 1, rows)}) g`;
    await client.query(`insert into main.deal (id, name, amount, probability)
      select ${id(1, 'g')}, 'Deal ' || g, (g::bigint * 7919 % 100000) + 0.5, g % 101 from ${series}`);
    await client.query(`insert into main.line (id, deal, item, quantity, price)
      select ${id(2, 'g')}, ${id(1, 'g')}, 'item ' || g % 50, g % 9 + 1, (g::bigint * 104729 % 10000) / 10.0 from ${series}`);
    await client.query(`insert into main.line (id, deal, item, quantity, price)
      select ${id(3, 'g')}, '${busy}', 'item ' || g % 50, g % 9 + 1, (g::bigint * 15485863 % 10000) / 10.0 from ${series}`);
  }
  await client.query(`create index by_hand on main.deal (${weighted}, id)`);
  await client.query('vacuum analyze');
}

async function logIn(): Promise<Record<string, string>> {
  const response = await fetch(`${base}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const { data } = (await response.json()) as { data: { csrf_token: string } };
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { cookie, 'x-csrf-token': data.csrf_token, 'content-type': 'application/json', ...plain };
}

async function send(auth: Record<string, string>, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(base + path, { method: 'POST', headers: auth, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

/** By hand and over HTTP, in turns, of the same process: one after the other, and from 16 connections. */
async function lists(client: pg.Client, auth: Record<string, string>): Promise<void> {
  const least = (index: number): number => 500 + ((index * 37) % 3000);
  const ways = {
    ours: (index: number) =>
      send(auth, '/api/records/deal/query', {
        select: 'name,amount,probability,weighted,lines_total',
        filter: { '>': [{ var: 'lines_total' }, least(index)] },
        sort: ['-weighted'],
        limit: 50,
      }),
    hand: async (index: number) => (await fetch(`${handBase}/deals?least=${least(index)}`, { headers: plain })).json(),
    sql: (index: number) => client.query({ ...byHand, values: [least(index)] }),
    ownSql: (index: number) => client.query({ name: 'own', text: own, values: [least(index)] }),
  };
  await ways.ours(0);
  const own = await statementOf(client);
  const times = { ours: [] as number[], hand: [] as number[], sql: [] as number[], ownSql: [] as number[] };
  const rates = { ours: [] as number[], hand: [] as number[] };
  const statementRatios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const statements = { sql: [] as number[], ownSql: [] as number[] };
    // In turns, one by one: whatever else the machine does meets both.
    for (let index = 0; index < 1000; index++)
      for (const way of ['sql', 'ownSql'] as const) statements[way].push(...(await timed(1, () => ways[way](index))));
    statementRatios.push(median(statements.sql) / median(statements.ownSql));
    times.sql.push(...statements.sql);
    times.ownSql.push(...statements.ownSql);
    for (const way of ['hand', 'ours'] as const) times[way].push(...(await timed(200, ways[way])));
    for (const way of ['hand', 'ours'] as const) rates[way].push(await rateOf(16, 150, ways[way]));
  }
  console.log(`list of 50 sorted by a formula, filtered by a roll-up, ${rows} rows:`);
  for (const [name, way] of [
    ['SQL by hand', 'sql'],
    ['SQL of Trellis', 'ownSql'],
    ['Express by hand', 'hand'],
    ['Trellis', 'ours'],
  ] as const)
    console.log(
      `  ${name.padEnd(16)} one by one: median ${median(times[way]).toFixed(2)} ms, p95 ${percentile(times[way], 95).toFixed(2)} ms`,
    );
  console.log(`  SQL of Trellis against SQL by hand: ${spread(statementRatios)}`);
  const ratios = rates.ours.map((rate, round) => rate / (rates.hand[round] ?? NaN));
  console.log(
    `  16 connections: by hand ${median(rates.hand).toFixed(0)}/s, Trellis ${median(rates.ours).toFixed(0)}/s,`,
  );
  console.log(`  ratio ${spread(ratios)}`);
}

function spread(ratios: readonly number[]): string {
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
  return `${median(ratios).toFixed(2)} (rounds ${least} to ${most})`;
}

/** The statement that the engine has asked last. */
async function statementOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ query: string }>(`select query from pg_stat_activity
    where datname = current_database() and application_name = 'trellis' and query like '%"main"."deal"%lines_total%' order by query_start desc limit 1`);
  const text = rows[0]?.query ?? '';
  if (!/limit 51\b/.test(text)) throw new Error(`the statement of the list is not to be had: ${text}`);
  return text;
}

async function writes(client: pg.Client, auth: Record<string, string>): Promise<void> {
  const write = (index: number): Promise<unknown> =>
    send(auth, '/api/records/line', { deal: busy, item: `new ${index}`, quantity: 2, price: index % 100 });
  const alone = await timed(500, write);
  console.log(`write under an owner of ${rows} rows with three roll-ups:`);
  console.log(
    `  one writer            median ${median(alone).toFixed(2)} ms, p95 ${percentile(alone, 95).toFixed(2)} ms`,
  );
  const together = (await Promise.all(Array.from({ length: 50 }, () => timed(20, write)))).flat();
  console.log(
    `  fifty at once         median ${median(together).toFixed(2)} ms, p95 ${percentile(together, 95).toFixed(2)} ms, ${together.length} writes, none refused`,
  );
  const { rows: wrong } = await client.query(`select 1 from main.deal d where id = '${busy}' and
    (lines_count, lines_total, dearest) is distinct from (select (count(*), sum(round(price * quantity, 2)), max(round(price * quantity, 2)))
      from main.line l where l.deal = d.id and l.deleted_at is null)`);
  console.log(`  kept values           ${wrong.length ? 'WRONG' : 'equal to those made anew'}`);
}

await main();
