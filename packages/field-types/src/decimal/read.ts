// Numbers as people write them in tables: 1,234.50, １２３, −5, (5.00), 1.2E+3, 3.5万.
import { Decimal } from 'decimal.js';
import { halfWidth } from '../text/characters.ts';

/** Enough digits for every number of a field, so that 万 and 亿 multiply exactly. */
const Exact = Decimal.clone({ precision: 80 });

const shape =
  /^(?<sign>[+\-\u2212])?(?:(?<grouped>\d{1,3}(?:[, '\u00A0\u202F]\d{3})+)|(?<plain>\d*))(?<fraction>\.\d*)?(?:[eE](?<exponent>[+-]?\d{1,3}))?(?<unit>[万亿])?$/u;

const units: { readonly [unit: string]: number } = { 万: 1e4, 亿: 1e8 };

/** `undefined`: not a number. Commas group thousands, a point begins the decimals, in every language. */
export function readNumber(text: string): Decimal | undefined {
  if (text.length > 100) return undefined;
  const typed = halfWidth(text).trim();
  const inParentheses = /^\((.+)\)$/.exec(typed)?.[1];
  const groups = shape.exec(inParentheses ?? typed)?.groups;
  if (groups === undefined) return undefined;
  const digits = `${(groups['grouped'] ?? groups['plain'] ?? '').replace(/\D/g, '')}${groups['fraction'] ?? ''}`;
  if (!/\d/.test(digits)) return undefined;
  const unsigned = new Exact(`0${digits}`.replace(/\.$/, '')).times(units[groups['unit'] ?? ''] ?? 1);
  const number = unsigned.times(new Exact(10).pow(groups['exponent'] ?? 0));
  // Accountants write negative amounts in parentheses.
  const negative = groups['sign'] === '-' || groups['sign'] === '\u2212' || inParentheses !== undefined;
  return negative ? number.negated() : number;
}
