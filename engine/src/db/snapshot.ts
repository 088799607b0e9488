// Many rows of one moment, some at a time: a read-only transaction with a cursor on a connection of its own. Whoever takes the
// rows may be slow, and an open transaction is in the way of others: a publication waits for it, and old rows are not tidied up.
// So after some seconds it is committed, and PostgreSQL sets the rest of the rows aside by itself.
import { raw, sql } from '@trellis/expressions/sql';
import { connectionOf, type Connection, type Database } from './database.ts';
import type { Prepared } from './statement.ts';

export interface Snapshot {
  readonly connection: Connection;
  close(): void;
}

/** A publication asks again for longer than this. */
const openMs = 5_000;

/** @param signal ends whatever statement is under way. */
export async function openSnapshot(database: Database, signal: AbortSignal): Promise<Snapshot> {
  const client = await database.pool.connect();
  const connection = connectionOf(client);
  let commit: NodeJS.Timeout | undefined;
  let process: unknown;
  const cancel = (): void => {
    // A connection that is closed here is missed by PostgreSQL only when it has rows to send.
    void database.query(sql`select pg_cancel_backend(${process}::int)`).catch(() => undefined);
  };
  const close = (): void => {
    clearTimeout(commit);
    signal.removeEventListener('abort', cancel);
    // With it go the transaction, the cursor and the settings.
    client.release(true);
  };
  try {
    await connection.query(raw('begin isolation level repeatable read, read only'));
    // Without this PostgreSQL plans for a reader who wants a tenth of the rows, and those soon.
    const [row] = await connection.query(
      sql`select set_config('cursor_tuple_fraction', '1', true), set_config('statement_timeout', '0', false), pg_backend_pid() as process`,
    );
    process = row?.['process'];
    signal.throwIfAborted();
    signal.addEventListener('abort', cancel);
    commit = setTimeout(() => void connection.query(raw('commit')).catch(() => undefined), openMs);
    return { connection, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Opens the cursor; runs with the statement's own binding. */
export function declareCursor({ text, values }: Prepared): Prepared {
  return { name: '', text: `declare found no scroll cursor with hold for ${text}`, values };
}

export function fetchNext(rows: number): Prepared {
  return { name: '', text: `fetch ${rows} from found`, values: [] };
}
