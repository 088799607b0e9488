// The functions that expressions call in SQL, made anew at every start where they are missing or differ. They stand outside the
// migrations: what they give never changes under a name (see SqlFunction), so an older node may run on, or start, beside a newer.
import { createHash } from 'node:crypto';
import { raw, sql } from '@trellis/expressions/sql';
import { sqlFunctions } from '@trellis/expressions/sql-functions';
import { openDatabase, type Connection } from './database.ts';

const schema = 'trellis';

/** Nodes that start at once wait for one another. */
export async function installFunctions(url: string): Promise<void> {
  const database = openDatabase(url, 1);
  try {
    await database.transaction(async (connection) => {
      await connection.query(sql`select pg_advisory_xact_lock(hashtextextended(${'trellis.sql_function'}, 0))`);
      await connection.query(
        raw('create table if not exists trellis.sql_function (name text primary key, digest text not null)'),
      );
      await installOn(connection);
    });
  } finally {
    await database.close();
  }
}

async function installOn(connection: Connection): Promise<void> {
  const installed = await connection.query(
    sql`select name, digest from trellis.sql_function where to_regproc(${schema} || '.' || name) is not null`,
  );
  const digests = new Map(installed.map(({ name, digest }) => [name, digest]));
  for (const { name, definition } of sqlFunctions) {
    const text = definition(schema);
    const digest = createHash('sha256').update(text).digest('hex');
    if (digests.get(name) === digest) continue;
    await connection.query(raw(text));
    await connection.query(
      sql`insert into trellis.sql_function values (${name}, ${digest}) on conflict (name) do update set digest = excluded.digest`,
    );
  }
}
