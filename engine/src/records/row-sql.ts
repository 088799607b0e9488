// A row in SQL, through the eyes of a judgement: who may see it, what expressions read of it, what its computed fields stand for.
import { identifier, inlined, sql, type Sql } from '@trellis/expressions/sql';
import { toPredicateSql, toSql, type Resolve, type RowsSql } from '@trellis/expressions/to-sql';
import type { RecordAction } from '../model/access.ts';
import type { CompiledEntity, CompiledExpression, CompiledField, Rollup } from '../model/model.ts';
import { fieldAt } from '../model/scope.ts';
import { contextParameter } from './context-parameter.ts';
import { gathersAll, type Unrestricted } from './gathers-all.ts';
import { fieldAccess, type Judgement } from './judgement.ts';
import { keptSql, scalarSql } from '../model/kept-rollups.ts';
import { gatheredSql } from './rollup-sql.ts';

/** `all`: a rule may know more than its subject. `seen`: what the asker does not see is not there. */
export type Sight = 'all' | 'seen';

/** The asker's row rule for an action as SQL over `alias`; null where nothing is restricted. */
export function rowRule(judge: Judgement, entity: CompiledEntity, action: RecordAction, alias: string): Sql | null {
  const own = ownRule(judge, entity, action, alias);
  if (judge.access.row(entity.name, action).kind === 'none') return own;
  const parent = parentRule(judge, entity, alias);
  if (!own || !parent) return own ?? parent;
  return sql`${own} and ${parent}`;
}

/** The rule of the row itself, of rows whose parent is in sight already. */
export function ownRule(judge: Judgement, entity: CompiledEntity, action: RecordAction, alias: string): Sql | null {
  const access = judge.access.row(entity.name, action);
  if (access.kind === 'none') return sql`false`;
  return access.kind === 'all' ? null : predicate(judge, entity, access.expression, alias);
}

/** Rows of a child table are seen and changed by whoever sees their parent. */
function parentRule(judge: Judgement, entity: CompiledEntity, alias: string): Sql | null {
  const parent = entity.parent && judge.model.entities.get(entity.parent.entity);
  if (!parent || !entity.parent) return null;
  const above = alias + 'p';
  const rule = rowRule(judge, parent, 'read', above);
  if (!rule) return null;
  const link = sql`${identifier(above, 'id')} = ${identifier(alias, entity.parent.field)}`;
  return sql`exists (select 1 from ${parent.table} ${identifier(above)} where ${link} and ${rule})`;
}

/** An expression of a role over one row: look-ups are followed by sub-selects, unrestricted, because a rule may know more than its subject. */
export function predicate(
  judge: Judgement,
  entity: CompiledEntity,
  expression: CompiledExpression,
  alias: string,
): Sql {
  return toPredicateSql(expression.typed, resolvingAt(judge, entity, { alias, sight: 'all' }));
}

export interface Naming {
  column(path: readonly string[]): Sql;
  rows(path: readonly string[]): RowsSql;
}

type Names = Resolve & Pick<Naming, 'rows'>;

/** A resolver of an entity's paths that also knows which of them are columns of numeric. */
export function resolving(judge: Judgement, entity: CompiledEntity, { column, rows }: Naming): Names {
  const isNumeric = (path: readonly string[]): boolean =>
    fieldAt(judge.model.entities, entity.name, path)?.shape?.type.startsWith('numeric') === true;
  return Object.assign((path: readonly string[]) => column(path), { isNumeric, rows });
}

/** The names of the row `alias`. */
export function resolvingAt(judge: Judgement, entity: CompiledEntity, at: At): Names {
  return resolving(judge, entity, {
    column: (path) => columnAt(judge, entity, { ...at, path }),
    rows: (path) => rowsAt(judge, entity, { ...at, path }),
  });
}

export interface ColumnPlace {
  readonly alias: string;
  readonly path: readonly string[];
  readonly sight: Sight;
  /** The value itself, rather than what expressions see of a structured one. */
  readonly whole?: boolean;
}

/** What a path stands for in an expression over the row `alias`; look-ups are followed by sub-selects. */
export function columnAt(judge: Judgement, entity: CompiledEntity, place: ColumnPlace): Sql {
  const { alias, path, sight } = place;
  const [first = '', ...rest] = path;
  if (first === '$record' || first === '$old') return columnAt(judge, entity, { ...place, path: rest });
  const parameter = contextParameter(judge, path);
  if (parameter) return parameter;
  const field = entity.fields.get(first);
  if (!field) throw new Error(`no field ${first} in ${entity.name}`);
  if (rest.length === 0) return place.whole ? ownColumn(judge, field, place) : scalarOf(judge, field, place);
  const target = field.relation?.kind === 'one' ? judge.model.entities.get(field.relation.entity) : undefined;
  if (!target) throw new Error(`${first} of ${entity.name} leads nowhere`);
  const inner = alias + 'q';
  const rule = sight === 'seen' ? rowRule(judge, target, 'read', inner) : null;
  const link = sql`${identifier(inner, 'id')} = ${ownColumn(judge, field, { alias, sight })}`;
  return sql`(select ${columnAt(judge, target, { ...place, alias: inner, path: rest })} from ${target.table} ${identifier(inner)} where ${rule ? sql`${link} and ${rule}` : link})`;
}

/** The rows of the child table that a path from the row `alias` leads to. */
export function rowsAt(judge: Judgement, entity: CompiledEntity, place: Omit<ColumnPlace, 'whole'>): RowsSql {
  const { alias, path, sight } = place;
  if (path[0] === '$record' || path[0] === '$old') return rowsAt(judge, entity, { ...place, path: path.slice(1) });
  const field = fieldAt(judge.model.entities, entity.name, path);
  if (!field) throw new Error(`no field ${path.join('.')} in ${entity.name}`);
  const owner = path.slice(0, -1);
  const id = owner.length ? columnAt(judge, entity, { ...place, path: [...owner, 'id'] }) : identifier(alias, 'id');
  return childRows(judge, field, { id, alias, sight });
}

/**
 * The rows of a child table that belong to the record `id`, which is in sight where only what is seen counts. What is in the trash
 * is none of them.
 */
export function childRows(
  judge: Judgement,
  { name, relation }: CompiledField,
  { id, alias, sight }: At & { readonly id: Sql },
): RowsSql {
  const child = relation?.kind === 'children' ? judge.model.entities.get(relation.entity) : undefined;
  if (!child || relation?.kind !== 'children') throw new Error(`${name} has no rows`);
  const inner = alias + 'c';
  const rule = sight === 'seen' ? ownRule(judge, child, 'read', inner) : null;
  const link = sql`${identifier(inner, relation.parentField)} = ${id} and ${identifier(inner, 'deleted_at')} is null`;
  return {
    from: () => sql`${child.table} ${identifier(inner)}`,
    where: rule ? sql`${link} and ${rule}` : link,
    resolve: resolvingAt(judge, child, { alias: inner, sight }),
  };
}

type At = Pick<ColumnPlace, 'alias' | 'sight'>;

/** What expressions see of a field: its column, the text made of a structured one, or the ids that it links. */
export function scalarOf(judge: Judgement, field: CompiledField, { alias, sight }: At): Sql {
  if (field.linkTable) return linkedIds(judge, field, field.linkTable, { alias, sight });
  if (field.relation?.kind === 'children') return rowIds(judge, field, { alias, sight });
  return scalarSql(field, ownColumn(judge, field, { alias, sight }));
}

/** The column of a field that has one, or what a computed one stands for. */
export function ownColumn(judge: Judgement, field: CompiledField, { alias, sight }: At): Sql {
  const entity = judge.model.entities.get(field.entity);
  const { computed } = field;
  if (!computed || !entity) return identifier(alias, field.name);
  if (computed.kind === 'rollup') return rollupSql(judge, field, computed, { alias, sight });
  const { expanded } = computed;
  if (!expanded) throw new Error(`${field.name} of ${field.entity} was not completed`);
  // What is looked up is shown whole.
  if (expanded.expression.kind === 'var')
    return columnAt(judge, entity, { alias, path: expanded.expression.path, sight, whole: true });
  return inlined(sql`(${toSql(expanded.typed, resolvingAt(judge, entity, { alias, sight }))})`);
}

function rollupSql(judge: Judgement, field: CompiledField, rollup: Rollup, { alias, sight }: At): Sql {
  const { definition, filter, kept } = rollup;
  const owner = judge.model.entities.get(field.entity);
  const from = judge.model.entities.get(definition.from);
  if (!from || !owner) throw new Error(`${field.name} of ${field.entity} gathers nothing`);
  const unrestricted: Unrestricted = (entity, place) =>
    (place === 'below' ? ownRule : rowRule)(judge, entity, 'read', 'k') === null;
  const wholly =
    sight === 'all' || definition.counts === 'all' || gathersAll(judge, { from, owner, rollup }, unrestricted);
  if (kept && wholly && judge.model.filled.has(`${field.entity}.${field.name}`)) return keptSql(field, rollup, alias);
  const within = { alias: alias + 'k', sight: wholly ? 'all' : 'seen' } as const;
  const rule = wholly ? null : rowRule(judge, from, 'read', within.alias);
  const conditions = [
    sql`${identifier(within.alias, 'deleted_at')} is null`,
    ...(filter ? [toPredicateSql(filter.typed, resolvingAt(judge, from, within))] : []),
    ...(rule ? [rule] : []),
    ...(wholly ? [] : shows(judge, from, within.alias, [[definition.via], ...(filter?.paths ?? [])])),
  ];
  const rows = {
    table: from.table,
    alias: within.alias,
    conditions,
    value: (name: string) => seenValue(judge, from, name, { ...within, as: ownColumn }),
    order: (name: string) => seenValue(judge, from, name, { ...within, as: scalarOf }),
  };
  const { below } = definition;
  const limits =
    wholly || below === undefined ? [] : [rowRule(judge, owner, 'read', 'e'), ...shows(judge, owner, 'e', [[below]])];
  const hierarchy =
    below === undefined
      ? null
      : { table: owner.table, parentField: below, limits: limits.filter((limit) => limit !== null) };
  return inlined(gatheredSql(field, rollup, alias, { rows, hierarchy }));
}

/** Of the row `alias`: that it shows this asker what decides whether it is gathered. Else a count would tell what the row hides. */
function shows(judge: Judgement, entity: CompiledEntity, alias: string, paths: readonly (readonly string[])[]): Sql[] {
  const names = new Set(paths.map(([first = '']) => first));
  return [...names].flatMap((name) => {
    const field = entity.fields.get(name);
    const access = field ? fieldAccess(judge, field) : 'always';
    return typeof access === 'string' ? [] : [predicate(judge, entity, access.expression, alias)];
  });
}

/** Blank on rows that do not show the field to this asker. */
function seenValue(
  judge: Judgement,
  entity: CompiledEntity,
  name: string,
  { as, alias, sight }: At & { readonly as: typeof ownColumn },
): Sql {
  const field = entity.fields.get(name);
  if (!field) throw new Error(`no field ${name} in ${entity.name}`);
  const value = as(judge, field, { alias, sight });
  const access = sight === 'all' ? 'always' : fieldAccess(judge, field);
  if (access === 'always') return value;
  if (access === 'never') return sql`null`;
  return sql`case when ${predicate(judge, entity, access.expression, alias)} then ${value} end`;
}

/** As expressions see a child table whose rows are asked nothing: whether there are any. */
function rowIds(judge: Judgement, field: CompiledField, { alias, sight }: At): Sql {
  const { from, where, resolve } = childRows(judge, field, { id: identifier(alias, 'id'), alias, sight });
  return sql`(select coalesce(jsonb_agg(${resolve(['id'])}), '[]') from ${from()} where ${where})`;
}

/** For the eyes of the asker links to what they do not see are not there. */
function linkedIds(judge: Judgement, field: CompiledField, linkTable: Sql, { alias, sight }: At): Sql {
  const target = field.relation?.kind === 'many' ? judge.model.entities.get(field.relation.entity) : undefined;
  if (sight === 'all' || !target) return linkedSql(linkTable, alias, sql``);
  const rule = rowRule(judge, target, 'read', alias + 't');
  const to = identifier(alias + 't', 'id');
  const alive = sql`${identifier(alias + 't', 'deleted_at')} is null`;
  const join = sql` join ${target.table} ${identifier(alias + 't')} on ${to} = ${identifier(alias + 'l', 'target')} and ${alive}`;
  return linkedSql(linkTable, alias, rule ? sql`${join} and ${rule}` : join);
}

function linkedSql(linkTable: Sql, alias: string, join: Sql): Sql {
  const link = alias + 'l';
  const ids = sql`array_agg(${identifier(link, 'target')} order by ${identifier(link, 'position')})`;
  return sql`(select coalesce(${ids}, '{}') from ${linkTable} ${identifier(link)}${join} where ${identifier(link, 'source')} = ${identifier(alias, 'id')})`;
}

/** The text of a fragment without parameters, for field types, which write SQL as text. */
export function textOf(fragment: Sql): string {
  return fragment.chunks.join('');
}
