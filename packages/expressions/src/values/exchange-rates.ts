// Dated exchange rates, in the form in which both interpreters look one up: by halves, in one sorted list.
import type { Numeric } from '../operand.ts';
import type { ExchangeRate } from '../types.ts';
import { divide, multiply, readNumber } from './numbers.ts';

/** A type and no interface, so that it is a value of an expression. */
export type RateTable = {
  /** `USD CNY 2026-01-01`, sorted. */
  readonly keys: readonly string[];
  /** Of each key, as decimal text. */
  readonly rates: readonly string[];
};

const prepared = new WeakMap<readonly ExchangeRate[], RateTable>();

/** The same for the same, so that a statement carries it once. Of two rates for one day the later in the list holds. */
export function rateTableOf(rates: readonly ExchangeRate[]): RateTable {
  const known = prepared.get(rates);
  if (known !== undefined) return known;
  const byKey = new Map(rates.map(({ from, to, since, rate }) => [`${from} ${to} ${since}`, rate]));
  const keys = [...byKey.keys()].sort();
  const table: RateTable = { keys, rates: keys.map((key) => byKey.get(key) ?? '') };
  prepared.set(rates, table);
  return table;
}

/** By the newest rate of that day, else divided by that of the other direction; null where there is neither. */
export function convert(
  amount: Numeric,
  { from, to, date }: { readonly from: string; readonly to: string; readonly date: string },
  table: RateTable,
): Numeric | null {
  if (from === to) return amount;
  const rate = rateOn(`${from} ${to} `, date, table);
  if (rate !== null) return multiply(amount, rate);
  const opposite = rateOn(`${to} ${from} `, date, table);
  return opposite === null ? null : divide(amount, opposite);
}

function rateOn(pair: string, date: string, { keys, rates }: RateTable): Numeric | null {
  const wanted = pair + date;
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') <= wanted) low = middle + 1;
    else high = middle;
  }
  return keys[low - 1]?.startsWith(pair) === true ? readNumber(rates[low - 1]) : null;
}
