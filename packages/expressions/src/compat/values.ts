// How values of no known type are seen: as numbers, as text, as true or false. The numbers are those of the strict language: exact
// decimals while they are reckoned with, and what comes out is the JSON number nearest to it.
import type { Numeric } from '../operand.ts';
import { Decimal, printNumber, readNumber } from '../values/numbers.ts';
import { compareText } from '../values/text.ts';
import { depthOfValues, spend, spendOnText, type Budget } from './budget.ts';
import { invalidArguments, notANumber } from './failure.ts';

const scientific = /^[+-]?(\d{1,60}(\.\d{0,60})?|\.\d{1,60})[eE][+-]?\d{1,3}$/;

/** Null, blank text and false are 0, true is 1; text is read as a decimal, with an exponent too. Anything else is no number. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : notANumber();
  if (value === null || value === undefined || value === false || value === '') return 0;
  if (value === true) return 1;
  if (typeof value !== 'string') return notANumber();
  const text = value.length > 200 ? '' : value.trim();
  const number = scientific.test(text) ? Number(text) : readNumber(text);
  return number === null ? notANumber() : outOf(number);
}

/** The JSON number nearest to it; a zero has no sign. */
export function outOf(value: Numeric): number {
  const number = new Decimal(value).toNumber();
  return Number.isFinite(number) ? number + 0 : notANumber();
}

/** Empty lists, blank text, zero, null and false are false; everything else is true. */
export function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Null is nothing; members of lists stand side by side with commas between them, as JSONLogic has it. */
export function textOf(value: unknown, budget: Budget, depth = 0): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') {
    spendOnText(budget, value.length);
    return value;
  }
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (!Array.isArray(value) || depth > depthOfValues) return invalidArguments();
  const items: readonly unknown[] = value;
  spend(budget, items.length);
  const text = items.map((item) => textOf(item, budget, depth + 1)).join(',');
  spendOnText(budget, text.length);
  return text;
}

export function equals(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  if (isBlankBeside(left, right) || isBlankBeside(right, left)) return false;
  return numberOf(left) === numberOf(right);
}

/** Below zero, zero or above it; texts by code point. */
export function order(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (isBlankBeside(left, right) || isBlankBeside(right, left)) return notANumber();
  return numberOf(left) - numberOf(right);
}

/** Null is 0 beside a number; it differs from every text, list and object, and comes neither before nor after them. */
function isBlankBeside(value: unknown, other: unknown): boolean {
  const isOther = typeof other === 'string' || (typeof other === 'object' && other !== null);
  return (value === null || value === undefined) && isOther;
}
