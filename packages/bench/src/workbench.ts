// The ground a benchmark stands on: a copy of the floor and load script, PostgreSQL on the port they expect, seeded databases.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbedded } from '@trellis/database/embedded';
import { load } from './load.ts';

export const port = 54999;
const server = `postgres://postgres:bench@127.0.0.1:${port}`;
export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const adapter = join(root, 'packages/bench/trellis.mjs');

export interface Scale {
  readonly floor: string;
  readonly trellis: string;
  readonly opportunities: number;
}

export const whole: Scale = { floor: 'bench_floor', trellis: 'bench_trellis', opportunities: 1_000_000 };
export const tenth: Scale = { floor: 'bench_floor_tenth', trellis: 'bench_trellis_tenth', opportunities: 100_000 };

/** @param given the folder with floor and load script; it is copied and never changed. */
export function copyBench(given: string, home: string): string {
  const folder = join(home, 'bench');
  if (!existsSync(join(given, 'run.mjs')))
    throw new Error(
      `${given} does not hold the floor and the load script (run.mjs). Name their folder: npm run bench -- --floor <folder>`,
    );
  mkdirSync(home, { recursive: true });
  cpSync(resolve(given), folder, { recursive: true });
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
  return folder;
}

/** PostgreSQL as the load script expects it: port 54999, user postgres, password bench. */
export async function startServer(
  home: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<() => Promise<void>> {
  let database = await startEmbedded({ home: join(home, 'database'), port });
  if (await changeSettings(database.url, settings)) {
    await database.stop();
    database = await startEmbedded({ home: join(home, 'database'), port });
  }
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'postgres') then create role postgres superuser login; end if;
    alter role postgres password 'bench'; end $$`);
  await client.query(`create database postgres owner postgres`).catch(() => undefined);
  await client.end();
  return () => database.stop();
}

/** @returns whether any of them waits for a start anew. */
async function changeSettings(url: string, settings: Readonly<Record<string, string>>): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let changed = false;
  for (const [name, value] of Object.entries(settings)) {
    const { rows } = await client.query<{ now: string }>('select setting as now from pg_settings where name = $1', [
      name,
    ]);
    if (rows[0]?.now === value) continue;
    await client.query(`alter system set ${name} = '${value}'`);
    changed = true;
  }
  await client.end();
  return changed;
}

/** Seeds the floor and fills Trellis with the same rows; a database that is there already is kept. */
export async function prepare(folder: string, home: string, scale: Scale): Promise<void> {
  if (await made(scale.floor)) {
    const sizes = [`n=${scale.opportunities}`, `na=${scale.opportunities / 10}`, `nc=${scale.opportunities * 0.3}`];
    const variables = sizes.flatMap((size) => ['-v', size]);
    execFileSync('psql', ['-q', '-d', `${server}/${scale.floor}`, ...variables, '-f', join(folder, 'seed.sql')], {
      stdio: 'inherit',
    });
  }
  if (!(await made(scale.trellis))) return;
  const environment = {
    DATABASE_URL: `${server}/${scale.trellis}`,
    TRELLIS_HOME: join(home, 'trellis'),
    TRELLIS_TEMPLATE: join(root, 'packages/bench/template'),
    TRELLIS_ADMIN_EMAIL: 'admin@example.test',
    TRELLIS_ADMIN_PASSWORD: 'bench-password',
    TRELLIS_SAMPLE_DATA: 'false',
  };
  const engine = await startEngine(environment, 4699);
  await load({
    floorUrl: `${server}/${scale.floor}`,
    trellisUrl: `${server}/${scale.trellis}`,
    passwordOf: 'admin@example.test',
  });
  await ended(engine);
}

export async function startEngine(environment: Readonly<Record<string, string>>, at: number): Promise<ChildProcess> {
  const env = { ...process.env, TRELLIS_LOG_LEVEL: 'warn', ...environment, PORT: String(at) };
  const engine = spawn(process.execPath, ['engine/src/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 600; tries++) {
    const ready = await fetch(`http://127.0.0.1:${at}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return engine;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('the engine does not answer');
}

export function ended(process: ChildProcess): Promise<void> {
  return new Promise((done) => {
    process.once('exit', () => done());
    process.kill('SIGTERM');
  });
}

async function made(name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return false;
    await client.query(`create database ${name}`);
    return true;
  } finally {
    await client.end();
  }
}
