// A number with so many decimals and a comma between thousands, as text: 1,234.50. Null for more than 12 decimals, for fewer
// than none, and for numbers of 10^60 and more.
import type { Numeric } from '../operand.ts';
import { Decimal } from './numbers.ts';
import { placesLimit } from './rounding.ts';

const sizeLimit = new Decimal('1e60');

export function formatNumber(value: Numeric, places: Numeric): string | null {
  const count = new Decimal(places).trunc().toNumber();
  const size = new Decimal(value).abs();
  if (count < 0 || count > placesLimit || size.greaterThanOrEqualTo(sizeLimit)) return null;
  const rounded = size.toDecimalPlaces(count);
  const [whole = '', ...decimals] = rounded.toFixed(count).split('.');
  const isBelowZero = new Decimal(value).isNegative() && !rounded.isZero();
  return [(isBelowZero ? '-' : '') + whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}
