// Into the trash and back. What went along with a record comes back with it, and look-ups that were cleared lead to it again.
import { identifier, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity } from '../model/model.ts';
import type { Fault } from '../problems/problem.ts';
import { valueFault } from '../problems/value-fault.ts';
import { authoriseWrite } from './authorise.ts';
import { translated } from './execute.ts';
import type { Judgement } from './judgement.ts';
import { holdRecord, loadRecord, type StoredRecord } from './load.ts';
import { staleRefusal } from './read-back.ts';
import { beyondRights, goesAlong, releaseReferrers, writeConsequence } from './release.ts';
import { takeReleased } from './released.ts';
import type { DeleteRequest, RestoreRequest } from './request.ts';
import { refuse } from './validate.ts';

/** Runs inside a transaction: children and clearing look-ups follow the record, or nothing happens. */
export async function moveToTrash(judge: Judgement, connection: Connection, request: DeleteRequest): Promise<void> {
  const { entity } = authoriseWrite(judge, request);
  const { id, version } = request;
  const { now, language } = judge.asker;
  const stored = await translated(
    () => loadRecord(judge, connection, entity, { id, action: 'delete', hold: 'removal' }),
    entity,
    language,
  );
  if (version !== null && version !== stored.version)
    throw await staleRefusal(judge, connection, request, stored.version);
  await releaseReferrers(judge, connection, entity, id, new Set([id]));
  await writeConsequence(judge, connection, { entity, stored, kind: 'deleted', values: { deleted_at: now } });
}

export async function restoreFromTrash(
  judge: Judgement,
  connection: Connection,
  request: RestoreRequest,
): Promise<void> {
  const { entity } = authoriseWrite(judge, request);
  const stored = await loadRecord(judge, connection, entity, { id: request.id, action: 'delete', trashed: true });
  await refuseLostLookups(judge, connection, entity, stored);
  await writeConsequence(judge, connection, { entity, stored, kind: 'restored', values: { deleted_at: null } });
  for (const { entity: name, field } of entity.referrers) {
    const referrer = judge.model.entities.get(name);
    if (!referrer || !goesAlong(referrer, field, entity)) continue;
    const rows = await connection.prepared(sql`select id from ${referrer.table}
      where ${identifier(field)} = ${request.id}::uuid and deleted_at = ${stored.deletedAt}::timestamptz order by id`);
    // Rows went along whatever the asker could do to each of them; they come back likewise.
    for (const row of rows)
      await restoreFromTrash(beyondRights(judge), connection, {
        action: 'restore',
        entity: name,
        id: String(row['id']),
      });
  }
  await lookUpAgain(judge, connection, request.id);
}

/** Look-ups that the delete has cleared lead here again, unless they have been set or their record deleted meanwhile. */
async function lookUpAgain(judge: Judgement, connection: Connection, target: string): Promise<void> {
  for (const { entity: name, field, record } of await takeReleased(connection, judge.model.workspace, target)) {
    const entity = judge.model.entities.get(name);
    const stored = entity?.fields.has(field) ? await holdRecord(connection, entity, record) : null;
    if (!entity || !stored || stored.values[field] !== null) continue;
    const values = { [field]: target };
    await writeConsequence(judge, connection, { entity, stored, kind: 'updated', values });
  }
}

/** What a record looks up may have left while it lay in the trash; what has not is held, so that it stays. */
async function refuseLostLookups(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  stored: StoredRecord,
): Promise<void> {
  const { language } = judge.asker;
  const faults: Fault[] = [];
  for (const field of entity.fields.values()) {
    const id = stored.values[field.name];
    const target =
      field.relation?.kind === 'one' && !field.system && !field.computed
        ? judge.model.entities.get(field.relation.entity)
        : undefined;
    if (!target || typeof id !== 'string' || id === stored.id) continue;
    const there = sql`select 1 from ${target.table} where id = ${id}::uuid and deleted_at is null for key share`;
    const [found] = await translated(() => connection.prepared(there), entity, language);
    if (!found) faults.push(valueFault(field.name, 'record_not_found', language));
  }
  refuse(faults);
}
