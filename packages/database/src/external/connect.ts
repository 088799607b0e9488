// Reaching an external server, with each way in which that fails told apart.
import pg from 'pg';
import { DatabaseError, type DatabaseFault } from '../errors.ts';

const patience = 10_000;

/** Throws `url_malformed`, `host_unreachable`, `password_refused`, `database_missing` or `connection_failed`. */
export async function connectExternal(url: string): Promise<pg.Client> {
  const address = readAddress(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patience });
  // A connection that breaks later makes the query under way fail, which is where it is handled.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw new DatabaseError(connectionFault(cause, address), { cause });
  }
}

interface Address {
  host: string;
  user: string;
  database: string;
}

function readAddress(url: string): Address {
  const read = URL.canParse(url) ? new URL(url) : null;
  const host = read?.searchParams.get('host') ?? read?.host;
  if (!read || !/^postgres(ql)?:$/.test(read.protocol) || !host) {
    throw new DatabaseError({ code: 'url_malformed', url: withoutPassword(url) });
  }
  const user = decodeURIComponent(read.username);
  return { host, user, database: decodeURIComponent(read.pathname.slice(1)) || user };
}

/** Hides all that may be a password, however badly the rest is written. */
function withoutPassword(url: string): string {
  return url.replace(/:[^:/?#]*@/g, ':…@').replace(/(password=)[^&]*/gi, '$1…');
}

const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT'];
const refusedPassword = ['28P01', '28000'];
const missingDatabase = '3D000';

function connectionFault(error: unknown, { host, user, database }: Address): DatabaseFault {
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (refusedPassword.includes(code)) return { code: 'password_refused', user };
  if (code === missingDatabase) return { code: 'database_missing', database };
  if (unreachable.includes(code)) return { code: 'host_unreachable', host, reason: code };
  if (reason === 'timeout expired')
    return { code: 'host_unreachable', host, reason: `no answer in ${patience / 1000} s` };
  return { code: 'connection_failed', reason };
}
