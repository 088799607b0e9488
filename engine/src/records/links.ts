// Many-to-many fields: the link rows of one record, replaced as a whole. A target that the asker cannot see does not exist.
import { sql, type Sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledField } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import { valueFault } from '../problems/value-fault.ts';
import type { Judgement } from './judgement.ts';
import { rowRule } from './row-sql.ts';

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
    const rule = rowRule(judge, target, 'read', 't');
    const seen = sql`t.deleted_at is null${rule ? sql` and ${rule}` : sql``}`;
    // Links that the asker does not see are not theirs to replace.
    await connection.prepared(
      sql`delete from ${field.linkTable} l using ${target.table} t where l.source = ${id}::uuid and t.id = l.target and ${seen}`,
    );
    const rows = await connection.prepared(sql`insert into ${field.linkTable} (source, target, position)
      select ${id}::uuid, t.id, w.position from unnest(${wanted}::uuid[]) with ordinality w(id, position)
      join ${target.table} t on t.id = w.id where ${seen} returning target`);
    if (rows.length !== wanted.length)
      throw new Refusal('invalid_values', {}, [valueFault(field.name, 'record_not_found', judge.asker.language)]);
  }
}

/** The ids that are linked now, in order; with a judge those that the asker sees, for history. */
export async function linkedIds(
  connection: Connection,
  id: string,
  fields: Iterable<CompiledField>,
  judge: Judgement | null = null,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const linked: Record<string, readonly string[]> = {};
  for (const field of fields) {
    if (!field.linkTable) continue;
    const rows = await connection.prepared(
      sql`select l.target from ${field.linkTable} l where l.source = ${id}::uuid${judge ? seenTarget(judge, field) : sql``} order by l.position`,
    );
    linked[field.name] = rows.map((row) => String(row['target']));
  }
  return linked;
}

function seenTarget(judge: Judgement, field: CompiledField): Sql {
  const target = field.relation?.kind === 'many' ? judge.model.entities.get(field.relation.entity) : undefined;
  if (!target) return sql``;
  const rule = rowRule(judge, target, 'read', 't');
  return sql` and exists (select 1 from ${target.table} t where t.id = l.target and t.deleted_at is null${rule ? sql` and ${rule}` : sql``})`;
}
