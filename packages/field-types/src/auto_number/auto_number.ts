// A number that the engine gives to each new record, by a pattern. Clients never write it.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { dayText } from '../date/calendar.ts';
import { whole } from '../fake.ts';
import { countMeasures, textOperators } from '../operators.ts';
import { normalizeTrimmed } from '../text/plain.ts';
import { defaultPattern, formatNumber, patternShape } from './pattern.ts';

const options = Type.Object({
  pattern: Type.Optional(
    Type.String({
      pattern: patternShape,
      maxLength: 100,
      default: defaultPattern,
      description: 'Text with {YYYY}, {YY}, {MM}, {DD} and one counter such as {0000}.',
    }),
  ),
  start: Type.Optional(Type.Integer({ minimum: 0, default: 1, description: 'The first number of each period.' })),
});

const maxLength = 255;

export const autoNumber = defineFieldType<'auto_number', typeof options, string>({
  name: 'auto_number',
  label: { en: 'Automatic number', 'zh-CN': '自动编号' },
  icon: 'OrderedList',
  group: 'text',
  options,
  column: () => ({ type: 'text' }),
  valueType: () => 'text',
  schema: () => ({ type: 'string', maxLength, readOnly: true }),
  normalize: (value) => normalizeTrimmed(value, maxLength),
  parse: (text) => normalizeTrimmed(text, maxLength),
  format: (value) => value,
  generated: true,
  operators: textOperators,
  sortable: true,
  groupable: false,
  searchable: true,
  unique: true,
  measures: countMeasures,
  fake: (random, { pattern = defaultPattern }) =>
    formatNumber(pattern, whole(random, 1, 99_999), dayText({ year: 2024, month: whole(random, 1, 12), day: 1 })),
});
