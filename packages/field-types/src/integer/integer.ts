// Whole numbers that JSON carries exactly: ±(2^53 − 1).
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { readNumber } from '../decimal/read.ts';
import { groupDigits } from '../decimal/write.ts';
import { whole } from '../fake.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { numberMeasures, orderedOperators } from '../operators.ts';

const bound = Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER });
const options = Type.Object({ min: Type.Optional(bound), max: Type.Optional(bound) });

export interface IntegerLimits {
  readonly min?: number;
  readonly max?: number;
}

export const integer = defineFieldType<'integer', typeof options, number>({
  name: 'integer',
  label: { en: 'Whole number', 'zh-CN': '整数' },
  icon: 'Number',
  group: 'number',
  options,
  column: () => ({ type: 'bigint' }),
  valueType: () => 'number',
  problems: ({ min, max }) =>
    min !== undefined && max !== undefined && min > max ? [{ path: 'min', code: 'min_above_max' }] : [],
  schema: integerSchema,
  normalize: normalizeInteger,
  parse: parseInteger,
  format: (value) => groupDigits(String(value)),
  figure: String,
  operators: orderedOperators,
  sortable: true,
  groupable: true,
  searchable: false,
  unique: true,
  measures: numberMeasures,
  fake: (random, { min, max }) => {
    const from = min ?? Math.min(0, max ?? 0);
    return whole(random, from, max ?? from + 1000);
  },
});

export function integerSchema({ min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER }: IntegerLimits) {
  return { type: 'integer', minimum: min, maximum: max };
}

export function normalizeInteger(value: unknown, limits: IntegerLimits) {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = limits;
  if (typeof value !== 'number' || Number.isNaN(value)) return refuse('not_an_integer');
  if (value < min) return refuse('too_small', { min });
  if (value > max) return refuse('too_large', { max });
  return Number.isInteger(value) ? ok(value === 0 ? 0 : value) : refuse('not_an_integer');
}

export function parseInteger(text: string, limits: IntegerLimits) {
  if (text.trim() === '') return blank;
  const number = readNumber(text);
  if (number === undefined) return refuse('not_an_integer');
  return number.isInteger() ? normalizeInteger(number.toNumber(), limits) : refuse('not_an_integer');
}
