// What a roll-up can gather: records whose look-up leads here, and of each one value that fits what is done with it. The
// inspection refuses anything else, and editors offer nothing else.
import type { Member } from '../members.ts';
import type { ComputedField } from './value-field.ts';

export type Rollup = Extract<ComputedField, { type: 'rollup' }>;
export type RollupFunction = Rollup['function'];

/** Which of a type's measures a function is; null: it takes any single value. */
export const measureOf = {
  count: null,
  sum: 'sum',
  avg: 'avg',
  min: 'min',
  max: 'max',
  first: null,
  last: null,
  distinct: 'count_distinct',
} as const satisfies { readonly [name in RollupFunction]: Member['type']['measures'][number] | null };

/** By which look-up a record leads to one of `entity`: its value must be stored. */
export function leadsTo({ relation, computed }: Member, entity: string): boolean {
  return !computed && relation?.kind === 'one' && relation.entity === entity;
}

/** One value in one column. */
export function isSingle({ name, field, type, computed }: Member): boolean {
  if (computed) return field !== computed;
  return type.column(field) !== null && Object.keys(type.companions?.(name, field) ?? {}).length === 0;
}

export function canBeGathered(member: Member, way: RollupFunction): boolean {
  const measure = measureOf[way];
  return isSingle(member) && (measure === null || member.type.measures.includes(measure));
}
