// Fills the search companions of rows that were there before their field was searched, or that a node wrote by an older model. In
// the order of ids, a window of rows a step, while everybody works; versions, history and outbox know nothing of it.
import { setTimeout as sleep } from 'node:timers/promises';
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { JobReport, Progress } from '../jobs/job.ts';
import type { JobHandler, JobWork } from '../jobs/job-handler.ts';
import type { CompiledEntity, Model } from '../model/model.ts';
import { companionsOf, companionText, isMissing } from '../model/search-companion.ts';
import { fieldText } from '../model/search-text.ts';
import { quoteIdentifier } from '../model/object-names.ts';
import { tablesOf } from '../model/tables.ts';
import { Refusal } from '../problems/problem.ts';
import { derivedChanges, fillingKind, markFilled } from '../versions/derived-columns.ts';

export const fillingJobs: JobHandler = {
  kind: fillingKind,
  run: fillAll,
  ended: async () => undefined,
  sweep: async () => undefined,
};

interface Checkpoint {
  readonly table: string;
  /** The last id that was looked at; null at the beginning of the table. */
  readonly after: string | null;
  /** Others held rows that are to be filled: the table is walked once more. */
  readonly missed: boolean;
  /** Rows looked at and rows filled, in all tables. */
  readonly looked: number;
  readonly filled: number;
}

const windowRows = 1_000;
const patienceMs = 1_000;

async function fillAll(work: JobWork): Promise<JobReport> {
  let at = work.job.checkpoint as Checkpoint | null;
  for (;;) {
    const model = await newestModel(work);
    const { unfilled } = await derivedChanges(work.engine.database, model.workspace, tablesOf(model));
    const tables = new Set(unfilled.map(({ table }) => table));
    const [table] = [...tables].sort();
    if (table === undefined) return { filled: at?.filled ?? 0 };
    if (!at || !tables.has(at.table)) at = { looked: 0, filled: 0, ...at, table, after: null, missed: false };
    at = await fillTable(work, model, at);
  }
}

/** Another node may have published it. */
async function newestModel({ engine, job }: JobWork): Promise<Model> {
  const model = await engine.models.refresh(job.workspace);
  if (!model) throw new Refusal('not_ready');
  return model;
}

async function fillTable(work: JobWork, { workspace, entities }: Model, from: Checkpoint): Promise<Checkpoint> {
  const entity = entities.get(from.table);
  if (!entity) throw new Error(`${from.table} is no entity's table`);
  let at = await walk(work, entity, from);
  while (at.missed) {
    await sleep(patienceMs);
    at = await walk(work, entity, { ...at, after: null, missed: false });
  }
  await work.step(async (connection) => {
    // Others may have come to the table meanwhile.
    await markFilled(
      connection,
      workspace,
      companionsOf(entity).map(({ column }) => ({ table: entity.name, column })),
    );
    return progressOf(at);
  });
  return at;
}

/** From the checkpoint to the end of the table. */
async function walk(work: JobWork, entity: CompiledEntity, from: Checkpoint): Promise<Checkpoint> {
  let at = from;
  for (let atEnd = false; !atEnd;)
    await work.step(async (connection) => {
      const seen = await fillWindow(connection, entity, at.after);
      atEnd = seen.last === null;
      at = {
        table: at.table,
        after: seen.last ?? at.after,
        missed: at.missed || seen.missed,
        looked: at.looked + seen.looked,
        filled: at.filled + seen.filled,
      };
      return progressOf(at);
    });
  return at;
}

function progressOf(checkpoint: Checkpoint): Progress {
  return { done: checkpoint.looked, total: null, report: { filled: checkpoint.filled }, checkpoint };
}

interface Seen {
  /** null: there was no row any more. */
  readonly last: string | null;
  readonly missed: boolean;
  readonly looked: number;
  readonly filled: number;
}

async function fillWindow(connection: Connection, entity: CompiledEntity, after: string | null): Promise<Seen> {
  const missing = companionsOf(entity).map(
    ({ column, field }) => sql`(${raw(isMissing(quoteIdentifier(column), fieldText(field, quoteIdentifier)))})`,
  );
  const beyond = after === null ? sql`true` : sql`id > ${after}::uuid`;
  const rows = await connection.prepared(sql`select id, (${join(missing, ' or ')}) is true as missing
    from ${entity.table} where ${beyond} order by id limit ${windowRows}::int`);
  const wanted = rows.filter((row) => row['missing'] === true).map((row) => String(row['id']));
  const filled = wanted.length ? await fillRows(connection, entity, wanted) : 0;
  const last = rows.at(-1)?.['id'];
  return {
    last: last === undefined ? null : String(last),
    missed: filled < wanted.length,
    looked: rows.length,
    filled,
  };
}

/** Rows that somebody else is writing are left to them: nobody waits for us, nor we for anybody. */
async function fillRows(connection: Connection, entity: CompiledEntity, ids: readonly string[]): Promise<number> {
  const companions = companionsOf(entity);
  const texts = companions.map(
    ({ field }, index) => sql`${raw(fieldText(field, quoteIdentifier))} as ${named('t', index)}`,
  );
  const rows = await connection.prepared(sql`select id, ${join(texts, ', ')} from ${entity.table}
    where id = any(${ids}::uuid[]) order by id for no key update skip locked`);
  const values = companions.map((_, index) =>
    rows.map((row) => (row[`t${index}`] === null ? null : companionText(String(row[`t${index}`])))),
  );
  const given = join(
    [sql`${rows.map((row) => row['id'])}::uuid[]`, ...values.map((list) => sql`${list}::text[]`)],
    ', ',
  );
  const names = join([raw('id'), ...values.map((_, index) => named('c', index))], ', ');
  const set = companions.map(({ column }, index) => sql`${identifier(column)} = v.${named('c', index)}`);
  await connection.prepared(sql`update ${entity.table} r set ${join(set, ', ')}
    from unnest(${given}) v(${names}) where r.id = v.id`);
  return rows.length;
}

function named(letter: string, index: number): Sql {
  return raw(`${letter}${index}`);
}
