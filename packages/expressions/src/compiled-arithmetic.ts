// Arithmetic on JavaScript numbers where that is provably exact, and on decimals where it is not.
//
// A number of up to 15 significant digits is the double next to its decimal, and no other decimal so short has the same double. So
// n / 10^p, which is rounded correctly, gives back a number only for the n and p that it stands for; sums and products of such n
// below 2^53 are exact, and a result of up to 15 digits is again the double next to its decimal.
import type { Numeric, Operand } from './operand.ts';
import { add, divide, isNumeric, multiply, negate, remainder, subtract } from './values/numbers.ts';

/** Undefined where it cannot be told exactly. */
type NativeStep = (left: number, right: number) => number | null | undefined;
type Step = (left: Numeric, right: Numeric) => Numeric | null;

const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12] as const;
const mostPlaces = 6;
const mostDigits = 1e15;

/** How many decimals a number has; −1 where it has more than six, or more digits than it could stand for exactly. */
export function placesOf(value: number): number {
  if (Number.isSafeInteger(value)) return 0;
  for (let places = 1; places <= mostPlaces; places += 1) {
    const scaled = Math.round(value * power(places));
    if (scaled / power(places) === value) return Math.abs(scaled) < mostDigits ? places : -1;
  }
  return -1;
}

/** By the names of signatures whose operands are numbers and not null. */
export const nativeArithmetic: ReadonlyMap<string, (...values: readonly Operand[]) => Operand> = new Map([
  ['add', folded((left, right) => sum(left, right, 1), add)],
  ['subtract', folded((left, right) => sum(left, right, -1), subtract)],
  ['multiply', folded(product, multiply)],
  ['divide', folded(quotient, divide)],
  ['remainder', folded(rest, remainder)],
  ['negate', (value: Operand) => (typeof value === 'number' ? 0 - value : isNumeric(value) ? negate(value) : null)],
]);

function folded(native: NativeStep, exact: Step): (...values: readonly Operand[]) => Operand {
  const step = (left: Operand, right: Operand): Operand => {
    if (typeof left === 'number' && typeof right === 'number') {
      const result = native(left, right);
      if (result !== undefined) return result;
    }
    return isNumeric(left) && isNumeric(right) ? exact(left, right) : null;
  };
  return (...values) => {
    let result = values[0] ?? null;
    for (let index = 1; index < values.length; index += 1) result = step(result, values[index] ?? null);
    return result;
  };
}

function sum(left: number, right: number, sign: 1 | -1): number | undefined {
  const [ofLeft, ofRight] = [placesOf(left), placesOf(right)];
  if (ofLeft < 0 || ofRight < 0) return undefined;
  const places = Math.max(ofLeft, ofRight);
  const a = whole(left, ofLeft) * power(places - ofLeft);
  const b = whole(right, ofRight) * power(places - ofRight) * sign;
  return Number.isSafeInteger(a) && Number.isSafeInteger(b) ? fraction(a + b, places) : undefined;
}

function product(left: number, right: number): number | undefined {
  const [ofLeft, ofRight] = [placesOf(left), placesOf(right)];
  if (ofLeft < 0 || ofRight < 0) return undefined;
  return fraction(whole(left, ofLeft) * whole(right, ofRight), ofLeft + ofRight);
}

/** Long division in two steps of six places: every remainder times a million stays below 2^53. */
function quotient(left: number, right: number): number | null | undefined {
  const [ofLeft, ofRight] = [placesOf(left), placesOf(right)];
  if (ofLeft < 0 || ofRight < 0) return undefined;
  if (right === 0) return null;
  const places = Math.max(ofLeft, ofRight);
  const a = Math.abs(whole(left, ofLeft) * power(places - ofLeft));
  const b = Math.abs(whole(right, ofRight) * power(places - ofRight));
  if (!Number.isSafeInteger(a) || b >= 9e9) return undefined;
  const ones = floorOf(a, b);
  const millionths = floorOf(ones.rest * 1e6, b);
  const last = floorOf(millionths.rest * 1e6, b);
  if (ones.quotient >= 1e3) return undefined;
  const rounded = ones.quotient * 1e12 + millionths.quotient * 1e6 + last.quotient + (2 * last.rest >= b ? 1 : 0);
  return fraction(left < 0 === right < 0 ? rounded : -rounded, 12);
}

function rest(left: number, right: number): number | null | undefined {
  if (right === 0) return null;
  return Number.isSafeInteger(left) && Number.isSafeInteger(right) ? (left % right) + 0 : undefined;
}

/** Of whole numbers below 2^53; the division may have been rounded up to the next. */
function floorOf(a: number, b: number): { readonly quotient: number; readonly rest: number } {
  const quotient = Math.floor(a / b);
  const rest = a - quotient * b;
  return rest < 0 ? { quotient: quotient - 1, rest: rest + b } : { quotient, rest };
}

function whole(value: number, places: number): number {
  return places === 0 ? value : Math.round(value * power(places));
}

/** Undefined where it has too many digits to be a number; a zero has no sign. */
function fraction(scaled: number, places: number): number | undefined {
  const isExact = places === 0 ? Number.isSafeInteger(scaled) : Math.abs(scaled) < mostDigits;
  return isExact ? scaled / power(places) + 0 : undefined;
}

function power(places: number): number {
  return powers[places] ?? 1;
}
