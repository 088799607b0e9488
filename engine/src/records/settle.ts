// Stage 4 of a write: what a record comes to by itself, before anything is held against it. In one pass and one order, for a single
// record or a batch, whatever channel it comes by:
//   defaults of a new record → field by field, each after those that it depends on: filled in, then cleared if it is hidden.
// All of it is the engine's own act: no right to the field is asked for, and no condition of the field refuses it.
import type { Connection } from '../db/database.ts';
import type { CompiledEntity } from '../model/model.ts';
import type { Judgement } from './judgement.ts';
import { loadRelatedOf, lookupsRead } from './load-related.ts';
import type { Stored } from './record-context.ts';
import { settlingSteps } from './settling-steps.ts';
import { merged, relate, unsettled, type Incoming, type Unsettled } from './unsettled.ts';

export interface Settled {
  /** What is to be written of the row's own fields. */
  readonly values: Stored;
  /** What stands behind its look-ups then. */
  readonly related: Stored;
}

/** Does something with each of many records; where they are very many, others have their turn in between. */
export type InTurn = <T>(items: readonly T[], one: (item: T) => void) => Promise<unknown>;

export async function settle(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  incoming: readonly Incoming[],
  inTurn: InTurn = atOnce,
): Promise<readonly Settled[]> {
  const records = incoming.map((write) => unsettled(judge, entity, write));
  const look = async (): Promise<void> => {
    const related = await loadRelatedOf(judge, connection, entity, records.map(merged));
    for (const [index, record] of records.entries()) relate(record, related[index] ?? {});
  };
  await look();
  for (const { steps, lookups } of settlingSteps(entity)) {
    if (haveMoved(records, lookups)) await look();
    await inTurn(records, (record) => {
      for (const step of steps) step(record);
    });
  }
  if (haveMoved(records, lookupsRead(judge, entity))) await look();
  return records.map(({ values, related }) => ({ values, related }));
}

/** As `settle`, of one record. */
export async function settleOne(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  incoming: Incoming,
): Promise<Settled> {
  const [settled] = await settle(judge, connection, entity, [incoming]);
  return settled ?? { values: incoming.values, related: {} };
}

async function atOnce<T>(items: readonly T[], one: (item: T) => void): Promise<void> {
  for (const item of items) one(item);
}

function haveMoved(records: readonly Unsettled[], lookups: Iterable<string>): boolean {
  const wanted = new Set(lookups);
  return wanted.size > 0 && records.some(({ moved }) => moved.size > 0 && !wanted.isDisjointFrom(moved));
}
