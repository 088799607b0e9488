// Makes the indexes of a workspace what the tables ask for, while everybody works: built under a name of their own, then settled.
import { raw, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import { quoteIdentifier } from '../model/object-names.ts';
import type { Table } from '../model/table.ts';
import type { IndexChange } from './index-changes.ts';
import { buildIndex, dropIndex, settleIndex } from './index-sql.ts';

/** Nothing bears a name that is asked for yet: until `settle`, dropping what is being built undoes it. */
export async function build(connection: Connection, schema: string, change: IndexChange): Promise<void> {
  if (change.does !== 'drop_index') await connection.query(raw(buildIndex(schema, change.table, change.index)));
}

/** What was built takes its place; what is not wanted any more goes. */
export async function settle(connection: Connection, schema: string, change: IndexChange): Promise<void> {
  if (change.does === 'add_index') return;
  await connection.query(raw(dropIndex(schema, change.does === 'drop_index' ? change.name : change.index.name)));
  if (change.does === 'rebuild_index') await connection.query(raw(settleIndex(schema, change.index)));
}

/** Reads the rows of references that were added without looking at them. */
export async function checkReferences(
  connection: Connection,
  schema: string,
  tables: ReadonlyMap<string, Table>,
): Promise<void> {
  for (const { table, name } of await uncheckedReferences(connection, schema, tables))
    await connection.query(
      raw(
        `alter table ${quoteIdentifier(schema)}.${quoteIdentifier(table)} validate constraint ${quoteIdentifier(name)}`,
      ),
    );
}

export async function uncheckedReferences(
  connection: Connection,
  schema: string,
  tables: ReadonlyMap<string, Table>,
): Promise<{ readonly table: string; readonly name: string }[]> {
  const rows = await connection.query(sql`select c.relname, k.conname from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    where k.connamespace = to_regnamespace(${quoteIdentifier(schema)}) and k.contype = 'f' and not k.convalidated`);
  return rows
    .map((row) => ({ table: String(row['relname']), name: String(row['conname']) }))
    .filter(({ table, name }) => tables.get(table)?.foreignKeys.some((key) => key.name === name));
}
