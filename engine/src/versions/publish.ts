// Publishing: what takes time is done before, beside the running system; then DDL and the new version in one transaction, or
// nothing; then what nobody needs any more is taken away. A version that is live has everything that it asks for.
import { raw, sql } from '@trellis/expressions/sql';
import type pg from 'pg';
import type { Connection, Database } from '../db/database.ts';
import type { Model } from '../model/model.ts';
import { tablesOf } from '../model/tables.ts';
import { metadataRefusal } from '../problems/metadata-problems.ts';
import { Refusal } from '../problems/problem.ts';
import { versionChannel, type ActiveModels } from './active-models.ts';
import { build, checkReferences, settle } from './apply-indexes.ts';
import { derivedChanges, dropDerived, markUnfilled, queueFilling, type DerivedColumn } from './derived-columns.ts';
import { exclusively, isBusy, withBriefLocks } from './exclusively.ts';
import { indexChanges, type IndexChange } from './index-changes.ts';
import { settleIndex } from './index-sql.ts';
import type { Publication } from './plan-publication.ts';
import { standingIndexes } from './standing-indexes.ts';
import type { Step } from './step.ts';
import { duplicateProblems } from './stored-problems.ts';
import { dropUnfinished, markPublished, markUnpublished, type EarlyColumn } from './unfinished.ts';
import { noteRollups, withFilled } from './rollup-state.ts';
import { newestNumber, storeVersion } from './version-store.ts';

export interface PublishedBy {
  readonly userId: string | null;
  readonly note: string | null;
  readonly language: string;
  /** Told where the version is live and something that it does not need could not be taken away; the next start does it. */
  readonly onLeftover: (error: unknown) => void;
}

/** @throws not_additive, base_moved, invalid_metadata where stored values are against it, conflict where the tables stay busy. */
export async function publish(
  database: Database,
  models: ActiveModels,
  publication: Publication,
  by: PublishedBy,
): Promise<Model> {
  refuseDestructive(publication.steps);
  const { base, before, model } = publication;
  const tables = tablesOf(model);
  await exclusively(database, base.workspace, async (connection) => {
    if ((await newestNumber(connection, base.workspace)) !== base.number) throw new Refusal('base_moved');
    await dropUnfinished(database, connection, base.workspace);
    const changes = indexChanges(await standingIndexes(connection, base.workspace), tables, tablesOf(before))
      // New tables bring their indexes along.
      .filter((change) => tablesOf(before).has(change.table));
    try {
      const early = await addEarlyColumns(database, publication);
      for (const change of changes) await build(connection, base.workspace, change);
      await withBriefLocks(database, (transaction, client) =>
        commitVersion(transaction, client, { publication, early, changes }, by),
      );
    } catch (error) {
      await dropUnfinished(database, connection, base.workspace).catch(by.onLeftover);
      throw await refusalOf(error, connection, publication, changes, by.language);
    }
    models.replace(await withFilled(connection, model));
    try {
      for (const change of changes) await settle(connection, base.workspace, change);
      await checkReferences(connection, base.workspace, tables);
      const { superfluous } = await derivedChanges(connection, base.workspace, tables);
      await dropDerived(database, base.workspace, superfluous);
    } catch (error) {
      by.onLeftover(error);
    }
  });
  return model;
}

function refuseDestructive(steps: readonly Step[]): void {
  const destructive = steps.filter((step) => step.class === 'destructive');
  if (destructive.length === 0) return;
  const faults = destructive.map(({ table, object, does }) => ({
    path: `${table}/${object}`,
    code: does,
    message: `${table}.${object}`,
  }));
  throw new Refusal('not_additive', {}, faults);
}

/** Columns that indexes are built on before the version is there. Requests know nothing of them: no model has them. */
async function addEarlyColumns(database: Database, { base, steps }: Publication): Promise<EarlyColumn[]> {
  const wanted = steps.filter(({ does, when }) => does === 'add_column' && when === 'before');
  if (wanted.length === 0) return [];
  return withBriefLocks(database, async (connection) => {
    const early: EarlyColumn[] = [];
    for (const { table, object: column, sql: text } of wanted) {
      // One that somebody has made by hand is not ours to take away again.
      if (await hasColumn(connection, base.workspace, table, column)) continue;
      await connection.query(raw(text));
      await connection.query(raw(markUnpublished(base.workspace, { table, column })));
      early.push({ table, column });
    }
    return early;
  });
}

async function hasColumn(connection: Connection, schema: string, table: string, column: string): Promise<boolean> {
  const rows = await connection.query(sql`select from information_schema.columns
    where table_schema = ${schema} and table_name = ${table} and column_name = ${column}`);
  return rows.length > 0;
}

interface Work {
  readonly publication: Publication;
  readonly early: readonly EarlyColumn[];
  readonly changes: readonly IndexChange[];
}

async function commitVersion(
  connection: Connection,
  client: pg.PoolClient,
  { publication, early, changes }: Work,
  by: PublishedBy,
): Promise<void> {
  const { base, next, steps } = publication;
  // The lock that this publication holds is lost with its connection.
  if ((await newestNumber(connection, base.workspace)) !== base.number) throw new Refusal('base_moved');
  for (const step of steps) if (step.when === 'with') await client.query(step.sql);
  for (const column of early) await client.query(markPublished(base.workspace, column));
  for (const change of changes)
    if (change.does === 'add_index') await client.query(settleIndex(base.workspace, change.index));
  const unfilled = addedDerived(publication);
  await markUnfilled(connection, base.workspace, unfilled);
  if (unfilled.length > 0) await queueFilling(connection, base.workspace, by.userId);
  const owners = new Set(tablesOf(publication.before).keys());
  await noteRollups(connection, publication.model, { owners, userId: by.userId });
  await storeVersion(connection, next, by);
  await connection.query(sql`select pg_notify(${versionChannel}, ${next.workspace})`);
}

/** Those of tables that may hold rows. */
function addedDerived({ before, model }: Publication): DerivedColumn[] {
  const old = tablesOf(before);
  return [...tablesOf(model).values()].flatMap(({ name: table, derived }) =>
    derived
      .filter(({ name }) => old.get(table)?.derived.every((column) => column.name !== name))
      .map(({ name: column }) => ({ table, column })),
  );
}

/** Values may come to repeat while a unique index is being built. */
async function refusalOf(
  error: unknown,
  connection: Connection,
  { base, before }: Publication,
  changes: readonly IndexChange[],
  language: string,
): Promise<unknown> {
  if (isBusy(error)) return new Refusal('conflict');
  if (!(error instanceof Error && 'code' in error && error.code === '23505')) return error;
  const problems = await duplicateProblems(connection, base.workspace, changes, tablesOf(before));
  return problems.length ? metadataRefusal(problems, language) : new Refusal('conflict');
}
