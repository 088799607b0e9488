// Powers and roots, rounded half away from zero to 12 decimals. PostgreSQL reckons them likewise, by ways of its own, so both
// go to many more digits than that: what they give can only differ where a result lies within 10^-40 of the middle between
// two neighbours, and there both are brought to the middle first.
import { Decimal as DecimalJs } from 'decimal.js';
import type { Numeric } from '../operand.ts';
import { Decimal, quotientPlaces } from './numbers.ts';

/** Operands and results of 10^60 and more are refused, or a tower of powers would never end. */
const sizeLimit = new Decimal('1e60');
const sizeDigits = 60;

/** What operands are taken to. */
const operandPlaces = 60;
const middlePlaces = 40;

/** 60 digits before the point, 40 behind it, and some to spare. */
const Precise = DecimalJs.clone({ precision: 115, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });

/** Enough to see whether a result is out of reach. */
const Rough = DecimalJs.clone({ precision: 20 });

/** Null where there is no such number: a fraction as exponent of a negative base, a negative one of zero. */
export function power(base: Numeric, exponent: Numeric): Numeric | null {
  const b = new Precise(base).toDecimalPlaces(operandPlaces);
  const e = new Precise(exponent).toDecimalPlaces(operandPlaces);
  if (b.abs().greaterThanOrEqualTo(sizeLimit) || e.abs().greaterThanOrEqualTo(sizeLimit)) return null;
  if (b.isZero()) return e.isZero() ? 1 : e.isNegative() ? null : 0;
  if (b.isNegative() && !e.isInteger()) return null;
  const digits = Rough.log10(b.abs()).times(e);
  if (digits.greaterThan(sizeDigits + 1)) return null;
  if (digits.lessThan(-quotientPlaces - 2)) return 0;
  const precise = Precise.pow(b.abs(), e).toDecimalPlaces(middlePlaces);
  const result = new Decimal(precise).toDecimalPlaces(quotientPlaces);
  if (result.greaterThanOrEqualTo(sizeLimit)) return null;
  return b.isNegative() && !e.modulo(2).isZero() ? result.negated() : result;
}

/** Null of what is negative. Whole numbers take the root, so nothing is rounded twice. */
export function squareRoot(value: Numeric): Numeric | null {
  const radicand = new Decimal(value);
  if (radicand.isZero()) return 0;
  if (radicand.isNegative() || radicand.greaterThanOrEqualTo(sizeLimit)) return null;
  const places = quotientPlaces + 1;
  const root = wholeRoot(
    BigInt(
      radicand
        .times(Decimal.pow(10, 2 * places))
        .trunc()
        .toFixed(),
    ),
  );
  return new Decimal(root.toString()).times(Decimal.pow(10, -places)).toDecimalPlaces(quotientPlaces);
}

/** The greatest whole number whose square is not above, by Newton's method. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
