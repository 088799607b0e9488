// What becomes of the rows of a batch: made, changed, left alone or refused. Runs inside the batch's transaction.
import type { Connection } from '../db/database.ts';
import { takeNumbers } from '../records/auto-number.ts';
import type { ImportPlan } from './columns.ts';
import { findExisting, keyTextOf, type Existing } from './find-existing.ts';
import { judgeNew, judgeUpdates, type Draft, type Update } from './judge-rows.ts';
import { rowFault, type ReadRow } from './read-cells.ts';
import type { Rest } from './rest.ts';
import type { RowCode } from './row-codes.ts';
import { noteMoved, prepareBatch, writeBatch, type PreparedBatch } from './write-batch.ts';

export interface BatchTools {
  readonly plan: ImportPlan;
  readonly connection: Connection;
  /** Where counters are advanced: not in the batch's transaction, which other writers would wait for. null: no numbers are used up. */
  readonly counters: Connection | null;
  readonly rest: Rest;
}

export interface Outcome {
  accepted: number;
  updated: number;
  skipped: number;
}

/** A record that others keep changing is read again this often. */
const mostTries = 3;

/** New records that were judged already: all that an import without a key has. */
export async function writePrepared({ plan, connection, rest }: BatchTools, batch: PreparedBatch): Promise<Outcome> {
  const { written } = await writeBatch(plan, connection, batch, rest);
  return { accepted: written.length, updated: 0, skipped: 0 };
}

/** Gives out the numbers of new records and makes the statement that writes them. */
export async function prepareNew(
  { plan, counters, rest }: Omit<BatchTools, 'connection'>,
  drafts: readonly Draft[],
): Promise<PreparedBatch> {
  const { judge, entity } = plan;
  if (!counters || drafts.length === 0 || entity.autoNumbers.length === 0) return prepareBatch(plan, drafts, rest);
  const numbers = await takeNumbers(counters, judge.model.workspace, entity, drafts.length, judge.asker.today);
  const numbered = drafts.map((draft, index) => {
    const own = Object.fromEntries([...numbers].map(([field, texts]) => [field, texts[index] ?? null]));
    return { ...draft, values: { ...draft.values, ...own } };
  });
  return prepareBatch(plan, numbered, rest);
}

/** Rows that find their records by the key. Of rows with the same key, each sees what the one before has made of its record. */
export async function decideByKey(tools: BatchTools, rows: readonly ReadRow[]): Promise<Outcome> {
  const outcome: Outcome = { accepted: 0, updated: 0, skipped: 0 };
  const tries = new Map<ReadRow, number>();
  let pending = rows;
  while (pending.length) {
    const { round, later } = firstOfEachKey(tools.plan, pending);
    const moved = await decideRound(tools, round, outcome);
    const again = moved.filter((draft) => {
      const count = (tries.get(draft.row) ?? 0) + 1;
      tries.set(draft.row, count);
      if (count >= mostTries) noteMoved(tools.plan, draft);
      return count < mostTries;
    });
    pending = [...again.map(({ row }) => row), ...later];
  }
  return outcome;
}

async function decideRound(tools: BatchTools, rows: readonly ReadRow[], outcome: Outcome): Promise<readonly Draft[]> {
  const { plan, connection, rest } = tools;
  const existing = await findExisting(plan, connection, rows);
  const fresh: ReadRow[] = [];
  const updates: Update[] = [];
  rows.forEach((row, index) => {
    const found = existing[index] ?? { kind: 'none' };
    const act = actFor(plan, row, found);
    if (act === 'make') fresh.push(row);
    else if (act === 'change' && found.kind === 'one') updates.push({ row, existing: found });
    else if (act === 'skip') outcome.skipped++;
    else row.faults.push(rowFault(row.line, act === 'change' ? 'key_not_found' : act, plan.judge.asker.language));
  });
  const made = await writeBatch(
    plan,
    connection,
    await prepareNew(tools, await judgeNew(plan, connection, fresh, rest)),
    rest,
  );
  const judged = await judgeUpdates(plan, connection, updates, rest);
  const changed = await writeBatch(plan, connection, await prepareBatch(plan, judged.drafts, rest), rest);
  outcome.accepted += made.written.length;
  outcome.updated += changed.written.length;
  outcome.skipped += judged.unchanged;
  return changed.moved;
}

function actFor(
  { options: { mode }, key }: ImportPlan,
  row: ReadRow,
  found: Existing,
): 'make' | 'change' | 'skip' | RowCode {
  if (mode === 'create') return found.kind === 'none' ? 'make' : 'skip';
  if (found.kind === 'one') return 'change';
  if (found.kind === 'several') return 'key_several';
  if (found.kind === 'forbidden') return 'not_allowed';
  // A key that the engine gives out itself cannot be given to a new record.
  const canMake =
    mode === 'upsert' && key.every((field) => field.writable || (row.values[field.name] ?? null) === null);
  return canMake ? 'make' : 'key_not_found';
}

function firstOfEachKey(plan: ImportPlan, rows: readonly ReadRow[]): { round: ReadRow[]; later: ReadRow[] } {
  const seen = new Set<string>();
  const round: ReadRow[] = [];
  const later: ReadRow[] = [];
  for (const row of rows) {
    const key = keyTextOf(plan, row);
    if (key !== null && seen.has(key)) later.push(row);
    else round.push(row);
    if (key !== null) seen.add(key);
  }
  return { round, later };
}
