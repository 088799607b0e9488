// Publishing: DDL and the new version in one transaction, or nothing. Indexes on tables that hold rows follow without a lock.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Layer } from '@trellis/metadata/compose';
import { identifier, raw, sql } from '@trellis/expressions/sql';
import type pg from 'pg';
import type { Connection, Database } from '../db/database.ts';
import type { Model } from '../model/model.ts';
import { tablesOf } from '../model/tables.ts';
import { Refusal } from '../problems/problem.ts';
import type { ActiveModels } from './active-models.ts';
import { versionChannel } from './active-models.ts';
import { buildModel } from './layers.ts';
import { planSteps, type Step } from './plan.ts';
import { metadataRefusal } from '../problems/metadata-problems.ts';
import { newestNumber, newestVersion, storeVersion, type StoredVersion } from './version-store.ts';

export interface Publication {
  readonly base: StoredVersion;
  readonly next: StoredVersion;
  readonly model: Model;
  readonly steps: readonly Step[];
}

/**
 * What publishing `layers` would do. Pure but for reading the newest version.
 * @throws invalid_metadata with every problem, base_moved where somebody else has published since `baseVersion`.
 */
export async function planPublication(
  connection: Connection,
  workspace: string,
  change: {
    readonly baseVersion: number | null;
    readonly layers: (base: StoredVersion) => readonly Layer[];
    readonly language: string;
    /** The model that is served now, where it is at hand. */
    readonly current: Model | undefined;
  },
): Promise<Publication> {
  const base = await newestVersion(connection, workspace);
  if (!base || (change.baseVersion !== null && change.baseVersion !== base.number)) throw new Refusal('base_moved');
  const next = { ...base, number: base.number + 1, layers: change.layers(base) };
  const before = change.current?.version === base.number ? change.current : await modelOf(base);
  const after = await buildModel({ ...next, version: next.number });
  if (!after.ok) throw metadataRefusal(after.problems, change.language);
  return { base, next, model: after.model, steps: planSteps(workspace, tablesOf(before), tablesOf(after.model)) };
}

async function modelOf(version: StoredVersion): Promise<Model> {
  const built = await buildModel({ ...version, version: version.number });
  if (!built.ok) throw new Error(`stored version ${version.number} of ${version.workspace} does not validate`);
  return built.model;
}

export interface PublishedBy {
  readonly userId: string | null;
  readonly note: string | null;
}

/** @throws not_additive, base_moved, or conflict where writers kept the tables busy for longer than we wait. */
export async function publish(
  database: Database,
  models: ActiveModels,
  publication: Publication,
  by: PublishedBy,
): Promise<Model> {
  const destructive = publication.steps.filter((step) => step.class === 'destructive');
  if (destructive.length)
    throw new Refusal(
      'not_additive',
      {},
      destructive.map((step) => ({
        path: `${step.table}/${step.object}`,
        code: step.does,
        message: `${step.table}.${step.object}`,
      })),
    );
  await withLockRetries(() =>
    database.transaction((connection, client) => commitVersion(connection, client, publication, by)),
  );
  models.replace(publication.model);
  await buildIndexes(database, publication.steps);
  return publication.model;
}

async function commitVersion(
  connection: Connection,
  client: pg.PoolClient,
  { base, next, steps }: Publication,
  by: PublishedBy,
): Promise<void> {
  await connection.query(
    sql`select pg_advisory_xact_lock(hashtextextended(${`trellis publish ${base.workspace}`}, 0))`,
  );
  if ((await newestNumber(connection, base.workspace)) !== base.number) throw new Refusal('base_moved');
  // A table behind a long reader is not waited for: the queue behind our lock would hold up every writer.
  await connection.query(raw(`set local lock_timeout = '250ms'`));
  for (const step of steps) if (!step.afterwards) await client.query(step.sql);
  await storeVersion(connection, next, by);
  await connection.query(sql`select pg_notify(${versionChannel}, ${next.workspace})`);
}

const patienceMs = 60_000;

async function withLockRetries(work: () => Promise<void>): Promise<void> {
  const until = Date.now() + patienceMs;
  for (let wait = 50; ; wait = Math.min(wait * 2, 2000)) {
    try {
      return await work();
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '40P01');
      if (!busy) throw error;
      if (Date.now() > until) throw new Refusal('conflict');
      await sleep(wait * (0.5 + Math.random() / 2));
    }
  }
}

/** `create index concurrently` leaves an invalid index behind when it fails; it is taken away and made again. */
export async function buildIndexes(database: Database, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (!step.afterwards) continue;
    const client = await database.pool.connect();
    try {
      await client.query(step.sql);
    } finally {
      client.release();
    }
  }
}

/** Indexes that the model asks for and the database lacks: a process may have ended between publish and build. */
export async function missingIndexes(connection: Connection, model: Model): Promise<Step[]> {
  const rows = await connection.query(sql`select c.relname, i.indisvalid from pg_index i
    join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${model.workspace}`);
  const valid = new Set(rows.filter((row) => row['indisvalid'] === true).map((row) => String(row['relname'])));
  const broken = rows.filter((row) => row['indisvalid'] !== true).map((row) => String(row['relname']));
  for (const name of broken) await connection.query(sql`drop index if exists ${identifier(model.workspace, name)}`);
  const tables = tablesOf(model);
  const known = new Map(
    [...tables].map(([name, table]) => [
      name,
      { ...table, indexes: table.indexes.filter((index) => valid.has(index.name)) },
    ]),
  );
  return planSteps(model.workspace, known, tables).filter((step) => step.does === 'add_index');
}
