// Random decimal numbers within the limits of a field.
import { Decimal } from 'decimal.js';
import { defaultPrecision, defaultScale, type DecimalLimits, type DecimalWire } from './amount.ts';

/** Between `min` and `max` where they are given, else from 0 to 10,000 as far as the digits go. */
export function fakeDecimal(random: () => number, limits: DecimalLimits): DecimalWire {
  const { precision = defaultPrecision, scale = defaultScale } = limits;
  const widest = Math.min(10_000, 10 ** (precision - scale)) * 0.99;
  const min = limits.min ?? Math.min(0, limits.max ?? 0);
  const max = limits.max ?? min + widest;
  const places = Math.min(scale, 4);
  const number = new Decimal(min).plus(new Decimal(max).minus(min).times(random().toFixed(6)));
  // Rounding may lead just past a limit that has more decimals than the field shows.
  return Decimal.min(Decimal.max(number.toDecimalPlaces(places), min), max).toNumber();
}
