// Rounding to so many decimals, or to tens and hundreds where they are negative.
import { Decimal as DecimalJs } from 'decimal.js';
import type { Numeric } from '../operand.ts';
import { Decimal } from './numbers.ts';

/** On either side of the point. */
export const placesLimit = 12;

export type Rounding = 'half_away' | 'half_even' | 'floor' | 'ceil' | 'trunc';

const modes: { readonly [rounding in Rounding]: DecimalJs.Rounding } = {
  half_away: DecimalJs.ROUND_HALF_UP,
  half_even: DecimalJs.ROUND_HALF_EVEN,
  floor: DecimalJs.ROUND_FLOOR,
  ceil: DecimalJs.ROUND_CEIL,
  trunc: DecimalJs.ROUND_DOWN,
};

/** `places` lose what is behind their point; null beyond the limit. */
export function round(value: Numeric, places: Numeric, rounding: Rounding = 'half_away'): Numeric | null {
  const count = new Decimal(places).trunc();
  if (count.abs().greaterThan(placesLimit)) return null;
  return roundExactly(new Decimal(value), count.toNumber(), rounding);
}

function roundExactly(value: DecimalJs, places: number, rounding: Rounding): Numeric {
  const mode = modes[rounding];
  if (places >= 0) return value.toDecimalPlaces(places, mode);
  const unit = Decimal.pow(10, -places);
  return value.times(Decimal.pow(10, places)).toDecimalPlaces(0, mode).times(unit);
}
