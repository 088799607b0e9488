// Many-to-many fields: the link rows of one record, replaced as a whole. A target that the asker cannot see does not exist.
import { identifier, sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledField } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import { valueFault } from '../problems/value-fault.ts';
import { rowRule, type Judgement } from './judgement.ts';

export async function writeLinks(
  judge: Judgement,
  connection: Connection,
  id: string,
  links: ReadonlyMap<CompiledField, readonly string[]>,
): Promise<void> {
  for (const [field, ids] of links) {
    const target = field.relation?.kind === 'many' ? judge.model.entities.get(field.relation.entity) : undefined;
    if (!field.linkTable || !target) continue;
    const wanted = [...new Set(ids)];
    await connection.prepared(sql`delete from ${field.linkTable} where source = ${id}::uuid`);
    const rule = rowRule(judge, target, 'read', 't');
    const rows = await connection.prepared(sql`insert into ${field.linkTable} (source, target, position)
      select ${id}::uuid, t.id, w.position from unnest(${wanted}::uuid[]) with ordinality w(id, position)
      join ${target.table} t on t.id = w.id where t.deleted_at is null${rule ? sql` and ${rule}` : sql``} returning target`);
    if (rows.length !== wanted.length)
      throw new Refusal('invalid_values', {}, [valueFault(field.name, 'record_not_found', judge.asker.language)]);
  }
}

/** The ids that are linked now, in order, for history. */
export async function linkedIds(
  connection: Connection,
  id: string,
  fields: Iterable<CompiledField>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const linked: Record<string, readonly string[]> = {};
  for (const field of fields) {
    if (!field.linkTable) continue;
    const rows = await connection.prepared(
      sql`select ${identifier('target')} from ${field.linkTable} where source = ${id}::uuid order by position`,
    );
    linked[field.name] = rows.map((row) => String(row['target']));
  }
  return linked;
}
