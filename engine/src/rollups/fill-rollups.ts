// Fills kept roll-ups of records that were there before them, a window of owners a step, while everybody works: an owner is held
// while its values are made anew, and whoever writes what is gathered waits for it or is waited for. Versions, history and outbox
// know nothing of it: nobody has changed the record.
import { identifier, join, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { JobReport, Progress } from '../jobs/job.ts';
import type { JobHandler, JobWork } from '../jobs/job-handler.ts';
import { columnsOf, type KeptRollup } from '../model/kept-rollups.ts';
import type { Model } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import { fillRollupsKind, markFilled, unfilledRollups } from '../versions/rollup-state.ts';

export const rollupJobs: JobHandler = {
  kind: fillRollupsKind,
  run: fillAll,
  ended: async () => undefined,
  sweep: async () => undefined,
};

interface Checkpoint {
  readonly entity: string;
  /** The last owner that was filled; null at the beginning. */
  readonly after: string | null;
  /** Owners filled in all. */
  readonly done: number;
  /** What is being filled, so that a change of meaning begins anew. */
  readonly fields: readonly string[];
}

const windowRows = 200;

async function fillAll(work: JobWork): Promise<JobReport> {
  let at = work.job.checkpoint as Checkpoint | null;
  for (;;) {
    const model = await newestModel(work);
    const [entity, rollups] = firstOf(await unfilledRollups(work.engine.database, model));
    if (entity === null) return { filled: at?.done ?? 0 };
    const fields = rollups.map(({ field }) => field.name);
    const goesOn = at?.entity === entity && at.fields.join() === fields.join();
    const from: Checkpoint = goesOn && at ? at : { entity, after: null, done: at?.done ?? 0, fields };
    at = await fillEntity(work, model, rollups, from);
  }
}

/** One entity at a time. */
function firstOf(unfilled: readonly KeptRollup[]): [entity: string | null, rollups: readonly KeptRollup[]] {
  const [entity] = unfilled.map(({ owner }) => owner.name).sort();
  return [entity ?? null, unfilled.filter(({ owner }) => owner.name === entity)];
}

/** Another node may have published it. */
async function newestModel({ engine, job }: JobWork): Promise<Model> {
  const model = await engine.models.refresh(job.workspace);
  if (!model) throw new Refusal('not_ready');
  return model;
}

async function fillEntity(
  work: JobWork,
  model: Model,
  rollups: readonly KeptRollup[],
  from: Checkpoint,
): Promise<Checkpoint> {
  let at = from;
  for (let atEnd = false; !atEnd;)
    await work.step(async (connection) => {
      const ids = await fillWindow(connection, rollups, at.after);
      atEnd = ids.length < windowRows;
      at = { ...at, after: ids.at(-1) ?? at.after, done: at.done + ids.length };
      if (atEnd) await markFilled(connection, model.workspace, rollups);
      return progressOf(at);
    });
  return at;
}

async function fillWindow(
  connection: Connection,
  rollups: readonly KeptRollup[],
  after: string | null,
): Promise<readonly string[]> {
  const [first] = rollups;
  if (!first) return [];
  const { table } = first.owner;
  const beyond = after === null ? sql`true` : sql`id > ${after}::uuid`;
  const rows = await connection.query(
    sql`select id from ${table} where ${beyond} order by id limit ${windowRows}::int for no key update`,
  );
  const ids = rows.map((row) => String(row['id']));
  const set = rollups.flatMap((rollup) =>
    columnsOf(rollup, 'p').map(({ name, anew }) => sql`${identifier(name)} = ${anew}`),
  );
  // A statement of its own: it sees what those who held these owners have written meanwhile.
  if (ids.length)
    await connection.query(sql`update ${table} p set ${join(set, ', ')} where p.id = any(${ids}::uuid[])`);
  return ids;
}

function progressOf(checkpoint: Checkpoint): Progress {
  return { done: checkpoint.done, total: null, report: { filled: checkpoint.done }, checkpoint };
}
