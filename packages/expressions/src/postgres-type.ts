// The PostgreSQL type that stands for each type of the language. A column may be of a narrower one (integer, varchar).
import type { ValueType } from './types.ts';

const names: { readonly [type in ValueType]: string } = {
  text: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamptz',
  time: 'time',
  id: 'uuid',
  json: 'jsonb',
  'text[]': 'text[]',
  'number[]': 'numeric[]',
  'id[]': 'uuid[]',
  null: 'text',
};

export function postgresType(type: ValueType): string {
  return names[type];
}
