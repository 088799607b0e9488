// The tables of one read: the entity itself as `r`, and each look-up path that select, filter or sort walks, joined once.
import { identifier, join, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledEntity } from '../model/model.ts';
import { contextParameter, rowRule, scalarSeen, type Judgement } from './judgement.ts';

export interface Joins {
  readonly root: string;
  /** The alias of the entity that a path of look-ups leads to, joined on first use. */
  alias(path: readonly string[]): { readonly alias: string; readonly entity: CompiledEntity };
  /** Resolves a variable of a filter: context, own column, or a column behind look-ups. */
  column(path: readonly string[]): Sql;
  /** `left join … on …` for every path asked for so far. */
  render(): Sql;
}

/**
 * A joined row that the asker may not see is joined as if it were absent. Joins are to one row each, so they never
 * multiply the rows of the list.
 */
export function joinsOf(judge: Judgement, entity: CompiledEntity, root = 'r'): Joins {
  const known = new Map<string, { alias: string; entity: CompiledEntity }>();
  const clauses: Sql[] = [];

  const alias = (path: readonly string[]): { alias: string; entity: CompiledEntity } => {
    if (path.length === 0) return { alias: root, entity };
    const key = path.join('.');
    const existing = known.get(key);
    if (existing) return existing;
    const from = alias(path.slice(0, -1));
    const field = from.entity.fields.get(path.at(-1) ?? '');
    const target = field?.relation?.kind === 'one' ? judge.model.entities.get(field.relation.entity) : undefined;
    if (!field || !target) throw new Error(`${key} of ${entity.name} is not a look-up`);
    const made = { alias: `${root}${known.size + 1}`, entity: target };
    known.set(key, made);
    const link = sql`${identifier(made.alias, 'id')} = ${identifier(from.alias, field.name)}`;
    const rule = rowRule(judge, target, 'read', made.alias);
    clauses.push(
      sql` left join ${target.table} ${identifier(made.alias)} on ${rule ? sql`${link} and ${rule}` : link}`,
    );
    return made;
  };

  const column = (path: readonly string[]): Sql => {
    if (path[0] === '$record') return column(path.slice(1));
    const parameter = contextParameter(judge, path);
    if (parameter) return parameter;
    const at = alias(path.slice(0, -1));
    const field = at.entity.fields.get(path.at(-1) ?? '');
    if (!field) throw new Error(`no field ${path.join('.')} in ${entity.name}`);
    // A look-up to a record out of sight is blank here as well, so that no filter or group tells its id.
    const target = field.relation?.kind === 'one' ? judge.model.entities.get(field.relation.entity) : undefined;
    if (target && rowRule(judge, target, 'read', root)) return identifier(alias(path).alias, 'id');
    return scalarSeen(judge, field, at.alias);
  };

  return { root, alias, column, render: () => join(clauses, '') };
}
