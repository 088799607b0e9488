// A new record, from judged body to written row, with its links and child rows in the same transaction.
import type { Connection } from '../db/database.ts';
import { Refusal } from '../problems/problem.ts';
import { authoriseWrite } from './authorise.ts';
import { takeNumbers } from './auto-number.ts';
import type { WriteChildren } from './child-writer.ts';
import { givenBeside } from './draft-rows.ts';
import { diagnose, executeWrite } from './execute.ts';
import { newId } from './id.ts';
import type { Judgement } from './judgement.ts';
import { writeLinks } from './links.ts';
import { normalise } from './normalise.ts';
import { planWrite } from './plan-write.ts';
import { readBack } from './read-back.ts';
import { referenceFaults } from './references.ts';
import type { CreateRequest } from './request.ts';
import { readSelect } from './select.ts';
import { settleOne } from './settle.ts';
import { faultsOf, namesOf, refuse } from './validate.ts';

export interface Written {
  readonly id: string;
  /** The record as its reader may see it; null where they may not. */
  readonly json: string | null;
}

/** Needs a transaction where the body carries links or children. */
export async function createRecord(
  judge: Judgement,
  connection: Connection,
  request: CreateRequest,
  writeChildren: WriteChildren,
): Promise<Written> {
  const { asker, model } = judge;
  const write = normalise(authoriseWrite(judge, request));
  const { entity } = write;
  const { beside, wrong: wrongRows } = await givenBeside(connection, write, null);
  const named = new Set(write.given.map(({ name }) => name));
  const { values, related } = await settleOne(judge, connection, entity, {
    values: write.values,
    named,
    beside,
    old: null,
  });
  const whole = { ...values, ...beside };
  const faults = [
    ...write.faults,
    ...(await referenceFaults(judge, connection, entity, { given: whole, said: named, stored: null })),
  ];
  const wrong = namesOf(faults).union(wrongRows);
  refuse([...faults, ...faultsOf({ ...judge, entity, old: null, values: whole, said: named, wrong, related })]);

  const numbers = await takeNumbers(connection, model.workspace, entity, 1, asker.today);
  const id = newId();
  const plan = planWrite({
    judge,
    entity,
    id,
    values: { ...values, ...firstOf(numbers), ...birth(judge) },
    kind: 'created',
    old: null,
    beside: Object.fromEntries([...write.links].map(([field, ids]) => [field.name, ids])),
    answer: readSelect(judge, entity, null, true),
    given: write.given,
  });
  const json = await executeWrite(judge, connection, plan, entity);
  if (json === null) throw (await diagnose(connection, plan, asker.language)) ?? new Refusal('forbidden');
  if (Object.keys(beside).length === 0) return { id, json };

  await writeLinks(judge, connection, id, write.links);
  await writeChildren(judge, connection, { entity, id, children: write.children, replace: false });
  return { id, json: await readBack(judge, connection, entity.name, id) };
}

/** Who made it and when, for the row's own columns. */
export function birth(judge: Judgement): Readonly<Record<string, unknown>> {
  const { now, actor } = judge.asker;
  return { created_at: now, created_by: actor.userId, updated_at: now, updated_by: actor.userId };
}

function firstOf(numbers: ReadonlyMap<string, readonly string[]>): Record<string, unknown> {
  return Object.fromEntries([...numbers].map(([field, texts]) => [field, texts[0]]));
}
