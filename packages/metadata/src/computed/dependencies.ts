// What each computed field is worked out from, and circles among them.
import { fieldsUsed } from '@trellis/expressions/fields-used';
import { parseExpression } from '@trellis/expressions/parse';
import type { Relation } from '@trellis/field-types/contract';
import type { Entity } from '../kinds.ts';
import { membersOf } from '../members.ts';
import type { Metadata } from '../metadata.ts';
import { subjectOf } from '../record-scope.ts';
import { isComputed, type ComputedField } from './value-field.ts';

export interface FieldPlace {
  readonly entity: string;
  readonly field: string;
}

/** The fields that a computed field of `entity` reads, those on the way included. */
export function readsOf(metadata: Metadata, entity: string, field: ComputedField): readonly FieldPlace[] {
  switch (field.type) {
    case 'formula':
      return readByExpression(metadata, entity, field.expression);
    case 'looked_up':
      return walked(metadata, entity, [...field.via.split('.'), field.field]);
    case 'rollup': {
      const gathered = [field.via, field.field, field.order_by].flatMap((name) => (name === undefined ? [] : [name]));
      return [
        ...gathered.map((name) => ({ entity: field.from, field: name })),
        ...readByExpression(metadata, field.from, field.filter),
        ...(field.below === undefined ? [] : [{ entity, field: field.below }]),
      ];
    }
  }
}

/** A circle that leads back to this field, as the places on its way; null where there is none. */
export function circleAt(metadata: Metadata, start: FieldPlace): readonly FieldPlace[] | null {
  const seen = new Set<string>();
  const search = (at: FieldPlace, way: readonly FieldPlace[]): readonly FieldPlace[] | null => {
    const field = metadata.entities.get(at.entity)?.fields[at.field];
    if (!field || !isComputed(field)) return null;
    for (const next of readsOf(metadata, at.entity, field)) {
      if (next.entity === start.entity && next.field === start.field) return [...way, next];
      const key = `${next.entity}.${next.field}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const found = search(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return search(start, [start]);
}

function readByExpression(metadata: Metadata, entity: string, json: unknown): readonly FieldPlace[] {
  const parsed = parseExpression(json ?? null);
  if (!parsed.ok) return [];
  const isRows = (path: readonly string[]): boolean => isRowsPath(metadata, entity, path);
  return fieldsUsed(parsed.value, isRows).flatMap((path) => {
    const { subject, fields } = subjectOf(path, entity);
    return walked(metadata, subject, fields);
  });
}

/** Whether a path, which may lead through rows, ends at rows. */
function isRowsPath(metadata: Metadata, entity: string, path: readonly string[]): boolean {
  let at: string | undefined = entity;
  let relation: Relation | undefined;
  for (const field of path) {
    const body: Entity | undefined = at === undefined ? undefined : metadata.entities.get(at);
    relation = body && membersOf(body).get(field)?.relation;
    at = relation && relation.kind !== 'any' ? relation.entity : undefined;
  }
  return relation?.kind === 'children';
}

/** Every field on a path, through look-ups and rows alike. */
function walked(metadata: Metadata, entity: string, path: readonly string[]): readonly FieldPlace[] {
  const places: FieldPlace[] = [];
  let at: string | undefined = entity;
  for (const field of path) {
    const body: Entity | undefined = at === undefined ? undefined : metadata.entities.get(at);
    if (!body) break;
    places.push({ entity: body.name, field });
    const relation: Relation | undefined = membersOf(body).get(field)?.relation;
    at = relation && relation.kind !== 'any' ? relation.entity : undefined;
  }
  return places;
}
