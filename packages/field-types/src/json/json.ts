// Any JSON value. Numbers are those of JavaScript: beyond 15 digits they lose the last ones before they get here.
import { Type } from '@sinclair/typebox';
import { defineFieldType, type Normalized } from '../contract.ts';
import { whole, words } from '../fake.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { presenceMeasures, presenceOperators } from '../operators.ts';
import { maxBytes, readJson, refuseJson, type Json } from './read.ts';

const options = Type.Object({});

export const json = defineFieldType<'json', typeof options, Json>({
  name: 'json',
  label: { en: 'JSON', 'zh-CN': 'JSON' },
  icon: 'Code',
  group: 'other',
  options,
  column: () => ({ type: 'jsonb' }),
  valueType: () => 'json',
  schema: () => ({}),
  normalize,
  toColumn: (value) => JSON.stringify(value),
  parse(text) {
    if (text.trim() === '') return blank;
    const read = readJson(text);
    return read.ok ? normalize(read.value) : read;
  },
  format: (value) => JSON.stringify(value),
  operators: presenceOperators,
  sortable: false,
  groupable: false,
  searchable: false,
  unique: false,
  measures: presenceMeasures,
  fake: (random) => ({ name: words(random, 1), count: whole(random, 0, 100) }),
});

function normalize(value: unknown): Normalized<Json> {
  const refusal = refuseJson(value);
  if (refusal !== undefined) return refusal;
  const text = JSON.stringify(value);
  if (text.length > maxBytes || new TextEncoder().encode(text).length > maxBytes)
    return refuse('too_big', { max: maxBytes });
  // Read back from its text, the value is a copy in which -0 is 0, as PostgreSQL keeps it.
  return ok(JSON.parse(text));
}
