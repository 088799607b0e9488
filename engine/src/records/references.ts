// References to one of several entities have no foreign key: whether the record is there for the asker is asked before the write.
import { sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity } from '../model/model.ts';
import type { Fault } from '../problems/problem.ts';
import { valueFault } from '../problems/value-fault.ts';
import { rowRule, type Judgement } from './judgement.ts';
import type { Stored } from './record-context.ts';

/** Faults of the references in `values`; what the asker does not see, or what lies in the trash, is not found. */
export async function referenceFaults(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  values: Stored,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const field of entity.fields.values()) {
    const reference = values[field.name];
    if (field.relation?.kind !== 'any' || !isReference(reference)) continue;
    const target = judge.model.entities.get(reference.entity);
    const rule = target && rowRule(judge, target, 'read', 't');
    const [found] = target
      ? await connection.prepared(sql`select 1 from ${target.table} t
          where t.id = ${reference.id}::uuid and t.deleted_at is null${rule ? sql` and ${rule}` : sql``}`)
      : [];
    if (!found) faults.push(valueFault(field.name, 'record_not_found', judge.asker.language));
  }
  return faults;
}

/** Canonical, so the entity is one that the field allows. */
function isReference(value: unknown): value is { readonly entity: string; readonly id: string } {
  return typeof value === 'object' && value !== null && 'entity' in value && 'id' in value;
}
