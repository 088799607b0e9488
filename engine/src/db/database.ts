// The one pool and the ways to use it. Statements are `Sql` values; the ones that repeat run under a name, prepared once a connection.
import { createHash } from 'node:crypto';
import pg from 'pg';
import { render, type Sql } from '@trellis/expressions/sql';

export type Row = Record<string, unknown>;

/** Where a statement runs: the pool, or the connection of an open transaction. */
export interface Connection {
  query(statement: Sql): Promise<Row[]>;
  /** As `query`, prepared under a name made from its text: for statements whose text repeats. */
  prepared(statement: Sql): Promise<Row[]>;
}

export interface Database extends Connection {
  readonly pool: pg.Pool;
  transaction<T>(work: (connection: Connection, client: pg.PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function openDatabase(url: string, size: number): Database {
  const pool = new pg.Pool({ connectionString: url, max: size, application_name: 'trellis', options: '-c timezone=UTC' });
  // An idle connection that the server closes is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    pool,
    ...connectionOf(pool),
    transaction: (work) => transaction(pool, work),
    close: () => pool.end(),
  };
}

/** Wraps anything that queries, such as a client with an open transaction. */
export function connectionOf(client: pg.Pool | pg.ClientBase): Connection {
  return {
    query: async (statement) => (await client.query(parsed(render(statement)))).rows,
    prepared: async (statement) => {
      const rendered = render(statement);
      return (await client.query({ ...parsed(rendered), name: nameOf(rendered.text) })).rows;
    },
  };
}

async function transaction<T>(
  pool: pg.Pool,
  work: (connection: Connection, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(connectionOf(client), client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away, never handed to the next request.
    const broken = await client.query('rollback').then(
      () => undefined,
      (fault: Error) => fault,
    );
    client.release(broken);
    throw error;
  }
}

// Dates stay 'YYYY-MM-DD', instants ISO text, bigints and numerics text: only JSON built by PostgreSQL reaches a client.
const asText = (value: string): string => value;
const textTypes = new Set([20, 1082, 1083, 1114, 1184, 1700]);
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    textTypes.has(oid) ? asText : pg.types.getTypeParser(oid, format ?? 'text'),
} as pg.CustomTypesConfig;

function parsed(rendered: { text: string; values: unknown[] }): pg.QueryConfig {
  return { ...rendered, types };
}

const names = new Map<string, string>();
const mostNames = 5000;

/** A statement's name is a digest of its text, so the same text is the same plan on every node. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    if (names.size >= mostNames) names.clear();
    name = 't_' + createHash('sha1').update(text).digest('base64url');
    names.set(text, name);
  }
  return name;
}
