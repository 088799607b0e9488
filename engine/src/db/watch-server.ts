// Notices a database that has gone silent: one whose host lost its power, or whose line was cut, refuses nothing and answers
// nothing, and TCP waits for a quarter of an hour. The connections on which somebody waits are ended instead, so that requests
// are answered 503 within seconds, and the next ones reach the server again when it is back.
import pg from 'pg';
import type { Logger } from 'pino';
import type { Database } from './database.ts';

const everyMs = 3_000;
/** How long a server may take that is merely busy. */
const patienceMs = 5_000;

/** @returns how to stop. */
export function watchServer(database: Database, log: Logger): () => Promise<void> {
  // A connection of its own: those of the pool may all be busy, and rightly so.
  const probe = new pg.Pool({
    connectionString: database.pool.options.connectionString,
    application_name: 'trellis watch',
    max: 1,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  probe.on('error', () => undefined);
  let asking = false;
  const ask = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      await probe.query('select 1');
    } catch (error) {
      // A refusal is an answer, too, and whoever waits has had theirs.
      if (!isSilence(error)) return;
      log.warn({ connections: database.breakOff() }, 'the database does not answer; its connections are ended');
    } finally {
      asking = false;
    }
  };
  const asked = setInterval(() => void ask(), everyMs).unref();
  return async () => {
    clearInterval(asked);
    await probe.end();
  };
}

/** The driver tells its own time-outs by their words alone. */
function isSilence(error: unknown): boolean {
  return error instanceof Error && /time-?out/i.test(error.message);
}
