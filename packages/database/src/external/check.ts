// Whether an external PostgreSQL can carry Trellis, asked before anything is written there. Every fault is found at once,
// so that an administrator needs one round; nothing is left behind on the server.
import pg from 'pg';
import { DatabaseError, type DatabaseFault } from '../errors.ts';
import { connectExternal } from './connect.ts';

export const requiredMajor = 15;

/** Gives every fault found; none when the database will do. Throws for bugs only. */
export async function checkExternal(url: string): Promise<DatabaseFault[]> {
  try {
    const client = await connectExternal(url);
    try {
      return await findFaults(client);
    } finally {
      await client.end();
    }
  } catch (error) {
    if (error instanceof DatabaseError) return [error.fault];
    throw error;
  }
}

interface Facts {
  version: string;
  major: number;
  database: string;
  user: string;
  encoding: string;
  ctype: string;
  mayCreate: boolean;
  hasTrigrams: boolean;
}

const facts = `
  select current_setting('server_version') as version,
         current_setting('server_version_num')::int / 10000 as major,
         datname as database,
         current_user as "user",
         pg_encoding_to_char(encoding) as encoding,
         datctype as ctype,
         has_database_privilege(datname, 'create') as "mayCreate",
         exists (select from pg_available_extensions where name = 'pg_trgm') as "hasTrigrams"
    from pg_database
   where datname = current_database()`;

async function findFaults(client: pg.Client): Promise<DatabaseFault[]> {
  const [found] = (await client.query<Facts>(facts)).rows;
  if (!found) throw new Error('The server does not list the database that it is connected to.');
  const { version, major, database, user, encoding, mayCreate, hasTrigrams } = found;

  const faults: DatabaseFault[] = [];
  if (major < requiredMajor) faults.push({ code: 'server_too_old', found: version, required: requiredMajor });
  if (encoding !== 'UTF8') faults.push({ code: 'encoding_unsuitable', database, found: encoding });
  if (!mayCreate) faults.push({ code: 'create_refused', database, user });
  if (!hasTrigrams) faults.push({ code: 'extension_missing', extension: 'pg_trgm' });
  else if (encoding === 'UTF8') faults.push(...(await tryTrigrams(client, found)));
  return faults;
}

/** Installs pg_trgm, asks it for the trigrams of a Chinese name, and takes it all back. */
async function tryTrigrams(client: pg.Client, { database, user, ctype }: Facts): Promise<DatabaseFault[]> {
  try {
    await client.query('begin');
    await client.query('create extension if not exists pg_trgm');
    const schema = `select quote_ident(nspname) as name from pg_extension join pg_namespace n on n.oid = extnamespace where extname = 'pg_trgm'`;
    const [home] = (await client.query<{ name: string }>(schema)).rows;
    const trigrams = `select cardinality(${home?.name}.show_trgm('华为技术有限公司')) as count`;
    const [answer] = (await client.query<{ count: number }>(trigrams)).rows;
    return answer && answer.count > 0 ? [] : [{ code: 'ctype_unsuitable', database, found: ctype }];
  } catch (error) {
    const refused = error instanceof pg.DatabaseError && error.code === insufficientPrivilege;
    if (refused) return [{ code: 'extension_refused', extension: 'pg_trgm', database, user }];
    throw error;
  } finally {
    await client.query('rollback');
  }
}

const insufficientPrivilege = '42501';
