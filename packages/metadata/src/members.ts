// What a record of an entity consists of: declared fields, the companions they bring, and the system's fields, each with what
// its type says of it. Everything that names a field (views, rules, the tables' columns) looks it up here.
import type { Relation, ValueType } from '@trellis/field-types/contract';
import { fieldType, type AnyFieldType } from '@trellis/field-types/registry';
import type { Entity, Field } from './kinds.ts';
import type { Metadata } from './metadata.ts';
import { isComputed, valueField, type ComputedField } from './computed/value-field.ts';
import { systemFields } from './system-fields.ts';

export interface Member {
  readonly name: string;
  /** Of a computed one, a field of the type of its value. */
  readonly field: Field;
  readonly type: AnyFieldType;
  readonly valueType: ValueType;
  readonly relation: Relation | undefined;
  readonly origin: 'declared' | 'companion' | 'system';
  /** How the value is worked out, of a field that is never written. */
  readonly computed?: ComputedField;
}

const known = new WeakMap<Entity, ReadonlyMap<string, Member>>();

/** In order: `id`, declared fields each followed by its companions, then the other system fields. */
export function membersOf(entity: Entity): ReadonlyMap<string, Member> {
  const found = known.get(entity);
  if (found) return found;
  const { id, ...otherSystemFields } = systemFields(entity.ownership);
  const members = [
    ...(id ? [{ ...memberOf('id', id, 'system'), valueType: 'id' as const }] : []),
    ...Object.entries(entity.fields).flatMap(([name, field]) => withCompanions(name, field)),
    ...Object.entries(otherSystemFields).map(([name, field]) => memberOf(name, field, 'system')),
  ];
  const byName = new Map(members.map((member) => [member.name, member]));
  known.set(entity, byName);
  return byName;
}

/** The steps of a dotted path, each with the entity it was found in, or where and why it does not go on. */
export type Resolved =
  | { readonly ok: true; readonly steps: readonly Step[]; readonly last: Member }
  | {
      readonly ok: false;
      readonly steps: readonly Step[];
      readonly reason: 'unknown_field' | 'not_a_relation' | 'leads_to_many';
    };

export interface Step {
  readonly entity: string;
  readonly name: string;
  readonly member: Member | undefined;
}

/** Walks look-ups of one record: `author.country.name`. An entity that is not there ends the walk as an unknown field. */
export function resolvePath(metadata: Metadata, entity: string, path: readonly string[]): Resolved {
  const steps: Step[] = [];
  let at: string | undefined = entity;
  for (const [index, name] of path.entries()) {
    const body = metadata.entities.get(at);
    const member = body && membersOf(body).get(name);
    steps.push({ entity: at, name, member });
    if (!member) return { ok: false, steps, reason: 'unknown_field' };
    if (index === path.length - 1) return { ok: true, steps, last: member };
    if (!member.relation) return { ok: false, steps, reason: 'not_a_relation' };
    if (member.relation.kind !== 'one') return { ok: false, steps, reason: 'leads_to_many' };
    at = member.relation.entity;
  }
  return { ok: false, steps, reason: 'unknown_field' };
}

/** The entity of the rows that a path of look-ups ends at; undefined where it does not end at a child table. */
export function rowsAt(metadata: Metadata, entity: string, path: readonly string[]): string | undefined {
  const resolved = resolvePath(metadata, entity, path);
  const relation = resolved.ok ? resolved.last.relation : undefined;
  return relation?.kind === 'children' ? relation.entity : undefined;
}

/** A record is called by something that can be read at a glance and stands in one column; where there is nothing, by its id. */
export function fitsTitle({ name, type, field, valueType, computed }: Member): boolean {
  return (
    name === 'id' ||
    (!computed && type.column(field) !== null && ['text', 'number', 'date', 'datetime', 'time'].includes(valueType))
  );
}

/** The table of a field that leads to many records; both names are at most 50 characters, PostgreSQL takes 63. */
export function linkTableName(entity: string, field: string): string {
  return `${entity.slice(0, 30)}__${field.slice(0, 30)}`;
}

function withCompanions(name: string, field: Field): Member[] {
  if (isComputed(field)) return [{ ...memberOf(name, valueField(field), 'declared'), computed: field }];
  const companions = Object.entries(fieldType(field.type).companions?.(name, field) ?? {});
  return [
    memberOf(name, field, 'declared'),
    // What a type brings is a field by contract; only its static type is wider.
    ...companions.map(([companion, its]) => memberOf(companion, its as Field, 'companion')),
  ];
}

function memberOf(name: string, field: Field, origin: Member['origin']): Member {
  const type = fieldType(field.type);
  return { name, field, type, valueType: type.valueType(field), relation: type.relation?.(field), origin };
}
