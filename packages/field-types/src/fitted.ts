// What an expression gives, made to fit its field: a number may have more decimals than the field keeps, and is rounded half away
// from zero, as everywhere.
import { Decimal } from 'decimal.js';
import type { AnyFieldType } from './registry.ts';

type Definition = Parameters<AnyFieldType['column']>[0];

export function fitted(type: AnyFieldType, definition: Definition, value: unknown): unknown {
  if (value === null || value === undefined || type.valueType(definition) !== 'number') return value;
  const decimals = Number(/,(\d+)\)$/.exec(type.column(definition)?.type ?? '')?.[1] ?? 0);
  const rounded = new Decimal(String(value)).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  return rounded.precision() <= 15 ? rounded.toNumber() : rounded.toFixed();
}
