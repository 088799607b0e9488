// Calendar arithmetic on YYYY-MM-DD, years 0001 to 9999 of the Gregorian calendar, as PostgreSQL's date and interval do it.
// What would leave those years is null.

export type Unit = 'day' | 'week' | 'month' | 'year';
export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year';

export const units: readonly Unit[] = ['day', 'week', 'month', 'year'];
export const periods: readonly Period[] = ['day', 'week', 'month', 'quarter', 'year'];

const dayLength = 86_400_000;

/** Four thousand years: from any year that we know, this stays within what PostgreSQL can hold. */
export const unitLimits: { readonly [unit in Unit]: number } = {
  day: 1_461_000,
  week: 208_000,
  month: 48_000,
  year: 4_000,
};

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** `amount` is whole. A day that the month lacks becomes its last: 31 January plus a month is 28 or 29 February. */
export function addToDate(date: string, amount: number, unit: Unit): string | null {
  if (Math.abs(amount) > unitLimits[unit]) return null;
  if (unit === 'day') return fromDays(toDays(date) + amount);
  if (unit === 'week') return fromDays(toDays(date) + 7 * amount);
  return addMonths(date, unit === 'month' ? amount : 12 * amount);
}

export function daysBetween(from: string, to: string): number {
  return toDays(to) - toDays(from);
}

/** A day that there is, from numbers without fractions. */
export function makeDate(year: number, month: number, day: number): string | null {
  const isInCalendar = year >= 1 && year <= 9999 && month >= 1 && month <= 12;
  return isInCalendar && day >= 1 && day <= daysIn(year, month) ? toDate(year, month, day) : null;
}

/** Completed ones: from 31 January it is one on 1 March, not yet on 28 February. Negative where the second comes first. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return 0 - monthsBetween(to, from);
  const [start, end] = [partsOf(from), partsOf(to)];
  return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0);
}

export function quarterOf(date: string): number {
  return Math.ceil(partsOf(date).month / 3);
}

/** From 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  return weekday(date) + 1;
}

/** By ISO 8601: a week belongs to the year of its Thursday, and the first has that year's first one. */
export function weekOf(date: string): number {
  const thursday = fromDays(toDays(date) - weekday(date) + 3) ?? date;
  return Math.floor(daysBetween(startOfPeriod(thursday, 'year'), thursday) / 7) + 1;
}

/** Weeks begin on Monday. */
export function startOfPeriod(date: string, period: Period): string {
  const { year, month } = partsOf(date);
  if (period === 'day') return date;
  if (period === 'week') return fromDays(toDays(date) - weekday(date)) ?? date;
  if (period === 'month') return toDate(year, month, 1);
  if (period === 'quarter') return toDate(year, month - ((month - 1) % 3), 1);
  return toDate(year, 1, 1);
}

/** The last day; null for the week that runs past the year 9999. */
export function endOfPeriod(date: string, period: Period): string | null {
  const { year, month } = partsOf(date);
  if (period === 'day') return date;
  if (period === 'week') return fromDays(toDays(date) - weekday(date) + 6);
  if (period === 'month') return toDate(year, month, daysIn(year, month));
  if (period === 'year') return toDate(year, 12, 31);
  const last = month - ((month - 1) % 3) + 2;
  return toDate(year, last, daysIn(year, last));
}

export function partsOf(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function addMonths(date: string, amount: number): string | null {
  const { year, month, day } = partsOf(date);
  const months = year * 12 + month - 1 + amount;
  const newYear = Math.floor(months / 12);
  const newMonth = months - newYear * 12 + 1;
  return newYear < 1 || newYear > 9999 ? null : toDate(newYear, newMonth, Math.min(day, daysIn(newYear, newMonth)));
}

/** Monday is 0. Day 0, 1 January 1970, was a Thursday. */
function weekday(date: string): number {
  return (((toDays(date) + 3) % 7) + 7) % 7;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function toDays(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayLength;
}

function fromDays(days: number): string | null {
  const date = new Date(days * dayLength);
  const year = date.getUTCFullYear();
  return year < 1 || year > 9999 ? null : date.toISOString().slice(0, 10);
}

function toDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
