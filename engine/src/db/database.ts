// The one pool and the ways to use it. Statements are `Sql` values; the ones that repeat run under a name, prepared once a connection.
import pg from 'pg';
import { render, type Sql } from '@trellis/expressions/sql';
import { bound, prepare, type Binding, type Prepared } from './statement.ts';

export type Row = Record<string, unknown>;

/** A row's values in the order of its columns, as PostgreSQL writes them. */
export type TextRow = readonly (string | null)[];

/** Where a statement runs: the pool, or the connection of an open transaction. */
export interface Connection {
  query(statement: Sql): Promise<Row[]>;
  /** As `query`, prepared under a name made from its text: for statements whose text repeats. */
  prepared(statement: Sql): Promise<Row[]>;
  /** A statement planned before, with what this run brings along. */
  run(statement: Prepared, binding: Binding): Promise<Row[]>;
  /** As `run`, every value as its text, in the order of the columns: the quickest way to many rows. */
  texts(statement: Prepared, binding: Binding): Promise<TextRow[]>;
}

export interface Database extends Connection {
  readonly pool: pg.Pool;
  transaction<T>(work: (connection: Connection, client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** Ends every connection without a goodbye: whatever waits on one fails now. @returns how many there were. */
  breakOff(): number;
  close(): Promise<void>;
}

/** @param answerSeconds how long a statement may take; those of a transaction are the engine's own work and may take longer. */
export function openDatabase(url: string, size: number, answerSeconds = 0): Database {
  const pool = new pg.Pool({
    connectionString: withOptions(url, [...settings, `statement_timeout=${answerSeconds}s`]),
    max: size,
    application_name: 'trellis',
    // Rather an answer that tells to try again than a request that hangs, be the server out of reach or the pool used up.
    connectionTimeoutMillis: 5_000,
    // A connection that only listens learns in no other way that its server is gone.
    keepAlive: true,
  });
  // An idle connection that the server closes is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // One that is closed while it is in use fails its queries; it says so once more as an event, which would end the process too.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => void open.add(client));
  pool.on('remove', (client) => void open.delete(client));
  return {
    pool,
    ...connectionOf(pool),
    transaction: (work) => transaction(pool, work),
    breakOff: () => {
      for (const { connection } of open) connection.stream.destroy();
      return open.size;
    },
    close: () => pool.end(),
  };
}

/** Options in the address stay beside ours, and come before them. */
function withOptions(address: string, all: readonly string[]): string {
  const url = new URL(address);
  const options = [url.searchParams.get('options'), ...all.map((setting) => `-c ${setting}`)];
  url.searchParams.set('options', options.filter((option) => option !== null).join(' '));
  return url.href;
}

const settings = [
  // Values are sent on as PostgreSQL writes them, whatever a server's own settings are.
  'timezone=UTC',
  'datestyle=ISO',
  'intervalstyle=postgres',
  'extra_float_digits=1',
  'bytea_output=hex',
  // Where several conditions have indexes, PostgreSQL takes an entry of an index for half of what it measured to cost here, and
  // collects hundreds of thousands of them to spare itself a few thousand rows: a restricted reader's total took 27 ms, not 22.
  'cpu_index_tuple_cost=0.01',
];

/** Wraps anything that queries, such as a client with an open transaction. */
export function connectionOf(client: pg.Pool | pg.ClientBase): Connection {
  const run = async (statement: Prepared, binding: Binding | null): Promise<Row[]> => {
    const { name, text } = statement;
    return (await client.query({ name, text, values: bound(statement.values, binding), types })).rows;
  };
  return {
    query: async (statement) => (await client.query({ ...render(statement), types })).rows,
    prepared: (statement) => run(prepare(statement), null),
    run,
    texts: async ({ name, text, values }, binding) => {
      const query = { name, text, values: bound(values, binding), rowMode: 'array' as const, types: plain };
      return (await client.query<(string | null)[]>(query)).rows;
    },
  };
}

async function transaction<T>(
  pool: pg.Pool,
  work: (connection: Connection, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin; set local statement_timeout = 0');
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

// Dates stay 'YYYY-MM-DD', instants ISO text, bigints and numerics text: a client is sent the text of PostgreSQL.
const asText = (value: string): string => value;
const textTypes = new Set([20, 1082, 1083, 1114, 1184, 1700]);
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    textTypes.has(oid) ? asText : pg.types.getTypeParser(oid, format ?? 'text'),
} as pg.CustomTypesConfig;
const plain = { getTypeParser: () => asText } as pg.CustomTypesConfig;
