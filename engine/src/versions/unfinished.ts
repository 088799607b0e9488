// What publications and repairs leave behind that did not come to their end: columns that no version has, indexes half built.
// None of it was ever seen by a request, so that it can be taken away; the next publication, or start, does.
import { identifier, raw, sql } from '@trellis/expressions/sql';
import type { Connection, Database } from '../db/database.ts';
import { quoteIdentifier } from '../model/object-names.ts';
import { withBriefLocks } from './exclusively.ts';
import { buildingPrefix, dropIndex } from './index-sql.ts';

export interface Unfinished {
  readonly indexes: readonly string[];
  readonly columns: readonly EarlyColumn[];
}

export interface EarlyColumn {
  readonly table: string;
  readonly column: string;
}

export async function findUnfinished(connection: Connection, schema: string): Promise<Unfinished> {
  const namespace = quoteIdentifier(schema);
  const indexes = await connection.query(sql`select relname from pg_class
    where relnamespace = to_regnamespace(${namespace}) and relkind = 'i' and starts_with(relname, ${buildingPrefix})`);
  // A first release kept the searched texts in a column of their own.
  const columns = await connection.query(sql`select c.relname, a.attname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = to_regnamespace(${namespace}) and c.relkind = 'r'
    and (col_description(c.oid, a.attnum) = ${unpublished} or a.attname = '_search' and a.attgenerated = 's')`);
  return {
    indexes: indexes.map((row) => String(row['relname'])),
    columns: columns.map((row) => ({ table: String(row['relname']), column: String(row['attname']) })),
  };
}

/** @param connection without a transaction, by which the workspace is locked. */
export async function dropUnfinished(database: Database, connection: Connection, schema: string): Promise<void> {
  const { indexes, columns } = await findUnfinished(connection, schema);
  for (const name of indexes) await connection.query(raw(dropIndex(schema, name)));
  for (const { table, column } of columns)
    await withBriefLocks(database, (transaction) =>
      transaction.query(sql`alter table ${identifier(schema, table)} drop column if exists ${identifier(column)}`),
    );
}

const unpublished = 'trellis: not published yet';

export function markUnpublished(schema: string, { table, column }: EarlyColumn): string {
  return `comment on column ${columnAt(schema, table, column)} is '${unpublished}'`;
}

export function markPublished(schema: string, { table, column }: EarlyColumn): string {
  return `comment on column ${columnAt(schema, table, column)} is null`;
}

function columnAt(schema: string, table: string, column: string): string {
  return [schema, table, column].map(quoteIdentifier).join('.');
}
