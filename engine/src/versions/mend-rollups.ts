// Before the workspace serves: columns, functions and triggers that keep its roll-ups are there as this release makes them, after an
// earlier one or a copy that was restored without them. What they kept is then not believed until it is made anew.
import { identifier, raw, sql } from '@trellis/expressions/sql';
import type { Connection, Database } from '../db/database.ts';
import { above, keptRollups, type KeptRollup } from '../model/kept-rollups.ts';
import type { Model } from '../model/model.ts';
import { digestOfBody, type RollupFunction } from '../model/rollup-triggers.ts';
import type { Table, TableColumn } from '../model/table.ts';
import { tablesOf } from '../model/tables.ts';
import { withBriefLocks } from './exclusively.ts';
import { forgetFilled, noteRollups, queueUnfilled } from './rollup-state.ts';

/** @returns whether anything was put right. */
export async function mendRollups(database: Database, model: Model): Promise<boolean> {
  const { workspace } = model;
  if (keptRollups(model).length === 0) return false;
  const tables = [...tablesOf(model).values()];
  const standing = await standingFunctions(database, workspace);
  const columns = await missingColumns(database, workspace, tables);
  const functions = tables.flatMap(({ rollups }) => rollups).filter((wanted) => !stands(standing, wanted));
  if (functions.length + columns.length === 0) {
    await queueUnfilled(database, workspace, null);
    return false;
  }
  await withBriefLocks(database, async (connection) => {
    for (const { table, name, type, clause } of columns)
      await connection.query(
        sql`alter table ${identifier(workspace, table)} add column if not exists ${identifier(name)} ${raw(type)} ${raw(clause)}`,
      );
    for (const statement of functions.flatMap(({ statements }) => statements)) await connection.query(raw(statement));
    await forgetFilled(connection, workspace, doubtful(model, functions, columns));
    await noteRollups(connection, model, { owners: new Set(model.entities.keys()), userId: null });
  });
  return true;
}

/** What rows changed without their function told; and a column that is new holds less than what was gathered from it before. */
function doubtful(
  model: Model,
  functions: readonly RollupFunction[],
  columns: readonly MissingColumn[],
): readonly KeptRollup[] {
  const untold = new Set(functions.map(({ table }) => table));
  const emptied = new Set(columns.map(({ table }) => table));
  const kept = keptRollups(model);
  return [
    ...kept.filter(({ from, owner }) => untold.has(from.name) || emptied.has(owner.name)),
    ...above(kept, emptied),
  ];
}

interface StandingFunction {
  readonly table: string;
  readonly name: string;
  readonly digest: string;
}

function stands(standing: readonly StandingFunction[], { table, name, digest }: RollupFunction): boolean {
  return standing.some((other) => other.table === table && other.name === name && other.digest === digest);
}

/** Those that a trigger calls. */
async function standingFunctions(connection: Connection, schema: string): Promise<readonly StandingFunction[]> {
  const rows = await connection.query(sql`select c.relname, p.proname, p.prosrc from pg_trigger t
    join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    join pg_namespace n on n.oid = c.relnamespace and n.oid = p.pronamespace
    where n.nspname = ${schema} and not t.tgisinternal and t.tgenabled <> 'D'`);
  return rows.map((row) => ({
    table: String(row['relname']),
    name: String(row['proname']),
    digest: digestOfBody(String(row['prosrc'])),
  }));
}

interface MissingColumn extends TableColumn {
  readonly table: string;
}

async function missingColumns(
  connection: Connection,
  schema: string,
  tables: readonly Table[],
): Promise<readonly MissingColumn[]> {
  const wanted = tables.flatMap(({ name: table, columns }) =>
    columns.filter(({ kept }) => kept === true).map((column) => ({ table, ...column })),
  );
  const rows = await connection.query(sql`select c.relname, a.attname from pg_attribute a
    join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and a.attname = any(${wanted.map(({ name }) => name)}::text[]) and not a.attisdropped`);
  const standing = new Set(rows.map((row) => `${String(row['relname'])}.${String(row['attname'])}`));
  return wanted.filter(({ table, name }) => !standing.has(`${table}.${name}`));
}
