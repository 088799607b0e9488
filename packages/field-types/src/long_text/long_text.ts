// Text of several lines, kept exactly as it was typed.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { words } from '../fake.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { presenceMeasures } from '../operators.ts';
import { refuseCharacters, refuseLength } from '../text/characters.ts';

const options = Type.Object({
  max_length: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1_000_000, default: 100_000, description: 'In characters.' }),
  ),
});

const defaultMaxLength = 100_000;

export const longText = defineFieldType<'long_text', typeof options, string>({
  name: 'long_text',
  label: { en: 'Long text', 'zh-CN': '多行文本' },
  icon: 'AlignLeft',
  group: 'text',
  options,
  column: () => ({ type: 'text', natural: true }),
  valueType: () => 'text',
  schema: ({ max_length = defaultMaxLength }) => ({ type: 'string', maxLength: max_length }),
  normalize: (value, field) => normalize(value, field.max_length),
  parse: (typed, field) => normalize(typed, field.max_length),
  format: (value) => value,
  operators: ['contains', 'is_blank'],
  sortable: false,
  groupable: false,
  searchable: true,
  unique: false,
  measures: presenceMeasures,
  fake: (random, { max_length = defaultMaxLength }) =>
    `${words(random, 6)}\n${words(random, 5)}`.slice(0, Math.min(max_length, 200)),
});

function normalize(value: unknown, max = defaultMaxLength) {
  if (typeof value !== 'string') return refuse('not_a_text');
  if (value === '') return blank;
  return refuseCharacters(value) ?? refuseLength(value, 0, max) ?? ok(value);
}
