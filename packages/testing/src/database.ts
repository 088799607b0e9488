// A PostgreSQL database for one test or one file, empty or cloned from a template that is prepared once in the run.
// In a file:  beforeAll(async () => { database = await makeDatabase(); return database.drop; });
// In a test:  await using database = await databaseFrom('two books', prepareBooks);
import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the run's PostgreSQL, as its superuser; the global set-up provides it. */
    serverUrl: string;
  }
}

export interface TestDatabase extends AsyncDisposable {
  name: string;
  url: string;
  /** Ends whatever is still connected to it. */
  drop: () => Promise<void>;
}

export function makeDatabase(): Promise<TestDatabase> {
  return cloneOf('template0');
}

/**
 * `prepare` runs once in the run for each `key`, in whichever worker asks first, on an empty database; it must close its
 * connections. Every call gives a clone of what it made.
 */
export async function databaseFrom(key: string, prepare: (url: string) => Promise<void>): Promise<TestDatabase> {
  const template = `template_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
  await onServer(async (server) => {
    await server.query('select pg_advisory_lock(hashtextextended($1, 0))', [template]);
    const { rowCount } = await server.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(server, template, prepare);
  });
  return cloneOf(template);
}

async function makeTemplate(server: pg.Client, name: string, prepare: (url: string) => Promise<void>): Promise<void> {
  const unfinished = `${name}_unfinished`;
  await server.query(`drop database if exists ${unfinished} with (force)`);
  await server.query(`create database ${unfinished} template template0`);
  await prepare(addressOf(unfinished));
  await server.query(`alter database ${unfinished} allow_connections false`);
  await server.query(`alter database ${unfinished} rename to ${name}`);
}

async function cloneOf(template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer((server) => server.query(`create database ${name} template ${template}`));
  const drop = async () => {
    await onServer((server) => server.query(`drop database if exists ${name} with (force)`));
  };
  return { name, url: addressOf(name), drop, [Symbol.asyncDispose]: drop };
}

async function onServer<Result>(work: (server: pg.Client) => Promise<Result>): Promise<Result> {
  const server = new pg.Client(addressOf('postgres'));
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

function addressOf(database: string): string {
  const address = new URL(inject('serverUrl'));
  address.pathname = `/${database}`;
  return address.href;
}
