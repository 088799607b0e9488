// Dates as people write them at the beginning of a text, and what follows: 2017-03-01, 2017/3/1, 2017年3月1日, 1 Mar 2017, 03/01/2017.
import { ok, refuse, type Refusal } from '../normalized.ts';
import type { Day } from './calendar.ts';
import { isDay } from './calendar.ts';

export type DateOrder = 'dmy' | 'mdy';

export interface DayAndRest {
  readonly day: Day;
  /** What follows the date, without the blanks or the `T` between. */
  readonly rest: string;
}

type Read = { readonly ok: true; readonly value: DayAndRest } | Refusal;

const yearFirst =
  /^(?<year>\d{4})(?:([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})|\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*日?)/;
const compact = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})/;
const yearLast = /^(?<first>\d{1,2})([-/.])(?<second>\d{1,2})\2(?<year>\d{4})/;
const monthName = /^(?<month>[A-Za-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})/;
const dayName = /^(?<day>\d{1,2})[\s-](?<month>[A-Za-z]{3,9})\.?[\s,-]\s*(?<year>\d{4})/;
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `text` is trimmed and in half-width characters. */
export function readDay(text: string, order: DateOrder | undefined): Read {
  const named = yearFirst.exec(text) ?? compact.exec(text);
  if (named?.groups) {
    const { year, month, m, day, d } = named.groups;
    return dayAndRest(text, named[0], { year: Number(year), month: Number(month ?? m), day: Number(day ?? d) });
  }
  const worded = monthName.exec(text) ?? dayName.exec(text);
  if (worded?.groups) {
    const { year, month = '', day } = worded.groups;
    return dayAndRest(text, worded[0], { year: Number(year), month: monthNumber(month), day: Number(day) });
  }
  const last = yearLast.exec(text);
  if (!last?.groups) return refuse('not_a_date');
  const { first, second, year } = last.groups;
  return readOrdered(text, last[0], { first: Number(first), second: Number(second), year: Number(year), order });
}

interface Ordered {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  readonly order: DateOrder | undefined;
}

/** Without an order, only what can be read in one way. */
function readOrdered(text: string, matched: string, { first, second, year, order }: Ordered): Read {
  const dmy = { year, month: second, day: first };
  const mdy = { year, month: first, day: second };
  if (order !== undefined) return dayAndRest(text, matched, order === 'dmy' ? dmy : mdy);
  if (first <= 12 && second <= 12 && first !== second) return refuse('ambiguous_date');
  return dayAndRest(text, matched, first > 12 ? dmy : mdy);
}

function dayAndRest(text: string, matched: string, day: Day): Read {
  const behind = text.slice(matched.length);
  const rest = behind.replace(/^[T\s]\s*/i, '');
  // A digit or letter right behind the date means that this was no date.
  if (behind !== '' && rest === behind && !matched.endsWith('日')) return refuse('not_a_date');
  return isDay(day.year, day.month, day.day) ? ok({ day, rest }) : refuse('not_a_date');
}

function monthNumber(name: string): number {
  return months.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}
