// The indexes that stand in a workspace's schema, and whether they are the engine's own: by their mark, or by PostgreSQL's word.
import { identifier, raw, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { Table, TableIndex } from '../model/table.ts';
import type { StandingIndex } from './index-changes.ts';
import { buildingPrefix, kindOf, markIn, markIndex, onTable } from './index-sql.ts';

/** Without those of primary keys and those that are being built. */
export async function standingIndexes(connection: Connection, schema: string): Promise<StandingIndex[]> {
  const rows = await connection.query(sql`select i.relname as name, t.relname as table, x.indisvalid as valid,
      obj_description(i.oid, 'pg_class') as comment
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where i.relnamespace = to_regnamespace(${quoted(schema)}) and not x.indisprimary
    and not starts_with(i.relname, ${buildingPrefix})`);
  return rows.map((row) => ({
    name: String(row['name']),
    table: String(row['table']),
    mark: markIn(row['comment']),
    valid: row['valid'] === true,
  }));
}

/**
 * Marks the indexes without a mark that are what the tables ask for: made by an earlier release, or restored by something that
 * loses comments. PostgreSQL tells: it prints the index as it stands, and the one asked for on an empty twin of the table.
 */
export async function adoptIndexes(
  connection: Connection,
  schema: string,
  tables: ReadonlyMap<string, Table>,
): Promise<void> {
  const standing = await standingIndexes(connection, schema);
  const unmarked = new Set(standing.filter(({ mark, valid }) => valid && mark === null).map(({ name }) => name));
  for (const table of tables.values()) {
    const doubtful = table.indexes.filter(({ name }) => unmarked.has(name));
    if (doubtful.length === 0) continue;
    await connection.query(sql`create temporary table twin (like ${identifier(schema, table.name)}) on commit drop`);
    for (const index of doubtful)
      if (await isAsAsked(connection, schema, index)) await connection.query(raw(markIndex(schema, index)));
    await connection.query(sql`drop table twin`);
  }
}

async function isAsAsked(connection: Connection, schema: string, index: TableIndex): Promise<boolean> {
  await connection.query(raw(`create ${kindOf(index)} twin_index ${onTable('pg_temp.twin', index)}`));
  const [row] = await connection.query(sql`select a.indisunique = b.indisunique
      and substring(pg_get_indexdef(a.indexrelid) from ' USING .*') = substring(pg_get_indexdef(b.indexrelid) from ' USING .*') as same
    from pg_index a, pg_index b where a.indexrelid = to_regclass(${quoted(schema, index.name)})
    and b.indexrelid = to_regclass('pg_temp.twin_index')`);
  await connection.query(sql`drop index pg_temp.twin_index`);
  return row?.['same'] === true;
}

function quoted(...names: readonly string[]): string {
  return identifier(...names).chunks.join('');
}
