// What a reference may lead to, as far as no foreign key says it: whether the record that a reference to one of several entities
// names is there for the asker, and whether a look-up's filter lets it be chosen.
import { sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledEntity } from '../model/model.ts';
import type { Fault } from '../problems/problem.ts';
import { valueFault } from '../problems/value-fault.ts';
import { mayChoose } from './choice-filter.ts';
import type { Judgement } from './judgement.ts';
import { rowRule } from './row-sql.ts';
import type { StoredRecord } from './load.ts';
import type { Stored } from './record-context.ts';

export interface References {
  /** What is to be written, also by the engine itself. */
  readonly given: Stored;
  /** The names of what the asker sets. */
  readonly said: ReadonlySet<string>;
  readonly stored: StoredRecord | null;
}

/**
 * Faults of the references in `given`, which of a stored record holds what changes; what lies in the trash, or in what the asker
 * has said is out of their sight, is not found.
 */
export async function referenceFaults(
  judge: Judgement,
  connection: Connection,
  entity: CompiledEntity,
  { given, said, stored }: References,
): Promise<Fault[]> {
  const { language } = judge.asker;
  const faults: Fault[] = [];
  for (const field of entity.fields.values()) {
    if (field.choices && !(await mayChoose(judge, connection, field, { entity, given, stored })))
      faults.push(valueFault(field.name, 'not_offered', language));
    const reference = given[field.name];
    if (field.relation?.kind !== 'any' || !isReference(reference)) continue;
    const target = judge.model.entities.get(reference.entity);
    const rule = target && said.has(field.name) ? rowRule(judge, target, 'read', 't') : null;
    const [found] = target
      ? await connection.prepared(sql`select 1 from ${target.table} t
          where t.id = ${reference.id}::uuid and t.deleted_at is null${rule ? sql` and ${rule}` : sql``}`)
      : [];
    if (!found) faults.push(valueFault(field.name, 'record_not_found', language));
  }
  return faults;
}

/** Canonical, so the entity is one that the field allows. */
export function isReference(value: unknown): value is { readonly entity: string; readonly id: string } {
  return typeof value === 'object' && value !== null && 'entity' in value && 'id' in value;
}
