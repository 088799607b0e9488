// Keeps what a batch looks up from leaving before the batch is written: a record in the trash must not be looked up by a new one.
import { sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { ImportPlan } from './columns.ts';
import type { Draft } from './judge-rows.ts';

/** Takes the locks that the foreign keys take a moment later, before the guards look: a delete that came first is then seen. */
export async function holdTargets(
  { judge, entity }: ImportPlan,
  connection: Connection,
  drafts: readonly Draft[],
): Promise<void> {
  for (const field of entity.fields.values()) {
    const target =
      field.relation?.kind === 'one' && field.writable ? judge.model.entities.get(field.relation.entity) : null;
    if (!target) continue;
    const ids = new Set(
      drafts.flatMap(({ values }) => (typeof values[field.name] === 'string' ? [values[field.name]] : [])),
    );
    if (ids.size === 0) continue;
    // In one order, so that two imports do not wait for each other.
    await connection.prepared(
      sql`select from ${target.table} where id = any(${[...ids]}::uuid[]) order by id for key share`,
    );
  }
}
