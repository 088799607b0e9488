// Which names an expression over an entity may use, and their types: fields, paths through look-ups, rows of child tables, the
// asker, the clock, the calendars and exchange rates of the workspace.
import type { Expression } from '@trellis/expressions/ast';
import type { Scope } from '@trellis/expressions/check';
import type { ExchangeRate, WorkingDays } from '@trellis/expressions/types';
import type { ValueType } from '@trellis/field-types/contract';
import { expand } from '@trellis/metadata/expand';
import type { CompiledEntity, CompiledField } from './model.ts';

type Entities = { get(name: string): { readonly fields: ReadonlyMap<string, CompiledField> } | undefined };

/** Where names are looked up: a model, or what is there of one while it is compiled. */
export interface Nameable {
  readonly entities: Entities;
  readonly calendars: ReadonlyMap<string, WorkingDays>;
  readonly rates: readonly ExchangeRate[];
}

/** What `$user` offers beside the fields of the entity `user`; the lists are resolved once an actor. */
export const userFacts: { readonly [name: string]: ValueType } = {
  roles: 'text[]',
  team: 'id',
  teams: 'id[]',
  team_members: 'id[]',
  team_below: 'id[]',
};

/** The type of `$user` and its members. */
export function userType(entities: Entities, path: readonly string[]): ValueType | undefined {
  const name = path.length ? path.join('.') : 'id';
  return Object.hasOwn(userFacts, name) ? userFacts[name] : fieldAt(entities, 'user', [name])?.valueType;
}

/** The names of an entity's record, and what expressions over them mean once computed fields are replaced. */
export interface EntityScope extends Scope {
  readonly meaning: {
    /** null: too long. */
    expanded(expression: Expression): Expression | null;
    readonly scope: Scope;
    /** The same path without the way into rows and back to the record that they belong to. */
    direct(path: readonly string[]): readonly string[];
  };
}

export function scopeOf(names: Nameable, entity: string): EntityScope {
  const { entities } = names;
  const scope = recordScope(names, entity);
  return {
    ...scope,
    meaning: {
      expanded: (expression) => expand(entities, entity, expression),
      scope,
      direct: (path) => directly(entities, entity, path),
    },
  };
}

function recordScope(names: Nameable, entity: string): Scope {
  const { entities, calendars, rates } = names;
  return {
    typeOf: (path) => typeOf(entities, entity, path),
    rowsOf(path) {
      const relation = fieldAt(entities, entity, path[0] === '$old' ? path.slice(1) : path)?.relation;
      return relation?.kind === 'children' ? recordScope(names, relation.entity) : undefined;
    },
    calendar: (name) => calendars.get(name),
    calendarNames: () => calendars.keys(),
    rates,
  };
}

function typeOf(entities: Entities, entity: string, path: readonly string[]): ValueType | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return undefined;
  if (first === '$now') return rest.length ? undefined : 'datetime';
  if (first === '$today') return rest.length ? undefined : 'date';
  if (first === '$time_zone') return rest.length ? undefined : 'text';
  if (first === '$user') return userType(entities, rest);
  if (first === '$record' || first === '$old') return typeOf(entities, entity, rest);
  return fieldAt(entities, entity, path)?.valueType;
}

/** The field a path ends at, walking through look-ups; undefined where a step is not one. */
export function fieldAt(entities: Entities, entity: string, path: readonly string[]): CompiledField | undefined {
  let current: string | undefined = entity;
  let field: CompiledField | undefined;
  for (const step of path) {
    if (current === undefined) return undefined;
    field = entities.get(current)?.fields.get(step);
    if (!field) return undefined;
    current = field.relation?.kind === 'one' ? field.relation.entity : undefined;
  }
  return field;
}

function directly(entities: Entities, entity: string, path: readonly string[]): readonly string[] {
  const ways: { readonly name: string; readonly from: string; readonly back: string | null }[] = [];
  let at: string | undefined = entity;
  for (const [index, name] of path.entries()) {
    const before = ways.at(-1);
    if (before?.back === name && index < path.length - 1) {
      at = before.from;
      ways.pop();
      continue;
    }
    const relation: CompiledField['relation'] | undefined =
      at === undefined ? undefined : entities.get(at)?.fields.get(name)?.relation;
    ways.push({ name, from: at ?? '', back: relation?.kind === 'children' ? relation.parentField : null });
    at = relation && 'entity' in relation ? relation.entity : undefined;
  }
  return ways.map(({ name }) => name);
}

/** The entity that a path of look-ups leads to. */
export function entityAt(
  entities: ReadonlyMap<string, CompiledEntity>,
  entity: string,
  path: readonly string[],
): CompiledEntity | undefined {
  const field = path.length ? fieldAt(entities, entity, path) : undefined;
  if (!path.length) return entities.get(entity);
  return field?.relation?.kind === 'one' ? entities.get(field.relation.entity) : undefined;
}
