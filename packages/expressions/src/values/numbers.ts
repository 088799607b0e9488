// Exact decimal arithmetic. A JavaScript number of up to 15 significant digits stands for the decimal that it prints as;
// anything longer is a Decimal. PostgreSQL's numeric does the same sums.
import { Decimal as DecimalJs } from 'decimal.js';
import type { Numeric } from '../operand.ts';

/** What PostgreSQL can hold: so many digits before the point, and after it so many, to which products are rounded. */
const mostWholeDigits = 131_072;
const mostPlaces = 16_383;

/** Precise enough that + - * never round by themselves. */
export const Decimal = DecimalJs.clone({
  precision: mostWholeDigits + 2 * mostPlaces,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

const plain = /^[+-]?(\d{1,60}(\.\d{0,60})?|\.\d{1,60})$/;
const exactDigits = 15;

/** Places after the point that a quotient, an average, a root and a power keep. */
export const quotientPlaces = 12;

/** From JSON: a finite number, or text in plain notation. */
export function readNumber(value: unknown): Numeric | null {
  if (typeof value === 'number') return Number.isFinite(value) ? exact(value) : null;
  if (typeof value !== 'string' || !plain.test(value.trim())) return null;
  return shorten(new Decimal(value.trim()));
}

/** Into JSON: a number up to 15 significant digits, longer ones as text. A zero has no sign. */
export function writeNumber(value: Numeric): number | string {
  const short = shorten(new Decimal(value));
  return typeof short === 'number' ? short + 0 : short.toFixed();
}

/** As PostgreSQL prints it without trailing zeros; never an exponent. */
export function printNumber(value: Numeric): string {
  return new Decimal(value).toFixed();
}

export function compareNumbers(left: Numeric, right: Numeric): number {
  if (typeof left === 'number' && typeof right === 'number') return left < right ? -1 : left > right ? 1 : 0;
  return new Decimal(left).comparedTo(right);
}

export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || DecimalJs.isDecimal(value);
}

export function add(left: Numeric, right: Numeric): Numeric {
  return new Decimal(left).plus(right);
}

export function subtract(left: Numeric, right: Numeric): Numeric {
  return new Decimal(left).minus(right);
}

export function multiply(left: Numeric, right: Numeric): Numeric {
  const product = new Decimal(left).times(right);
  return product.decimalPlaces() > mostPlaces ? product.toDecimalPlaces(mostPlaces) : product;
}

export function negate(value: Numeric): Numeric {
  return new Decimal(value).negated();
}

/** The sign is the dividend's; null for a divisor of zero. */
export function remainder(left: Numeric, right: Numeric): Numeric | null {
  const divisor = new Decimal(right);
  return divisor.isZero() ? null : new Decimal(left).modulo(divisor);
}

/** Rounded half away from zero to 12 places; null for a divisor of zero. Whole numbers divide, so nothing is rounded twice. */
export function divide(left: Numeric, right: Numeric): Numeric | null {
  const dividend = new Decimal(left);
  const divisor = new Decimal(right);
  if (divisor.isZero()) return null;
  const places = Math.max(dividend.decimalPlaces(), divisor.decimalPlaces());
  const top = BigInt(
    dividend
      .abs()
      .times(Decimal.pow(10, places + quotientPlaces))
      .toFixed(),
  );
  const bottom = BigInt(divisor.abs().times(Decimal.pow(10, places)).toFixed());
  const rounded = (2n * top + bottom) / (2n * bottom);
  const quotient = new Decimal(rounded.toString()).times(`1e-${quotientPlaces}`);
  return dividend.isNegative() === divisor.isNegative() ? quotient : quotient.negated();
}

export function truncate(value: Numeric): number {
  return new Decimal(value).trunc().toNumber();
}

/** Most numbers are short, and stay what they are. */
function exact(value: number): Numeric {
  return Number.isSafeInteger(value) ? value : shorten(new Decimal(value));
}

function shorten(value: DecimalJs): Numeric {
  return value.precision(true) <= exactDigits ? value.toNumber() : value;
}
