// Which kept roll-ups are filled. A new or changed one holds nothing sound for the rows that were there before: until the job that
// fills it is through, readers gather it each time.
import { identifier, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import { createJob } from '../jobs/job-store.ts';
import { columnsOf, digestOf, keptRollups, reads, type KeptRollup } from '../model/kept-rollups.ts';
import type { Model } from '../model/model.ts';
import { engineItself } from './derived-columns.ts';

/** Nodes are told by it when a roll-up has been filled; the payload is the workspace. */
export const filledChannel = 'trellis_filled';

export const fillRollupsKind = 'rollups';

/** By when every node has heard of the version, so that nobody reads a column by an older meaning. */
const graceSeconds = 5;

/** As `entity.field`: those whose column holds what this model means. */
export async function filledRollups(connection: Connection, model: Model): Promise<ReadonlySet<string>> {
  const kept = keptRollups(model);
  return new Set(sound(await done(connection, model), kept).map(nameOf));
}

/** Those that were filled as this model means them. */
async function done(connection: Connection, model: Model): Promise<readonly KeptRollup[]> {
  const kept = keptRollups(model);
  if (kept.length === 0) return [];
  const rows = await connection.query(
    sql`select entity, field, digest from ${identifier(model.workspace, '_rollup')} where filled`,
  );
  const digests = new Map(rows.map((row) => [`${String(row['entity'])}.${String(row['field'])}`, row['digest']]));
  return kept.filter((rollup) => digests.get(nameOf(rollup)) === digestOf(rollup));
}

/** Without those that gather what is itself not filled. */
function sound(filled: readonly KeptRollup[], all: readonly KeptRollup[]): readonly KeptRollup[] {
  const unfilled = all.filter((rollup) => !filled.includes(rollup));
  const left = filled.filter((rollup) => !unfilled.some((other) => gathers(rollup, other)));
  return left.length === filled.length ? filled : sound(left, all);
}

function gathers(rollup: KeptRollup, other: KeptRollup): boolean {
  return rollup.from.name === other.owner.name && columnsOf(other, 'p').some(({ name }) => reads(rollup, name));
}

/** The model with what is filled at this moment. */
export async function withFilled(connection: Connection, model: Model): Promise<Model> {
  const filled = await filledRollups(connection, model);
  return filled.size + model.filled.size > 0 ? Object.freeze({ ...model, filled }) : model;
}

/**
 * In the transaction that publishes a version: what is new or means something else is to be filled, but where the table of its
 * owner is as new. @param owners names of the entities that had a table before.
 */
export async function noteRollups(
  connection: Connection,
  model: Model,
  { owners, userId }: { readonly owners: ReadonlySet<string>; readonly userId: string | null },
): Promise<void> {
  const { workspace } = model;
  const table = identifier(workspace, '_rollup');
  const kept = keptRollups(model);
  for (const rollup of kept) {
    const isNew = !owners.has(rollup.owner.name);
    await connection.query(sql`insert into ${table} as known (entity, field, digest, filled)
      values (${rollup.owner.name}, ${rollup.field.name}, ${digestOf(rollup)}, ${isNew})
      on conflict (entity, field) do update set digest = excluded.digest, filled = false where known.digest <> excluded.digest`);
  }
  await connection.query(
    sql`delete from ${table} where not (entity || '.' || field = any(${kept.map(nameOf)}::text[]))`,
  );
  await queueUnfilled(connection, workspace, userId);
}

/** What they hold is not to be believed. */
export async function forgetFilled(
  connection: Connection,
  workspace: string,
  rollups: readonly KeptRollup[],
): Promise<void> {
  await connection.query(sql`update ${identifier(workspace, '_rollup')} set filled = false
    where entity || '.' || field = any(${rollups.map(nameOf)}::text[])`);
}

/** Unless a job for it is waiting already. */
export async function queueUnfilled(connection: Connection, workspace: string, userId: string | null): Promise<void> {
  const [unfilled] = await connection.query(
    sql`select from ${identifier(workspace, '_rollup')} where not filled limit 1`,
  );
  if (!unfilled) return;
  const [waiting] = await connection.query(sql`select from trellis.job
    where workspace = ${workspace} and kind = ${fillRollupsKind} and state = 'queued' limit 1`);
  if (waiting) return;
  const job = { workspace, kind: fillRollupsKind, input: {}, total: null, createdBy: userId ?? engineItself };
  await createJob(connection, { ...job, afterSeconds: graceSeconds });
}

/** Those that are yet to be filled, as this model means them. */
export async function unfilledRollups(connection: Connection, model: Model): Promise<readonly KeptRollup[]> {
  const filled = new Set((await done(connection, model)).map(nameOf));
  return keptRollups(model).filter((rollup) => !filled.has(nameOf(rollup)));
}

/** Only as they were meant when they were filled. */
export async function markFilled(
  connection: Connection,
  workspace: string,
  rollups: readonly KeptRollup[],
): Promise<void> {
  for (const rollup of rollups)
    await connection.query(sql`update ${identifier(workspace, '_rollup')} set filled = true
      where entity = ${rollup.owner.name} and field = ${rollup.field.name} and digest = ${digestOf(rollup)}`);
  await connection.query(sql`select pg_notify(${filledChannel}, ${workspace})`);
}

function nameOf({ owner, field }: KeptRollup): string {
  return `${owner.name}.${field.name}`;
}
