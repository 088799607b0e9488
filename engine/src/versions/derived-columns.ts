// The columns that stand in a workspace's schema and that the engine makes from others. A new one is empty: until the job that
// fills it is through, that is written down, whatever becomes of the job.
import { identifier, raw, sql } from '@trellis/expressions/sql';
import type { Connection, Database } from '../db/database.ts';
import { createJob } from '../jobs/job-store.ts';
import { companionPrefix } from '../model/search-companion.ts';
import { quoteIdentifier } from '../model/object-names.ts';
import type { Table } from '../model/table.ts';
import { withBriefLocks } from './exclusively.ts';

export interface DerivedColumn {
  readonly table: string;
  readonly column: string;
}

interface StandingColumn extends DerivedColumn {
  readonly unfilled: boolean;
}

export interface DerivedChanges {
  readonly missing: readonly DerivedColumn[];
  readonly superfluous: readonly DerivedColumn[];
  readonly unfilled: readonly DerivedColumn[];
}

/** What stands against what the tables ask for. */
export async function derivedChanges(
  connection: Connection,
  schema: string,
  tables: ReadonlyMap<string, Table>,
): Promise<DerivedChanges> {
  const standing = await standingColumns(connection, schema);
  const wanted = [...tables.values()].flatMap(({ name: table, derived }) =>
    derived.map(({ name: column }) => ({ table, column })),
  );
  const has = (list: readonly DerivedColumn[], { table, column }: DerivedColumn): boolean =>
    list.some((other) => other.table === table && other.column === column);
  return {
    missing: wanted.filter((column) => !has(standing, column)),
    superfluous: standing.filter((column) => !has(wanted, column)),
    unfilled: standing.filter((column) => column.unfilled && has(wanted, column)),
  };
}

/** Columns that an earlier release did not have: without them nothing could be written. */
export async function addDerived(
  database: Database,
  schema: string,
  tables: ReadonlyMap<string, Table>,
  missing: readonly DerivedColumn[],
): Promise<void> {
  if (missing.length === 0) return;
  await withBriefLocks(database, async (connection) => {
    for (const { table, column } of missing) {
      const { type } = tables.get(table)?.derived.find(({ name }) => name === column) ?? { type: 'text' };
      const added = sql`alter table ${identifier(schema, table)} add column if not exists ${identifier(column)} ${raw(type)}`;
      await connection.query(added);
    }
    await markUnfilled(connection, schema, missing);
  });
}

/** Only once no model knows them any more. */
export async function dropDerived(
  database: Database,
  schema: string,
  superfluous: readonly DerivedColumn[],
): Promise<void> {
  for (const { table, column } of superfluous)
    await withBriefLocks(database, async (connection) => {
      await connection.query(sql`alter table ${identifier(schema, table)} drop column if exists ${identifier(column)}`);
      await markFilled(connection, schema, [{ table, column }]);
    });
}

export async function markUnfilled(
  connection: Connection,
  schema: string,
  columns: readonly DerivedColumn[],
): Promise<void> {
  for (const { table, column } of columns)
    await connection.query(sql`insert into ${identifier(schema, '_unfilled')} (table_name, column_name)
      values (${table}, ${column}) on conflict do nothing`);
}

export async function markFilled(
  connection: Connection,
  schema: string,
  columns: readonly DerivedColumn[],
): Promise<void> {
  for (const { table, column } of columns)
    await connection.query(sql`delete from ${identifier(schema, '_unfilled')}
      where table_name = ${table} and column_name = ${column}`);
}

export const fillingKind = 'search_companions';

/** Nobody: what the engine does of its own accord. */
export const engineItself = '00000000-0000-0000-0000-000000000000';

/** By when every node has heard of the version and writes by its model. */
const graceSeconds = 5;

/** Inside the transaction that makes the columns. @param userId who publishes; null: the engine of its own accord. */
export async function queueFilling(connection: Connection, workspace: string, userId: string | null): Promise<void> {
  const job = { workspace, kind: fillingKind, input: {}, total: null, createdBy: userId ?? engineItself };
  await createJob(connection, { ...job, afterSeconds: graceSeconds });
}

/** Columns that nobody is about to fill: their job was cancelled, or has failed. */
export async function fillAbandoned(connection: Connection, workspace: string): Promise<void> {
  const open = await connection.query(sql`select from trellis.job
    where workspace = ${workspace} and kind = ${fillingKind} and state in ('queued', 'running')`);
  if (open.length === 0) await queueFilling(connection, workspace, null);
}

async function standingColumns(connection: Connection, schema: string): Promise<StandingColumn[]> {
  const rows = await connection.query(sql`select c.relname, a.attname, u.table_name is not null as unfilled
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join ${identifier(schema, '_unfilled')} u on u.table_name = c.relname and u.column_name = a.attname
    where c.relnamespace = to_regnamespace(${quoteIdentifier(schema)}) and c.relkind = 'r' and starts_with(a.attname, ${companionPrefix})`);
  return rows.map((row) => ({
    table: String(row['relname']),
    column: String(row['attname']),
    unfilled: row['unfilled'] === true,
  }));
}
