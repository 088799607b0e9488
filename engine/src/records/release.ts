// What a delete does to the records that look up the deleted one: refused by them, they go along, or their look-up is cleared.
import { identifier, sql } from '@trellis/expressions/sql';
import { labelOf } from '@trellis/metadata/labels';
import type { Connection } from '../db/database.ts';
import type { Access } from '../model/access.ts';
import type { CompiledEntity } from '../model/model.ts';
import type { EventKind } from '../outbox/append.ts';
import { Refusal } from '../problems/problem.ts';
import { executeWrite, translated } from './execute.ts';
import type { Judgement } from './judgement.ts';
import { holdReferrers, type StoredRecord } from './load.ts';
import { planWrite } from './plan-write.ts';
import type { Stored } from './record-context.ts';
import { rememberReleased } from './released.ts';
import { readSelect } from './select.ts';

/**
 * `restrict` refuses, `clear` blanks the look-up, `cascade` and child tables take their rows along. The record itself is held
 * for its removal, so that nobody comes to look it up meanwhile. `leaving`: ids of all that goes; records may lead round in a circle.
 */
export async function releaseReferrers(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  id: string,
  leaving: Set<string>,
): Promise<void> {
  const { asker, model } = judge;
  for (const { entity: name, field: lookup } of entity.referrers) {
    const referrer = model.entities.get(name);
    const relation = referrer?.fields.get(lookup)?.relation;
    if (!referrer || relation?.kind !== 'one') continue;
    const follows = goesAlong(referrer, lookup, entity);
    const referring = { field: lookup, id, without: leaving };
    if (!follows && relation.onDelete === 'restrict') {
      await refuseInUse(judge, connection, referrer, referring);
      continue;
    }
    const held = await translated(
      () => holdReferrers(connection, referrer, referring, follows ? 'removal' : 'change'),
      referrer,
      asker.language,
    );
    for (const stored of held)
      if (!follows) {
        const values = { [lookup]: null };
        await writeConsequence(judge, connection, { entity: referrer, stored, kind: 'updated', values });
      } else if (!leaving.has(stored.id)) {
        leaving.add(stored.id);
        await releaseReferrers(judge, connection, referrer, stored.id, leaving);
        const values = { deleted_at: asker.now };
        await writeConsequence(judge, connection, { entity: referrer, stored, kind: 'deleted', values });
      }
    if (!follows)
      await rememberReleased(connection, model.workspace, { target: id, entity: name, field: lookup, held });
  }
}

/** Rows of a child table and those whose look-up cascades share the fate of the record that they look up. */
export function goesAlong(referrer: CompiledEntity, lookup: string, entity: CompiledEntity): boolean {
  const relation = referrer.fields.get(lookup)?.relation;
  if (relation?.kind !== 'one') return false;
  return (
    relation.onDelete === 'cascade' || (referrer.parent?.field === lookup && referrer.parent.entity === entity.name)
  );
}

export interface Consequence {
  readonly entity: CompiledEntity;
  readonly stored: StoredRecord;
  readonly kind: EventKind;
  readonly values: Stored;
}

/** Writes what follows from a delete or a restore to one row, with its history and outbox rows. */
export async function writeConsequence(
  judge: Judgement,
  connection: Connection,
  { entity, stored, kind, values }: Consequence,
): Promise<void> {
  const { now, actor } = judge.asker;
  const beyond = beyondRights(judge);
  const plan = planWrite({
    judge: beyond,
    entity,
    id: stored.id,
    values: { ...values, updated_at: now, updated_by: actor.userId },
    kind,
    old: stored,
    beside: {},
    answer: readSelect(beyond, entity, 'id', false),
  });
  if ((await executeWrite(beyond, connection, plan, entity)) === null) throw new Refusal('conflict');
}

const unrestricted = new WeakMap<Access, Access>();

/** What follows from a delete follows whether or not its subject could do it row by row. */
export function beyondRights(judge: Judgement): Judgement {
  let access = unrestricted.get(judge.access);
  if (!access) {
    access = { ...judge.access, row: () => ({ kind: 'all' }), field: () => 'always' };
    // Kept, because plans hang on the access that they were made for.
    unrestricted.set(judge.access, access);
  }
  return { ...judge, access };
}

async function refuseInUse(
  judge: Judgement,
  connection: Connection,
  referrer: CompiledEntity,
  { field, id, without }: { readonly field: string; readonly id: string; readonly without: Iterable<string> },
): Promise<void> {
  const [found] = await connection.prepared(sql`select count(*)::int as count from ${referrer.table}
    where ${identifier(field)} = ${id}::uuid and deleted_at is null and id <> all(${[...without]}::uuid[])`);
  const count = Number(found?.['count'] ?? 0);
  if (count === 0) return;
  const seen = judge.access.row(referrer.name, 'read').kind === 'all';
  const label = labelOf(referrer.definition.labels ?? referrer.label, judge.asker.language);
  throw new Refusal('in_use', { count: seen ? count : 1, entity: seen ? label : '…' });
}
