// The eyes of one request: the model, the asker and what the asker's roles allow. Every stage after `authorise` looks through it.
import type { Scope } from '@trellis/expressions/check';
import type { Asker } from '../auth/actor.ts';
import type { Connection } from '../db/database.ts';
import { accessOf, type Access } from '../model/access.ts';
import type { FieldAccess } from '../model/field-access.ts';
import type { CompiledEntity, CompiledField, Model } from '../model/model.ts';
import { entityAt, fieldAt, scopeOf } from '../model/scope.ts';
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

/** A path that may lead through rows of child tables: what is asked of rows is readable on every one of them. */
export function comparablePath(judge: Judgement, entity: CompiledEntity, path: readonly string[]): void {
  const { entities } = judge.model;
  const isRows = (_: string, index: number): boolean =>
    fieldAt(entities, entity.name, path.slice(0, index + 1))?.relation?.kind === 'children';
  const rows = path.findIndex(isRows);
  const { relation } = comparableField(judge, entity, rows === -1 ? path : path.slice(0, rows + 1));
  const rest = rows === -1 ? [] : path.slice(rows + 1);
  const child = relation && 'entity' in relation ? entities.get(relation.entity) : undefined;
  if (rest.length && child) comparablePath(judge, child, rest);
}

/**
 * The names that a filter of this asker may use: what is never readable does not exist, also for the type checker. Stored
 * records are looked at, and no change of one: there is no `$old`.
 */
export function judgedScope(judge: Judgement, entity: CompiledEntity): Scope {
  const scope = scopeOf(judge.model, entity.name);
  const { calendars, rates } = judge.model;
  return {
    typeOf: (path) => (hidden(judge, entity, path) ? undefined : scope.typeOf(path)),
    namesBehind(path) {
      const names = entityAt(judge.model.entities, entity.name, path)?.fields.keys() ?? [];
      return [...names].filter((name) => !hidden(judge, entity, [...path, name]));
    },
    rowsOf(path) {
      const relation = hidden(judge, entity, path) ? null : fieldAt(judge.model.entities, entity.name, path)?.relation;
      const child = relation?.kind === 'children' ? judge.model.entities.get(relation.entity) : undefined;
      return child && judge.access.row(child.name, 'read').kind !== 'none' ? judgedScope(judge, child) : undefined;
    },
    calendar: (name) => calendars.get(name),
    calendarNames: () => calendars.keys(),
    rates,
  };
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
