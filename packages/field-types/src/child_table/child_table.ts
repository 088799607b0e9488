// The rows of another entity that live and die with this record, such as the lines of an order.
// Each row is checked by the fields of its own entity; here only that they are rows.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { whole, words } from '../fake.ts';
import { entityOption } from '../lookup/options.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { presenceMeasures, presenceOperators } from '../operators.ts';
import { readJson } from '../json/read.ts';

const options = Type.Object({
  entity: entityOption,
  parent_field: Type.String({
    minLength: 1,
    maxLength: 50,
    description: 'The look-up of a row that leads to this record.',
  }),
});

const maxItems = 1000;

export type ChildRow = { readonly [field: string]: unknown };

export const childTable = defineFieldType<'child_table', typeof options, readonly ChildRow[]>({
  name: 'child_table',
  label: { en: 'Child table', 'zh-CN': '子表' },
  icon: 'Table',
  group: 'relation',
  options,
  column: () => null,
  valueType: () => 'json',
  relation: ({ entity, parent_field }) => ({ kind: 'children', entity, parentField: parent_field }),
  schema: () => ({ type: 'array', items: { type: 'object' }, maxItems }),
  normalize,
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
  fake: (random) => Array.from({ length: whole(random, 1, 3) }, () => ({ name: words(random, 2) })),
});

function normalize(value: unknown) {
  if (!Array.isArray(value)) return refuse('not_a_list');
  if (value.length > maxItems) return refuse('too_many_items', { max: maxItems });
  const rows: ChildRow[] = [];
  for (const row of value) {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return refuse('not_an_object');
    rows.push({ ...row });
  }
  return rows.length === 0 ? blank : ok(rows);
}
