// One publication or repair of a workspace at a time, over all nodes: on a connection of its own, which holds the lock.
import { setTimeout as sleep } from 'node:timers/promises';
import { raw, sql } from '@trellis/expressions/sql';
import type pg from 'pg';
import { connectionOf, type Connection, type Database } from '../db/database.ts';
import { Refusal } from '../problems/problem.ts';

const patienceMs = 60_000;

/**
 * @param work gets a connection without a transaction: concurrent index builds refuse to run in one.
 * @throws conflict where another publication takes longer than we wait.
 */
export async function exclusively<T>(
  database: Database,
  workspace: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const client = await lockedClient(database, workspace);
  const connection = connectionOf(client);
  try {
    // A concurrent build waits for every transaction that is open when it begins.
    await connection.query(raw(`set lock_timeout = '${patienceMs}ms'`));
    await connection.query(raw('set statement_timeout = 0'));
    return await work(connection);
  } finally {
    await connection.query(sql`select pg_advisory_unlock_all()`).catch(() => undefined);
    // Not back into the pool: it has settings of its own, and may be what failed.
    client.release(true);
  }
}

/** Asks again and again instead of waiting in the database: a statement that waits there holds up concurrent index builds. */
async function lockedClient(database: Database, workspace: string): Promise<pg.PoolClient> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const client = await database.pool.connect();
    const [row] = await connectionOf(client)
      .query(sql`select pg_try_advisory_lock(hashtextextended(${`trellis publish ${workspace}`}, 0)) as locked`)
      .catch((error: unknown) => {
        client.release(true);
        throw error;
      });
    if (row?.['locked'] === true) return client;
    client.release();
    if (Date.now() > until) throw new Refusal('conflict');
    await sleep(20 + Math.random() * 50);
  }
}

/**
 * A table behind a long reader is not waited for: the queue behind our lock would hold up every writer. We step back and ask again.
 * @throws conflict where the tables are kept busy for longer than we wait.
 */
export async function withBriefLocks<T>(
  database: Database,
  work: (connection: Connection, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const until = Date.now() + patienceMs;
  for (let wait = 50; ; wait = Math.min(wait * 2, 2000)) {
    try {
      return await database.transaction(async (connection, client) => {
        await connection.query(raw(`set local lock_timeout = '250ms'`));
        return work(connection, client);
      });
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > until) throw new Refusal('conflict');
      await sleep(wait * (0.5 + Math.random() / 2));
    }
  }
}

/** Lock timeout, or deadlock. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '40P01');
}
