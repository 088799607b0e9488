// Writes the drafts of a batch. One statement writes all of them; rows that it leaves out are asked for their reason, and a
// statement that fails as a whole is tried with halves, until the row that it failed for stands alone.
import { raw, type Sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import { Refusal, type Fault } from '../problems/problem.ts';
import { valueFault } from '../problems/value-fault.ts';
import { translated } from '../records/execute.ts';
import { guardsOf, uniqueChecks } from './batch-checks.ts';
import { diagnoseBatch, insertBatch, rowMaker, updateBatch } from './batch-sql.ts';
import type { ImportPlan } from './columns.ts';
import { holdTargets } from './hold-targets.ts';
import { noteFaults, type Draft } from './judge-rows.ts';
import { rowFault } from './read-cells.ts';
import { restingMap, type Rest } from './rest.ts';

export interface WrittenBatch {
  readonly written: readonly Draft[];
  /** Their records have changed since they were judged. */
  readonly moved: readonly Draft[];
}

/** Drafts with the statement that writes them, made while another batch is being written. */
export interface PreparedBatch {
  readonly drafts: readonly Draft[];
  readonly statement: Sql;
}

/** All drafts are of new records, or all are of old ones. */
export async function prepareBatch(plan: ImportPlan, drafts: readonly Draft[], rest: Rest): Promise<PreparedBatch> {
  const rows = await restingMap(drafts, rest, rowMaker(plan));
  return { drafts, statement: drafts[0]?.old ? updateBatch(plan, rows) : insertBatch(plan, rows) };
}

/** Inside a transaction; the faults of what is refused go to the rows. */
export async function writeBatch(
  plan: ImportPlan,
  connection: Connection,
  batch: PreparedBatch,
  rest: Rest,
): Promise<WrittenBatch> {
  const { drafts } = batch;
  const [first] = drafts;
  if (!first) return { written: [], moved: [] };
  const result = await attempt(plan, connection, batch);
  if (!(result instanceof Refusal)) return sortOut(plan, connection, drafts, result);
  if (drafts.length === 1) {
    noteRefusal(plan, first, result);
    return { written: [], moved: [] };
  }
  const half = Math.ceil(drafts.length / 2);
  const left = await writeBatch(plan, connection, await prepareBatch(plan, drafts.slice(0, half), rest), rest);
  const right = await writeBatch(plan, connection, await prepareBatch(plan, drafts.slice(half), rest), rest);
  return { written: [...left.written, ...right.written], moved: [...left.moved, ...right.moved] };
}

/** @returns the ids that were written, or what the database refused the whole statement for. */
async function attempt(
  plan: ImportPlan,
  connection: Connection,
  { drafts, statement }: PreparedBatch,
): Promise<ReadonlySet<string> | Refusal> {
  await connection.query(raw('savepoint import_batch'));
  try {
    const write = async () => {
      await holdTargets(plan, connection, drafts);
      return connection.prepared(statement);
    };
    const rows = await translated(write, plan.entity, plan.judge.asker.language);
    await connection.query(raw('release savepoint import_batch'));
    return new Set(rows.map((row) => String(row['id'])));
  } catch (error) {
    await connection.query(raw('rollback to savepoint import_batch'));
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function sortOut(
  plan: ImportPlan,
  connection: Connection,
  drafts: readonly Draft[],
  ids: ReadonlySet<string>,
): Promise<WrittenBatch> {
  const stopped = drafts.filter((draft) => !ids.has(draft.id));
  if (stopped.length === 0) return { written: drafts, moved: [] };
  const isNew = stopped[0]?.old === null;
  const checks = isNew ? [...guardsOf(plan, 'create'), ...uniqueChecks(plan)] : guardsOf(plan, 'update');
  const found = new Map(
    (await connection.prepared(diagnoseBatch(plan, stopped, checks))).map((row) => [String(row['id']), row]),
  );
  const moved = stopped.filter((draft) => {
    const answers = found.get(draft.id);
    const failed = checks.filter((_, index) => answers?.[`c${index}`] !== true);
    const faults = failed.map(({ field, code }) => valueFault(field?.name ?? '', code, plan.judge.asker.language));
    // A record that is gone answers nothing at all.
    if (answers && faults.length) noteFaults(plan, draft.row, faults.slice(0, 1));
    else if (!isNew) return true;
    else noteMoved(plan, draft);
    return false;
  });
  return { written: drafts.filter((draft) => ids.has(draft.id)), moved };
}

/** Others were quicker, again and again. */
export function noteMoved(plan: ImportPlan, { row }: Draft): void {
  row.faults.push(rowFault(row.line, 'changed_meanwhile', plan.judge.asker.language));
}

function noteRefusal(plan: ImportPlan, draft: Draft, refusal: Refusal): void {
  const faults: readonly Fault[] = refusal.faults;
  if (faults.length) noteFaults(plan, draft.row, faults);
  else noteMoved(plan, draft);
}
