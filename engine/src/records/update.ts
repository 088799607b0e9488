// A change of a stored record: read, judged on the merged record, written if nobody else was quicker.
import type { Connection } from '../db/database.ts';
import { Refusal } from '../problems/problem.ts';
import { authoriseWrite } from './authorise.ts';
import { heldBeside } from './beside.ts';
import type { WriteChildren } from './child-writer.ts';
import type { Written } from './create.ts';
import { givenBeside } from './draft-rows.ts';
import { diagnose, executeWrite, translated } from './execute.ts';
import type { Judgement } from './judgement.ts';
import { linkedIds, writeLinks } from './links.ts';
import { loadRecord, type Hold, type StoredRecord } from './load.ts';
import { normalise, type NormalisedWrite } from './normalise.ts';
import { planWrite } from './plan-write.ts';
import { readBack, staleRefusal } from './read-back.ts';
import { referenceFaults } from './references.ts';
import type { UpdateRequest } from './request.ts';
import { readSelect } from './select.ts';
import { sameValue } from './same-value.ts';
import { settleOne } from './settle.ts';
import { faultsOf, namesOf, refuse } from './validate.ts';

/** @returns null where another writer came in between: nothing is written, and `updateHeld` goes onto what they left. */
export function updateRecord(
  judge: Judgement,
  connection: Connection,
  request: UpdateRequest,
  writeChildren: WriteChildren,
): Promise<Written | null> {
  return judgeAndWrite(normalise(authoriseWrite(judge, request)), { connection, writeChildren, hold: null });
}

/** Needs a transaction: nobody else gets at the row until its end. */
export async function updateHeld(
  judge: Judgement,
  connection: Connection,
  request: UpdateRequest,
  writeChildren: WriteChildren,
): Promise<Written> {
  const write = normalise(authoriseWrite(judge, request));
  const written = await judgeAndWrite(write, { connection, writeChildren, hold: 'change' });
  if (!written) throw new Refusal('conflict');
  return written;
}

interface Way {
  readonly connection: Connection;
  readonly writeChildren: WriteChildren;
  readonly hold: Hold | null;
}

async function judgeAndWrite(
  write: NormalisedWrite<UpdateRequest>,
  { connection, writeChildren, hold }: Way,
): Promise<Written | null> {
  const { judge, entity, request } = write;
  const { asker } = judge;
  const stored = await translated(
    () => loadRecord(judge, connection, entity, { id: request.id, action: 'update', hold }),
    entity,
    asker.language,
  );
  if (request.version !== null && request.version !== stored.version)
    throw await staleRefusal(judge, connection, request, stored.version);
  const changed = changedOnly(write.values, stored);
  const { beside, wrong: wrongRows } = await givenBeside(connection, write, request.id);
  const old = { ...stored.values, ...(await heldBeside(judge, connection, entity, request.id)) };
  const named = new Set(request.isSentBack ? Object.keys(changed) : write.given.map(({ name }) => name));
  const { values, related } = await settleOne(judge, connection, entity, { values: changed, named, beside, old });
  const whole = { ...values, ...beside };
  const said = new Set([...Object.keys(changed), ...Object.keys(beside)]);
  const faults = [
    ...write.faults,
    ...(await referenceFaults(judge, connection, entity, { given: whole, said, stored })),
  ];
  const wrong = namesOf(faults).union(wrongRows);
  refuse([...faults, ...faultsOf({ ...judge, entity, old, values: whole, said, wrong, related })]);
  if (Object.keys(whole).length === 0)
    return { id: request.id, json: await readBack(judge, connection, entity.name, request.id) };

  const before = await linkedIds(connection, request.id, write.links.keys(), judge);
  const plan = planWrite({
    judge,
    entity,
    id: request.id,
    values: { ...values, updated_at: asker.now, updated_by: asker.actor.userId },
    kind: 'updated',
    old: { values: { ...stored.values, ...before }, version: stored.version },
    beside: Object.fromEntries([...write.links].map(([field, ids]) => [field.name, ids])),
    answer: readSelect(judge, entity, null, true),
    given: write.given.filter(({ name }) => Object.hasOwn(whole, name)),
  });
  const json = await executeWrite(judge, connection, plan, entity);
  if (json === null) {
    const refusal = await diagnose(connection, plan, asker.language);
    if (refusal) throw refusal;
    return null;
  }
  if (Object.keys(beside).length === 0) return { id: request.id, json };

  await writeLinks(judge, connection, request.id, write.links);
  await writeChildren(judge, connection, { entity, id: request.id, children: write.children, replace: true });
  return { id: request.id, json: await readBack(judge, connection, entity.name, request.id) };
}

/** A value that is what it was is no change: no history, no touched condition. */
function changedOnly(
  values: Readonly<Record<string, unknown>>,
  stored: StoredRecord,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !sameValue(value, stored.values[name])));
}
