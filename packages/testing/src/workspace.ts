// A workspace in three lines, served by a real engine on a port of its own over a database of its own:
//   await using ws = await workspace({ items: [entity('book', { title: 'text' }), role('reader', { book: { read: true } })] });
//   await ws.admin.create('book', { title: 'Ulysses' });
//   const reader = await ws.as('reader');
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { makeApp } from '@trellis/engine/app';
import { startEngine, type Engine } from '@trellis/engine/engine';
import { makeClock } from './clock.ts';
import { builtScreens, engineSettings } from './engine-settings.ts';
import { memoryLog, type Incident } from './memory-log.ts';
import { clientOf, type WorkspaceClient } from './workspace-client.ts';
import { workspaceDatabase, workspaceName } from './workspace-database.ts';
import type { WorkspaceOptions } from './workspace-options.ts';
import { makePeopleOf } from './workspace-people.ts';

export interface Workspace extends AsyncDisposable {
  readonly url: string;
  readonly engine: Engine;
  readonly clock: ReturnType<typeof makeClock>;
  readonly admin: WorkspaceClient;
  /** One of `users`, or somebody who is made for the moment with the role of this name. */
  as(name: string): Promise<WorkspaceClient>;
  /** Nobody: without a session. */
  readonly stranger: WorkspaceClient;
  /** Looks into the database; the workspace's schema is on the search path. */
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** What the engine has logged as its own fault: empty after a test that went well. */
  readonly incidents: Incident[];
  close(): Promise<void>;
}

export async function workspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const database = await workspaceDatabase(options);
  const { log, incidents } = memoryLog();
  const home = await mkdtemp(join(tmpdir(), 'trellis-workspace-'));
  const clock = makeClock(options.now ?? new Date().toISOString());
  const engine = await startEngine({
    databaseUrl: database.url,
    poolSize: options.poolSize ?? 6,
    ...(options.answerSeconds !== undefined && { answerSeconds: options.answerSeconds }),
    log,
    settings: { ...engineSettings, home, ...(options.screens && { screens: builtScreens }) },
    ...(options.now === undefined ? {} : { clock: clock.now }),
  });
  const server = await listen(engine);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pool = new pg.Pool({
    connectionString: database.url,
    max: 2,
    options: `-c search_path=${workspaceName},public -c timezone=UTC`,
  });
  pool.on('error', () => undefined);
  const people = await makePeopleOf({ engine, url, users: options.users ?? {} });
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await Promise.all([engine.close(), pool.end()]);
    await database.drop();
    await rm(home, { recursive: true, force: true });
  };
  return {
    url,
    engine,
    clock,
    admin: people.admin,
    as: people.as,
    stranger: clientOf(url),
    query: async (text, values = []) => (await pool.query(text, [...values])).rows,
    incidents,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function listen(engine: Engine): Promise<Server> {
  const server = createServer(makeApp(engine));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
