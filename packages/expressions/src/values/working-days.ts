// Which days are worked on, in the form in which both interpreters count them: without going from day to day.
import type { WorkingDays } from '../types.ts';
import { addToDate, daysBetween, isDate, weekdayOf } from './dates.ts';

/** A type and no interface, so that it is a value of an expression. */
export type WorkedDays = {
  /** How many of the first days of a week are worked on, from none of them to all seven. */
  readonly week: readonly number[];
  /** Days that the week would have worked on, sorted. */
  readonly off: readonly string[];
  /** Days that it would not have, sorted. */
  readonly added: readonly string[];
};

/** Working days that a date may be moved by, and the days that may be passed. */
export const workingDaysLimit = 100_000;
export const passedDaysLimit = 1_461_000;

/** A Monday. */
const firstDay = '0001-01-01';
const lastDay = '9999-12-31';

const prepared = new WeakMap<WorkingDays, WorkedDays>();

/** The same for the same, so that a statement carries it once. */
export function workedDaysOf(calendar: WorkingDays): WorkedDays {
  const known = prepared.get(calendar);
  if (known !== undefined) return known;
  const { week, off, on } = calendar;
  const isWorked = (date: string) => week[weekdayOf(date) - 1] === true;
  const sorted = (dates: readonly string[]) => [...new Set(dates)].filter(isDate).sort();
  const made: WorkedDays = {
    week: week.reduce<readonly number[]>((sums, worked) => [...sums, (sums.at(-1) ?? 0) + (worked ? 1 : 0)], [0]),
    off: sorted(off).filter((date) => isWorked(date) && !on.includes(date)),
    added: sorted(on).filter((date) => !isWorked(date)),
  };
  prepared.set(calendar, made);
  return made;
}

/** Those after the first date, up to and with the second; negative where the second comes first. */
export function workingDaysBetween(from: string, to: string, days: WorkedDays): number {
  return workedUntil(to, days) - workedUntil(from, days);
}

export function isWorkingDay(date: string, days: WorkedDays): boolean {
  return workedUntil(date, days) > workedBefore(date, days);
}

/** `amount` is whole. Moved by none, a date stays what it is; what lies beyond the limits is null. */
export function addWorkingDays(date: string, amount: number, days: WorkedDays): string | null {
  if (amount === 0) return date;
  if (Math.abs(amount) > workingDaysLimit) return null;
  if (amount > 0) {
    const last = addToDate(date, passedDaysLimit, 'day') ?? lastDay;
    return firstWith(workedUntil(date, days) + amount, addToDate(date, 1, 'day'), last, days);
  }
  const first = addToDate(date, -passedDaysLimit, 'day') ?? firstDay;
  const wanted = workedBefore(date, days) + amount + 1;
  return workedBefore(first, days) < wanted ? firstWith(wanted, first, addToDate(date, -1, 'day'), days) : null;
}

/** The first day between two by which so many are worked on. */
function firstWith(wanted: number, first: string | null, last: string | null, days: WorkedDays): string | null {
  if (first === null || last === null || workedUntil(last, days) < wanted) return null;
  let low = 0;
  let high = daysBetween(first, last);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (workedUntil(addToDate(first, middle, 'day') ?? last, days) < wanted) low = middle + 1;
    else high = middle;
  }
  return addToDate(first, low, 'day');
}

/** Since the calendar begins. */
function workedUntil(date: string, days: WorkedDays): number {
  return workedIn(daysBetween(firstDay, date) + 1, days) - upTo(date, days.off) + upTo(date, days.added);
}

function workedBefore(date: string, days: WorkedDays): number {
  const before = addToDate(date, -1, 'day');
  return before === null ? 0 : workedUntil(before, days);
}

/** By the week alone, in so many days from a Monday on. */
function workedIn(count: number, { week }: WorkedDays): number {
  return Math.floor(count / 7) * (week[7] ?? 0) + (week[count % 7] ?? 0);
}

/** How many of the sorted dates are not after this one. */
function upTo(date: string, dates: readonly string[]): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] ?? '') <= date) low = middle + 1;
    else high = middle;
  }
  return low;
}
