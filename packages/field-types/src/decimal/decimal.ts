// Exact decimal numbers.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { blank, refuse } from '../normalized.ts';
import { numberMeasures, orderedOperators } from '../operators.ts';
import {
  checkDecimal,
  decimalColumn,
  decimalDigits,
  decimalOptions,
  decimalProblems,
  decimalSchema,
  decimalWireJson,
  decimalWireSql,
  normalizeDecimal,
  type DecimalWire,
} from './amount.ts';
import { fakeDecimal } from './fake.ts';
import { readNumber } from './read.ts';
import { groupDigits } from './write.ts';

const options = Type.Object(decimalOptions);

export const decimal = defineFieldType<'decimal', typeof options, DecimalWire>({
  name: 'decimal',
  label: { en: 'Decimal number', 'zh-CN': '小数' },
  icon: 'FieldNumber',
  group: 'number',
  options,
  column: decimalColumn,
  valueType: () => 'number',
  problems: decimalProblems,
  schema: decimalSchema,
  normalize: normalizeDecimal,
  wireSql: decimalWireSql,
  wireJson: decimalWireJson,
  parse(text, field) {
    if (text.trim() === '') return blank;
    const number = readNumber(text);
    return number === undefined ? refuse('not_a_number') : checkDecimal(number, field);
  },
  format: (value) => groupDigits(decimalDigits(value)),
  figure: (value) => decimalDigits(value),
  operators: orderedOperators,
  sortable: true,
  groupable: true,
  searchable: false,
  unique: true,
  measures: numberMeasures,
  fake: fakeDecimal,
});
