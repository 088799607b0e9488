// Of what type the value of each computed field is. Pure: metadata in, the same metadata out, in which every computed field that
// leads somewhere bears its `result`.
import { fieldType } from '@trellis/field-types/registry';
import { frozenCopy } from '../json.ts';
import type { Entity, Field } from '../kinds.ts';
import { membersOf, resolvePath } from '../members.ts';
import type { Metadata } from '../metadata.ts';
import { isComputed, type ComputedField } from './value-field.ts';

export function withResults(metadata: Metadata): Metadata {
  const entities = new Map([...metadata.entities].map(([name, entity]) => [name, withOwnResults(metadata, entity)]));
  return Object.freeze({ ...metadata, entities });
}

function withOwnResults(metadata: Metadata, entity: Entity): Entity {
  if (!Object.values(entity.fields).some(isComputed)) return entity;
  const fields = Object.entries(entity.fields).map(([name, field]) => {
    const result = isComputed(field) ? resultOf(metadata, entity.name, field, new Set()) : undefined;
    return [name, result === undefined ? field : Object.freeze({ ...field, result: frozenCopy(result) })];
  });
  return Object.freeze({ ...entity, fields: Object.freeze(Object.fromEntries(fields)) });
}

/** Undefined where it leads nowhere, or round in a circle: the inspection says so. */
function resultOf(
  metadata: Metadata,
  entity: string,
  field: ComputedField,
  seen: ReadonlySet<ComputedField>,
): Field | undefined {
  if (seen.has(field)) return undefined;
  const further = new Set([...seen, field]);
  switch (field.type) {
    case 'formula':
      return formulaResult(field);
    case 'looked_up': {
      const via = resolvePath(metadata, entity, field.via.split('.'));
      if (!via.ok || via.last.relation?.kind !== 'one') return undefined;
      const target = sourceOf(metadata, via.last.relation.entity, field.field, further);
      return target && isReadable(target) ? optionsOnly(target) : undefined;
    }
    case 'rollup':
      return rollupResult(metadata, field, further);
  }
}

type Formula = Extract<ComputedField, { type: 'formula' }>;
type Rollup = Extract<ComputedField, { type: 'rollup' }>;

/** Beyond what any stored number has: sums must never overflow what they are shown as. */
const widest = 30;

function formulaResult({ returns, scale, currency, options }: Formula): Field | undefined {
  const given = { scale, currency, options };
  const { properties } = fieldType(returns).options;
  const own = Object.entries(given).filter(([name, value]) => value !== undefined && Object.hasOwn(properties, name));
  // A select without options is refused where the field is inspected.
  if (Object.hasOwn(properties, 'options') && options === undefined) return undefined;
  // The members are those of the type that they were chosen for.
  return widened({ type: returns, ...Object.fromEntries(own) } as Field);
}

function rollupResult(metadata: Metadata, field: Rollup, seen: ReadonlySet<ComputedField>): Field | undefined {
  if (field.function === 'count' || field.function === 'distinct') return { type: 'integer' };
  const source = field.field === undefined ? undefined : sourceOf(metadata, field.from, field.field, seen);
  if (!source || !isReadable(source)) return undefined;
  const plain = optionsOnly(source);
  if (field.function === 'sum') return widened(plain);
  if (field.function !== 'avg') return plain;
  return Object.hasOwn(fieldType(plain.type).options.properties, 'currency')
    ? widened(plain)
    : { type: 'decimal', precision: widest, scale: 12 };
}

/** A field of another entity as its value is read. */
function sourceOf(
  metadata: Metadata,
  entityName: string,
  name: string,
  seen: ReadonlySet<ComputedField>,
): Field | undefined {
  const entity = metadata.entities.get(entityName);
  const member = entity && membersOf(entity).get(name);
  if (!member) return undefined;
  const { field } = member;
  return isComputed(field) ? resultOf(metadata, entityName, field, seen) : field;
}

/** One value of one column: links, rows and what is stored in several columns cannot be shown elsewhere. */
function isReadable(field: Field): boolean {
  const type = fieldType(field.type);
  return type.column(field) !== null && Object.keys(type.companions?.('x', field) ?? {}).length === 0;
}

function optionsOnly(field: Field): Field {
  const { properties } = fieldType(field.type).options;
  const own = Object.entries(field).filter(
    ([name]) => name === 'type' || (Object.hasOwn(properties, name) && !aboutItsRecord.has(name)),
  );
  return Object.fromEntries(own) as unknown as Field;
}

/** Conditions that speak of the record which the field was declared for. */
const aboutItsRecord: ReadonlySet<string> = new Set(['filter', 'offers', 'due_while']);

/** Limits were those of what is typed in. */
function widened(field: Field): Field {
  const { min: _min, max: _max, ...rest } = field as Field & { min?: unknown; max?: unknown };
  const { properties } = fieldType(field.type).options;
  return (Object.hasOwn(properties, 'precision') ? { ...rest, precision: widest } : rest) as Field;
}
