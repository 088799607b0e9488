// Which conditions a field may stand in, as its type says, in the order in which the builder offers them.
import type { FilterOperator } from '@trellis/field-types/contract';
import type { PublishedField } from '@trellis/client/metadata';
import { typeOf } from '../list/field-facts.ts';
import type { Operator } from './filter.ts';

export type ValueKind = 'text' | 'number' | 'choice' | 'date' | 'instant' | 'list' | 'other';

export function operatorsOf(field: PublishedField): readonly Operator[] {
  const type = typeOf(field);
  if (!type) return ['is_blank', 'is_filled'];
  const kind = valueKindOf(field);
  const spans: readonly Operator[] = isDateKind(kind) ? ['within'] : [];
  return [...spans, ...type.operators.flatMap((operator) => offered[operator])].filter(
    (operator) => (kind !== 'instant' || !pointless.has(operator)) && (!isTruth(field) || !ofMany.has(operator)),
  );
}

export function isFilterable(field: PublishedField): boolean {
  return operatorsOf(field).length > 0;
}

/** What the words of a condition depend on: "before" for dates, "less than" for numbers. */
export function valueKindOf(field: PublishedField): ValueKind {
  const type = typeOf(field);
  if (!type) return 'other';
  const valueType = type.valueType(field);
  if (valueType === 'date') return 'date';
  if (valueType === 'datetime') return 'instant';
  if (valueType.endsWith('[]')) return 'list';
  if (type.group === 'choice' || valueType === 'id') return 'choice';
  return valueType === 'number' ? 'number' : valueType === 'text' ? 'text' : 'other';
}

/** Yes or no. */
export function isTruth(field: PublishedField): boolean {
  return typeOf(field)?.valueType(field) === 'boolean';
}

export function isDateKind(kind: ValueKind): boolean {
  return kind === 'date' || kind === 'instant';
}

/** Instants are never hit to the second. */
const pointless: ReadonlySet<Operator> = new Set(['is', 'is_not', 'in', 'not_in']);

/** Of yes and no one is asked for. */
const ofMany: ReadonlySet<Operator> = new Set(['in', 'not_in']);

const offered: Readonly<Record<FilterOperator, readonly Operator[]>> = {
  '==': ['is'],
  '!=': ['is_not'],
  in: ['in', 'not_in'],
  contains: ['contains', 'not_contains'],
  starts_with: ['starts_with'],
  '<': ['less'],
  '<=': ['at_most'],
  '>': ['greater'],
  '>=': ['at_least'],
  between: ['between'],
  has_any: ['has_any', 'has_none'],
  has_all: ['has_all'],
  is_blank: ['is_blank', 'is_filled'],
};
