// What a loop carries from step to step stays of a size that does not grow with the steps.
import type { Numeric } from '../operand.ts';
import { Decimal } from './numbers.ts';

/** Rounded half away from zero to so many decimals; null where it has more digits than that before the point. */
export function carried(value: Numeric, digits: number): Numeric | null {
  const decimal = new Decimal(value);
  return decimal.abs().lessThan(`1e${digits}`) ? decimal.toDecimalPlaces(digits) : null;
}
