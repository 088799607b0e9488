// Exact decimal numbers between JSON and PostgreSQL, for every type that stores `numeric`.
// JSON numbers keep 15 significant digits for certain; what has more is a string.
import { Type } from '@sinclair/typebox';
import { Decimal } from 'decimal.js';
import type { JsonSchema, Normalized, OptionProblem } from '../contract.ts';
import { ok, refuse } from '../normalized.ts';

export type DecimalWire = number | string;

export interface DecimalLimits {
  readonly precision?: number;
  readonly scale?: number;
  readonly min?: number;
  readonly max?: number;
}

export const exactDigits = 15;
export const defaultPrecision = 15;
export const defaultScale = 2;

export const scaleOption = Type.Integer({ minimum: 0, maximum: 12, default: defaultScale, description: 'Decimals.' });
export const precisionOption = Type.Integer({
  minimum: 1,
  maximum: 30,
  default: defaultPrecision,
  description: 'Digits in all. More than 15 travel as strings.',
});
export const decimalOptions = {
  precision: Type.Optional(precisionOption),
  scale: Type.Optional(scaleOption),
  min: Type.Optional(Type.Number()),
  max: Type.Optional(Type.Number()),
};

export function decimalProblems({ precision = defaultPrecision, scale = defaultScale, min, max }: DecimalLimits) {
  const problems: OptionProblem[] = [];
  if (scale > precision) problems.push({ path: 'scale', code: 'scale_above_precision' });
  if (min !== undefined && max !== undefined && min > max) problems.push({ path: 'min', code: 'min_above_max' });
  return problems;
}

export function decimalColumn({ precision = defaultPrecision, scale = defaultScale }: DecimalLimits) {
  return { type: `numeric(${precision},${scale})` };
}

/** Numbers of at most 15 digits as numbers, others as text. */
export function decimalWireSql(column: string, { precision = defaultPrecision }: DecimalLimits): string {
  if (precision <= exactDigits) return column;
  const significant = `length(trim(both '0' from replace(abs(${column})::text, '.', '')))`;
  return `case when ${significant} <= ${exactDigits} then to_jsonb(${column}) else to_jsonb(trim_scale(${column})::text) end`;
}

/** The same of the text of a `numeric`. */
export function decimalWireJson(text: string): string {
  if (text.length <= exactDigits) return text;
  const significant = text.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  if (significant.length <= exactDigits) return text;
  return `"${text.includes('.') ? text.replace(/\.?0+$/, '') : text}"`;
}

export function decimalSchema(limits: DecimalLimits): JsonSchema {
  const largest = largestOf(limits).toNumber();
  return {
    type: ['number', 'string'],
    minimum: limits.min ?? -largest,
    maximum: limits.max ?? largest,
    pattern: '^-?\\d+(\\.\\d+)?$',
    maxLength: 64,
  };
}

export function normalizeDecimal(value: unknown, limits: DecimalLimits): Normalized<DecimalWire> {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return refuse('not_a_number');
    const number = new Decimal(value);
    return number.precision() > exactDigits ? refuse('inexact_number') : checkDecimal(number, limits);
  }
  const isNumber = typeof value === 'string' && value.length <= 64 && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber ? checkDecimal(new Decimal(value), limits) : refuse('not_a_number');
}

export function checkDecimal(number: Decimal, limits: DecimalLimits): Normalized<DecimalWire> {
  const { scale = defaultScale } = limits;
  const largest = largestOf(limits);
  const min = limits.min ?? largest.negated();
  const max = limits.max ?? largest;
  if (number.lessThan(min)) return refuse('too_small', { min: String(min) });
  if (number.greaterThan(max)) return refuse('too_large', { max: String(max) });
  if (number.decimalPlaces() > scale) return refuse('too_many_decimals', { scale });
  if (number.isZero()) return ok(0);
  return ok(number.precision() <= exactDigits ? number.toNumber() : number.toFixed());
}

/** The plain digits, with at least `decimals` of them behind the point. */
export function decimalDigits(value: DecimalWire, decimals = 0): string {
  const number = new Decimal(value);
  return number.toFixed(Math.max(decimals, number.decimalPlaces()));
}

/** What fits into `numeric(precision, scale)`. */
function largestOf({ precision = defaultPrecision, scale = defaultScale }: DecimalLimits): Decimal {
  const whole = '9'.repeat(Math.max(0, precision - scale)) || '0';
  return new Decimal(scale === 0 ? whole : `${whole}.${'9'.repeat(scale)}`);
}
