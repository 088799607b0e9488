// The tables of one read: the entity itself as `r`, and each look-up path that filter or sort walks, joined once.
import { identifier, inlined, join, sql, type Sql } from '@trellis/expressions/sql';
import { toSql, type RowsSql } from '@trellis/expressions/to-sql';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import type { Judgement } from './judgement.ts';
import { contextParameter } from './context-parameter.ts';
import { childRows, resolving, rowRule, scalarOf } from './row-sql.ts';

export interface Joins {
  readonly root: string;
  /** The alias of the entity that a path of look-ups leads to, joined on first use. */
  alias(path: readonly string[]): { readonly alias: string; readonly entity: CompiledEntity };
  /** Resolves a variable of a filter: context, own column, or a column behind look-ups. */
  column(path: readonly string[]): Sql;
  /** The rows of a child table, of the entity itself or of one behind look-ups, as far as the asker sees them. */
  rows(path: readonly string[]): RowsSql;
  /** `left join … on …` for every path asked for so far. */
  render(): Sql;
}

/**
 * A joined row that the asker may not see is joined as if it were absent. Joins are to one row each, so they never
 * multiply the rows of the list.
 */
export function joinsOf(judge: Judgement, entity: CompiledEntity): Joins {
  const root = 'r';
  const known = new Map<string, { alias: string; entity: CompiledEntity }>();
  const references = new Map<string, string>();
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
    // What a computed look-up leads through is joined first.
    const own = field.computed
      ? computedColumn(from.alias, field, path.slice(0, -1))
      : identifier(from.alias, field.name);
    const made = { alias: `${root}${clauses.length + 1}`, entity: target };
    known.set(key, made);
    const link = sql`${identifier(made.alias, 'id')} = ${own}`;
    const rule = rowRule(judge, target, 'read', made.alias);
    clauses.push(
      sql` left join ${target.table} ${identifier(made.alias)} on ${rule ? sql`${link} and ${rule}` : link}`,
    );
    return made;
  };

  /** The id behind a reference to one of several entities, where some of their records are out of sight; null where none is. */
  const referred = (from: string, field: CompiledField): Sql | null => {
    const seen = seenTargets(judge, field);
    if (!seen) return null;
    const key = `${from}.${field.name}`;
    const made = references.get(key) ?? `${root}${clauses.length + 1}`;
    const id = identifier(made, 'id');
    if (!references.has(key))
      clauses.push(sql` left join (${seen}) ${identifier(made)} on ${id} = ${identifier(from, field.name)}`);
    references.set(key, made);
    return id;
  };

  /** What a computed field of the entity behind `prefix` stands for, its look-ups joined like all others. */
  const computedColumn = (at: string, field: CompiledField, prefix: readonly string[]): Sql => {
    const owner = judge.model.entities.get(field.entity);
    if (field.computed?.kind !== 'expression' || !field.computed.expanded || !owner) {
      const own = scalarOf(judge, field, { alias: at, sight: 'seen' });
      // Of a record that is not there nothing is gathered, not even none.
      return prefix.length ? sql`(case when ${identifier(at, 'id')} is not null then ${own} end)` : own;
    }
    const from = (path: readonly string[]): readonly string[] => {
      if (path[0] === '$record') return [...prefix, ...path.slice(1)];
      return path[0]?.startsWith('$') ? path : [...prefix, ...path];
    };
    const inner = {
      column: (path: readonly string[]) => column(from(path)),
      rows: (path: readonly string[]) => rows(from(path)),
    };
    return inlined(sql`(${toSql(field.computed.expanded.typed, resolving(judge, owner, inner))})`);
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
    const scalar = field.computed
      ? computedColumn(at.alias, field, path.slice(0, -1))
      : scalarOf(judge, field, { alias: at.alias, sight: 'seen' });
    const reference = field.follows === null ? field : at.entity.fields.get(field.follows);
    const id = reference?.relation?.kind === 'any' ? referred(at.alias, reference) : null;
    if (!id) return scalar;
    return field === reference ? id : sql`case when ${id} is not null then ${scalar} end`;
  };

  const rows = (path: readonly string[]): RowsSql => {
    if (path[0] === '$record') return rows(path.slice(1));
    const at = alias(path.slice(0, -1));
    const field = at.entity.fields.get(path.at(-1) ?? '');
    if (!field) throw new Error(`no field ${path.join('.')} in ${entity.name}`);
    return childRows(judge, field, { id: identifier(at.alias, 'id'), alias: at.alias, sight: 'seen' });
  };

  return { root, alias, column, rows, render: () => join(clauses, '') };
}

/**
 * Ids of all that a reference may lead to, as far as the asker sees it; null where they see everything. Ids are unique in the
 * workspace. A filter for one id goes by the index on the reference: an outer join to this is as good as an inner one then.
 */
function seenTargets(judge: Judgement, { relation }: CompiledField): Sql | null {
  if (relation?.kind !== 'any') return null;
  const targets = relation.entities.flatMap((name) => {
    const target = judge.model.entities.get(name);
    return target ? [{ target, rule: rowRule(judge, target, 'read', 't') }] : [];
  });
  if (targets.every(({ rule }) => rule === null)) return null;
  const alive = targets.map(
    ({ target, rule }) =>
      sql`select t.id from ${target.table} t where t.deleted_at is null${rule ? sql` and ${rule}` : sql``}`,
  );
  return join(alive, ' union all ');
}
