// One pass over the rows of an import, batch by batch. Two batches are under way at a time: while one is written, the next is
// read and, where it need not see what the first has written, judged.
import type { Connection } from '../db/database.ts';
import type { Progress } from '../jobs/job.ts';
import type { JobWork } from '../jobs/job-handler.ts';
import type { Judgement } from '../records/judgement.ts';
import { inBatches } from './batches.ts';
import { planImport, type ImportPlan } from './columns.ts';
import type { CsvRow } from './csv-reader.ts';
import { decideByKey, prepareNew, writePrepared, type Outcome } from './decide-batch.ts';
import type { ErrorFile } from './error-file.ts';
import { targetFinder, type TargetFinder } from './find-targets.ts';
import { appendHeld } from './held-rows.ts';
import type { ImportInput } from './import-input.ts';
import { judgeNew } from './judge-rows.ts';
import { rowReader, type ReadRow, type RowReader } from './read-cells.ts';
import type { Tally } from './report.ts';
import { makeRest, restingMap, type Rest } from './rest.ts';
import type { Survey } from './survey.ts';

/** Where an import goes on. */
export interface Checkpoint {
  readonly survey: Survey;
  readonly pass: number;
  /** Rows that name a record of the file which is not there yet wait for the next pass; else they are refused. */
  readonly holdBack: boolean;
  /** Rows of this pass that have been decided on or held back. */
  readonly consumed: number;
  /** Rows that this pass has written: none means that those held back wait for nothing. */
  readonly wrote: number;
  readonly errorBytes: number;
  readonly heldBytes: number;
}

export interface PassState {
  readonly work: JobWork;
  readonly input: ImportInput;
  readonly tally: Tally;
  readonly errors: ErrorFile;
  readonly heldPath: string;
  readonly connection: Connection;
  /** null: a trial, which uses up no numbers. */
  readonly counters: Connection | null;
  step(batch: (connection: Connection) => Promise<Progress>): Promise<void>;
}

export async function runPass(
  state: PassState,
  source: AsyncIterable<readonly CsvRow[]>,
  from: Checkpoint,
): Promise<Checkpoint> {
  const tools = batchTools(state.work, state.input, from.survey);
  const rest = makeRest();
  let at = from;
  let before: Promise<void> = Promise.resolve();
  for await (const rows of inBatches(source, from.consumed)) {
    const batch = runBatch({ ...state, ...(await tools()), rest }, rows, {
      holdBack: from.holdBack,
      before,
      advance: (change) => (at = change(at)),
    });
    // Whoever waits for it next hears of its failure.
    batch.catch(() => undefined);
    await before;
    before = batch;
  }
  await before;
  return at;
}

interface Tools {
  readonly plan: ImportPlan;
  readonly read: RowReader;
  readonly finder: TargetFinder;
}

/** Rights and model are asked for anew for each batch; what was made for them is kept while they stay. */
function batchTools(work: JobWork, input: ImportInput, { dateOrders }: Survey): () => Promise<Tools> {
  let made: Tools | undefined;
  return async () => {
    const judge = await work.judge(input.language);
    if (!made || !sameEyes(made.plan.judge, judge)) {
      const plan = planImport(judge, { ...input, dateOrders });
      made = { plan, read: rowReader(plan), finder: targetFinder(plan.columns) };
    }
    return { ...made, plan: { ...made.plan, judge } };
  };
}

function sameEyes(left: Judgement, right: Judgement): boolean {
  return left.model === right.model && left.access === right.access && left.asker.actor === right.asker.actor;
}

interface Turn {
  readonly holdBack: boolean;
  /** The batch before this one, written. */
  readonly before: Promise<void>;
  advance(change: (at: Checkpoint) => Checkpoint): Checkpoint;
}

type BatchState = PassState & Tools & { readonly rest: Rest };

async function runBatch(
  state: BatchState,
  rows: readonly CsvRow[],
  { holdBack, before, advance }: Turn,
): Promise<void> {
  const { plan, read, finder, connection, rest } = state;
  const byKey = plan.key.length > 0;
  const all = await restingMap(rows, rest, read);
  // A trial has one connection, on which statements that fail and those behind them must not mix.
  if (state.counters === null) await before;
  const held = await finder.find(plan, connection, all, holdBack);
  const ready = all.filter((row) => sound(row) && !held.has(row));
  const fresh = byKey ? null : await prepareNew(state, await judgeNew(plan, connection, ready, rest));
  await before;
  await state.step(async (transaction) => {
    const tools = { ...state, connection: transaction };
    const outcome = fresh ? await writePrepared(tools, fresh) : await decideByKey(tools, ready);
    return note(state, all, { outcome, held, advance });
  });
}

async function note(
  state: BatchState,
  rows: readonly ReadRow[],
  { outcome, held, advance }: { outcome: Outcome; held: ReadonlySet<ReadRow>; advance: Turn['advance'] },
): Promise<Progress> {
  const { tally, errors, heldPath } = state;
  const refused = rows.filter((row) => !sound(row));
  for (const { faults } of refused) tally.refuse(faults);
  tally.count(outcome);
  const errorBytes = await errors.append(refused);
  const { heldBytes } = advance((at) => at);
  const nextHeldBytes = await appendHeld(heldPath, [...held].filter(sound), heldBytes);
  const checkpoint = advance((at) => ({
    ...at,
    consumed: at.consumed + rows.length,
    wrote: at.wrote + outcome.accepted + outcome.updated,
    errorBytes,
    heldBytes: nextHeldBytes,
  }));
  const report = tally.report();
  return { done: report.rows, total: checkpoint.survey.rows, report, checkpoint };
}

function sound({ faults }: ReadRow): boolean {
  return faults.length === 0;
}
