// The eyes of one request: the model, the asker and what the asker's roles allow. Every stage after `authorise` looks through it.
import { identifier, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { Scope } from '@trellis/expressions/check';
import { toPredicateSql, type Resolve } from '@trellis/expressions/to-sql';
import type { Asker } from '../auth/actor.ts';
import { userContext } from '../auth/actor.ts';
import type { Connection } from '../db/database.ts';
import { late } from '../db/statement.ts';
import { accessOf, type Access, type FieldAccess, type RecordAction } from '../model/access.ts';
import type { CompiledEntity, CompiledExpression, CompiledField, Model } from '../model/model.ts';
import { entityAt, fieldAt, scopeOf, userType } from '../model/scope.ts';
import { Refusal } from '../problems/problem.ts';

export interface Judgement {
  readonly model: Model;
  readonly asker: Asker;
  readonly access: Access;
  /** Planning for later runs: who asks is read from the run's binding, not from here. */
  readonly deferred?: boolean;
  /** Where the names of people are kept; absent: they are read as they are at this moment. */
  readonly names?: ReadNames;
}

/** By the user's id; an id of nobody is not in it. */
export type Names = ReadonlyMap<string, string | null>;

/** Gives the names of at least these users. */
export type ReadNames = (judge: Judgement, connection: Connection, ids: readonly string[]) => Promise<Names>;

/** What a run of a deferred plan brings along at least. */
export interface AskerBinding {
  readonly asker: Asker;
}

export function judgement(model: Model, asker: Asker, names?: ReadNames): Judgement {
  return { model, asker, access: accessOf(model, asker.actor.roles), ...(names ? { names } : {}) };
}

/** An entity that the asker may read at least in part; any other name is as unknown as one that does not exist. */
export function readableEntity(judge: Judgement, name: string): CompiledEntity {
  const entity = judge.model.entities.get(name);
  if (!entity || judge.access.row(name, 'read').kind === 'none') throw new Refusal('unknown_entity', { name });
  return entity;
}

export function fieldAccess(judge: Judgement, field: CompiledField): FieldAccess {
  return judge.access.field(field.entity, field.follows ?? field.name, 'read');
}

/** Every step of a path is a join. */
export const longestPath = 5;

/** A field that may be filtered, sorted and grouped by: readable on every row, along every step of its path. */
export function comparableField(judge: Judgement, entity: CompiledEntity, path: readonly string[]): CompiledField {
  const name = path.join('.');
  if (path.length > longestPath) throw new Refusal('unknown_field', { name });
  let field: CompiledField | undefined;
  for (let depth = 0; depth < path.length; depth++) {
    const at = entityAt(judge.model.entities, entity.name, path.slice(0, depth));
    field = at?.fields.get(path[depth] ?? '');
    if (!at || !field || judge.access.row(at.name, 'read').kind === 'none')
      throw new Refusal('unknown_field', { name });
    const access = fieldAccess(judge, field);
    if (access === 'never') throw new Refusal('unknown_field', { name });
    if (access !== 'always') throw new Refusal('field_restricted', { name });
  }
  if (!field) throw new Refusal('unknown_field', { name });
  return field;
}

/**
 * The names that a filter of this asker may use: what is never readable does not exist, also for the type checker. Stored
 * records are looked at, and no change of one: there is no `$old`.
 */
export function judgedScope(judge: Judgement, entity: CompiledEntity): Scope {
  const scope = scopeOf(judge.model.entities, entity.name);
  return { typeOf: (path) => (hidden(judge, entity, path) ? undefined : scope.typeOf(path)) };
}

function hidden(judge: Judgement, entity: CompiledEntity, path: readonly string[]): boolean {
  if (path[0] === '$old') return true;
  const own = path[0] === '$record' ? path.slice(1) : path;
  if (own[0]?.startsWith('$')) return false;
  return own.some((name, depth) => {
    const at = entityAt(judge.model.entities, entity.name, own.slice(0, depth));
    const field = at?.fields.get(name);
    return !at || !field || judge.access.row(at.name, 'read').kind === 'none' || fieldAccess(judge, field) === 'never';
  });
}

/** The asker's row rule for an action as SQL over `alias`; null where nothing is restricted. */
export function rowRule(judge: Judgement, entity: CompiledEntity, action: RecordAction, alias: string): Sql | null {
  const access = judge.access.row(entity.name, action);
  if (access.kind === 'none') return sql`false`;
  const own = access.kind === 'all' ? null : predicate(judge, entity, access.expression, alias);
  const parent = parentRule(judge, entity, alias);
  if (!own || !parent) return own ?? parent;
  return sql`${own} and ${parent}`;
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
  return toPredicateSql(
    expression.typed,
    resolving(judge, entity, (path) => ruleColumn(judge, entity, alias, path)),
  );
}

/** A resolver of an entity's paths that also knows which of them are columns of numeric. */
export function resolving(judge: Judgement, entity: CompiledEntity, column: (path: readonly string[]) => Sql): Resolve {
  const isNumeric = (path: readonly string[]): boolean =>
    fieldAt(judge.model.entities, entity.name, path)?.column?.type.startsWith('numeric') === true;
  return Object.assign((path: readonly string[]) => column(path), { isNumeric });
}

/** What a path stands for in such an expression over the row `alias`. */
export function ruleColumn(judge: Judgement, entity: CompiledEntity, alias: string, path: readonly string[]): Sql {
  const [first = '', ...rest] = path;
  if (first === '$record' || first === '$old') return ruleColumn(judge, entity, alias, rest);
  const parameter = contextParameter(judge, path);
  if (parameter) return parameter;
  const field = entity.fields.get(first);
  if (!field) throw new Error(`no field ${first} in ${entity.name}`);
  if (rest.length === 0) return scalarOf(field, alias);
  const target = field.relation?.kind === 'one' ? judge.model.entities.get(field.relation.entity) : undefined;
  if (!target) throw new Error(`${first} of ${entity.name} leads nowhere`);
  const inner = alias + 'q';
  const link = sql`${identifier(inner, 'id')} = ${identifier(alias, first)}`;
  return sql`(select ${ruleColumn(judge, target, inner, rest)} from ${target.table} ${identifier(inner)} where ${link})`;
}

/** `$now`, `$today` and `$user.…` as typed parameters; null for paths of the record. */
export function contextParameter(judge: Judgement, path: readonly string[]): Sql | null {
  const { model } = judge;
  const [first, ...rest] = path;
  const value = (read: (asker: Asker) => unknown): unknown =>
    judge.deferred ? late<AskerBinding>((binding) => read(binding.asker)) : read(judge.asker);
  if (first === '$now') return sql`${value((asker) => asker.now)}::timestamptz`;
  if (first === '$today') return sql`${value((asker) => asker.today)}::date`;
  if (first === '$time_zone') return sql`${value((asker) => asker.actor.timeZone)}::text`;
  if (first !== '$user') return null;
  const name = rest.join('.') || 'id';
  return sql`${value((asker) => userContext(asker.actor)[name] ?? null)}::${raw(parameterTypes[userType(model.entities, rest) ?? 'text'] ?? 'text')}`;
}

const parameterTypes: Readonly<Record<string, string>> = {
  id: 'uuid',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamptz',
  'id[]': 'uuid[]',
  'text[]': 'text[]',
};

/** What expressions see of a field: its column, the text made of a structured one, or the ids that it links. */
export function scalarOf(field: CompiledField, alias: string): Sql {
  if (field.linkTable) return linkedSql(field.linkTable, alias, sql``);
  const plain = identifier(alias, field.name);
  return field.type.scalar ? raw(field.type.scalar.sql(textOf(plain))) : plain;
}

/** As `scalarOf`, for the eyes of the asker: links to what they do not see are not there. */
export function scalarSeen(judge: Judgement, field: CompiledField, alias: string): Sql {
  const target = field.relation?.kind === 'many' ? judge.model.entities.get(field.relation.entity) : undefined;
  if (!field.linkTable || !target) return scalarOf(field, alias);
  const rule = rowRule(judge, target, 'read', alias + 't');
  const to = identifier(alias + 't', 'id');
  const alive = sql`${identifier(alias + 't', 'deleted_at')} is null`;
  const join = sql` join ${target.table} ${identifier(alias + 't')} on ${to} = ${identifier(alias + 'l', 'target')} and ${alive}`;
  return linkedSql(field.linkTable, alias, rule ? sql`${join} and ${rule}` : join);
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
