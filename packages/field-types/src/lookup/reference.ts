// What every type that refers to one record has in common: a uuid column, an id on the wire.
import type { ValueType } from '../contract.ts';
import { blank } from '../normalized.ts';
import { choiceOperators, countMeasures } from '../operators.ts';
import { uuid } from '../fake.ts';
import { idSchema, normalizeId } from './id.ts';

export const reference = {
  group: 'relation',
  column: () => ({ type: 'uuid' }),
  valueType: (): ValueType => 'id',
  schema: () => idSchema,
  normalize: (value: unknown) => (value === '' ? blank : normalizeId(value)),
  /** Only ids; titles are matched by the importer, who can ask the database. */
  parse: (text: string) => (text.trim() === '' ? blank : normalizeId(text.trim())),
  format: (value: string) => value,
  operators: choiceOperators,
  // Sorting goes by a field of the record that is referred to.
  sortable: false,
  groupable: true,
  searchable: false,
  unique: true,
  measures: countMeasures,
  fake: uuid,
} as const;
