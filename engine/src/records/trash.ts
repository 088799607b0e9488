// Into the trash and back. Child rows go and come with their parent; look-ups to a trashed record say what happens to it.
import { identifier, sql } from '@trellis/expressions/sql';
import { labelOf } from '@trellis/metadata/labels';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity } from '../model/model.ts';
import type { EventKind } from '../outbox/append.ts';
import { Refusal, type Fault } from '../problems/problem.ts';
import { valueFault } from '../problems/value-fault.ts';
import { authoriseWrite } from './authorise.ts';
import { executeWrite } from './execute.ts';
import type { Judgement } from './judgement.ts';
import { loadRecord, type StoredRecord } from './load.ts';
import { planWrite } from './plan-write.ts';
import { staleRefusal } from './read-back.ts';
import type { DeleteRequest, RestoreRequest } from './request.ts';
import { readSelect } from './select.ts';
import { refuse } from './validate.ts';

/** Runs inside a transaction: children and clearing look-ups follow the record, or nothing happens. */
export async function moveToTrash(judge: Judgement, connection: Connection, request: DeleteRequest): Promise<void> {
  const { entity } = authoriseWrite(judge, request);
  const stored = await loadRecord(judge, connection, entity, { id: request.id, action: 'delete' });
  if (request.version !== null && request.version !== stored.version)
    throw await staleRefusal(judge, connection, request, stored.version);
  await releaseReferrers(judge, connection, entity, request.id, new Set([request.id]));
  await mark(judge, connection, { entity, id: request.id, stored, kind: 'deleted', at: judge.asker.now });
}

export async function restoreFromTrash(
  judge: Judgement,
  connection: Connection,
  request: RestoreRequest,
): Promise<void> {
  const { entity } = authoriseWrite(judge, request);
  const stored = await loadRecord(judge, connection, entity, { id: request.id, action: 'delete', trashed: true });
  await refuseLostLookups(judge, connection, entity, stored);
  await mark(judge, connection, { entity, id: request.id, stored, kind: 'restored', at: null });
  for (const child of childrenOf(judge, entity)) {
    const rows = await connection.prepared(sql`select id from ${child.entity.table}
      where ${identifier(child.field)} = ${request.id}::uuid and deleted_at = ${stored.deletedAt}::timestamptz`);
    // Rows went along whatever the asker could do to each of them; they come back likewise.
    for (const row of rows)
      await restoreFromTrash(beyondRights(judge), connection, {
        action: 'restore',
        entity: child.entity.name,
        id: String(row['id']),
      });
  }
}

interface Mark {
  readonly entity: CompiledEntity;
  readonly id: string;
  readonly stored: StoredRecord;
  readonly kind: EventKind;
  readonly at: string | null;
}

async function mark(judge: Judgement, connection: Connection, { entity, id, stored, kind, at }: Mark): Promise<void> {
  const { now, actor, language } = judge.asker;
  const values = { deleted_at: at, updated_at: now, updated_by: actor.userId };
  const answer = readSelect(judge, entity, 'id', false);
  const plan = planWrite({ judge, entity, id, values, kind, old: stored, beside: {}, answer });
  if ((await executeWrite(connection, plan, entity, language)) === null) throw new Refusal('conflict');
}

/** `restrict` refuses, `clear` blanks the look-up, `cascade` and child tables take their rows along. */
async function releaseReferrers(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  id: string,
  leaving: Set<string>,
): Promise<void> {
  for (const { entity: name, field: fieldName } of entity.referrers) {
    const referrer = judge.model.entities.get(name);
    const field = referrer?.fields.get(fieldName);
    if (!referrer || field?.relation?.kind !== 'one') continue;
    const found = await connection.prepared(
      sql`select id from ${referrer.table} where ${identifier(fieldName)} = ${id}::uuid and deleted_at is null`,
    );
    // Records may lead round in a circle.
    const rows = found.filter((row) => !leaving.has(String(row['id'])));
    if (rows.length === 0) continue;
    const follows =
      field.relation.onDelete === 'cascade' ||
      (referrer.parent?.field === fieldName && referrer.parent.entity === entity.name);
    if (!follows && field.relation.onDelete === 'restrict') throw inUse(judge, referrer, rows.length);
    for (const row of rows) {
      const at = { id: String(row['id']), action: follows ? 'delete' : 'update' } as const;
      const stored = await loadRecord(beyondRights(judge), connection, referrer, at);
      if (follows) {
        leaving.add(at.id);
        await releaseReferrers(judge, connection, referrer, at.id, leaving);
        await mark(judge, connection, { entity: referrer, id: at.id, stored, kind: 'deleted', at: judge.asker.now });
      } else await clear(judge, connection, referrer, { ...at, fieldName, stored });
    }
  }
}

/** What a record looks up may have left while it lay in the trash. */
async function refuseLostLookups(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  stored: StoredRecord,
): Promise<void> {
  const faults: Fault[] = [];
  for (const field of entity.fields.values()) {
    const id = stored.values[field.name];
    const target =
      field.relation?.kind === 'one' && !field.system ? judge.model.entities.get(field.relation.entity) : undefined;
    if (!target || typeof id !== 'string') continue;
    const [lost] = await connection.prepared(
      sql`select 1 from ${target.table} where id = ${id}::uuid and deleted_at is not null`,
    );
    if (lost) faults.push(valueFault(field.name, 'record_not_found', judge.asker.language));
  }
  refuse(faults);
}

async function clear(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  at: { id: string; fieldName: string; stored: StoredRecord },
): Promise<void> {
  const values = { [at.fieldName]: null, updated_at: judge.asker.now, updated_by: judge.asker.actor.userId };
  const answer = readSelect(beyondRights(judge), entity, 'id', false);
  const write = {
    judge: beyondRights(judge),
    entity,
    id: at.id,
    values,
    kind: 'updated' as const,
    old: at.stored,
    beside: {},
    answer,
  };
  await executeWrite(connection, planWrite(write), entity, judge.asker.language);
}

/** What follows from a delete follows whether or not its subject could do it row by row. */
function beyondRights(judge: Judgement): Judgement {
  const unrestricted = { ...judge.access, row: () => ({ kind: 'all' }) as const, field: () => 'always' as const };
  return { ...judge, access: unrestricted };
}

function inUse(judge: Judgement, referrer: CompiledEntity, count: number): Refusal {
  const seen = judge.access.row(referrer.name, 'read').kind === 'all';
  const label = labelOf(referrer.definition.labels ?? referrer.label, judge.asker.language);
  return new Refusal('in_use', { count: seen ? count : 1, entity: seen ? label : '…' });
}

function childrenOf(judge: Judgement, entity: CompiledEntity): { entity: CompiledEntity; field: string }[] {
  return [...entity.fields.values()].flatMap((field) => {
    const child = field.relation?.kind === 'children' ? judge.model.entities.get(field.relation.entity) : undefined;
    return child && field.relation?.kind === 'children' ? [{ entity: child, field: field.relation.parentField }] : [];
  });
}
