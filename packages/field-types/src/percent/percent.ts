// A percentage as people see it: 12.5 is 12.5 %.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import {
  checkDecimal,
  decimalColumn,
  decimalDigits,
  decimalProblems,
  decimalSchema,
  decimalWireJson,
  decimalWireSql,
  exactDigits,
  normalizeDecimal,
  scaleOption,
  type DecimalWire,
} from '../decimal/amount.ts';
import { fakeDecimal } from '../decimal/fake.ts';
import { readNumber } from '../decimal/read.ts';
import { groupDigits } from '../decimal/write.ts';
import { blank, refuse } from '../normalized.ts';
import { averageMeasures, orderedOperators } from '../operators.ts';
import { halfWidth } from '../text/characters.ts';

const options = Type.Object({
  scale: Type.Optional(scaleOption),
  min: Type.Optional(Type.Number({ default: 0 })),
  max: Type.Optional(Type.Number({ default: 100 })),
});

export const percent = defineFieldType<'percent', typeof options, DecimalWire>({
  name: 'percent',
  label: { en: 'Percent', 'zh-CN': '百分比' },
  icon: 'Percentage',
  group: 'number',
  options,
  column: decimalColumn,
  valueType: () => 'number',
  // What is worked out may have more digits than any that is stored.
  wireSql: (column) => decimalWireSql(column, { precision: exactDigits + 1 }),
  wireJson: decimalWireJson,
  problems: (field) => decimalProblems(limitsOf(field)),
  schema: (field) => decimalSchema(limitsOf(field)),
  normalize: (value, field) => normalizeDecimal(value, limitsOf(field)),
  parse(text, field) {
    if (text.trim() === '') return blank;
    const number = readNumber(halfWidth(text).trim().replace(/\s*%$/, ''));
    return number === undefined ? refuse('not_a_number') : checkDecimal(number, limitsOf(field));
  },
  format: (value) => `${groupDigits(decimalDigits(value))}%`,
  operators: orderedOperators,
  sortable: true,
  groupable: true,
  searchable: false,
  unique: false,
  measures: averageMeasures,
  fake: (random, field) => fakeDecimal(random, limitsOf(field)),
});

function limitsOf<Field extends { readonly min?: number; readonly max?: number }>(field: Field) {
  return { ...field, min: field.min ?? 0, max: field.max ?? 100 };
}
