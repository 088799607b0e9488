import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToDate, makeDate, monthsBetween, quarterOf, weekdayOf, weekOf } from './dates.ts';

const dates = fc
  .date({ min: new Date('0100-01-01'), max: new Date('9000-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('Months between two dates', () => {
  test('count when they are completed', () => {
    expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(0);
    expect(monthsBetween('2026-01-31', '2026-03-01')).toBe(1);
    expect(monthsBetween('2026-02-28', '2026-03-31')).toBe(1);
    expect(monthsBetween('2024-02-29', '2025-02-28')).toBe(11);
    expect(monthsBetween('2026-03-31', '2026-03-31')).toBe(0);
  });

  test('are as many backwards, with the sign turned', () => {
    fc.assert(fc.property(dates, dates, (one, other) => monthsBetween(one, other) + monthsBetween(other, one) === 0));
  });

  test('added to the first do not lead beyond the second, and one more does', () => {
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const months = monthsBetween(from, to);
        const lands = addToDate(from, months, 'month') ?? '';
        const next = addToDate(from, months + 1, 'month') ?? '';
        // A month that is too short for the day ends before it is completed.
        expect(lands <= to && (next > to || next.slice(8) < from.slice(8))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('Weeks', () => {
  test('are those of ISO 8601, where a year may begin in the last week of the one before', () => {
    const weeks = [['2026-01-01', 1], ['2026-12-31', 53], ['2027-01-03', 53], ['2027-01-04', 1], ['2024-12-30', 1], ['2023-01-01', 52]] as const; // prettier-ignore
    for (const [date, week] of weeks) expect(weekOf(date), date).toBe(week);
  });

  test('have days from 1 for Monday to 7 for Sunday', () => {
    expect([weekdayOf('2026-03-30'), weekdayOf('2026-04-05'), weekdayOf('0001-01-01')]).toEqual([1, 7, 1]);
  });
});

test('quarters have three months', () => {
  expect(['2026-01-31', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([1, 1, 2, 4]);
});

test('a day that there is not is none', () => {
  expect(makeDate(2024, 2, 29)).toBe('2024-02-29');
  expect(makeDate(7, 6, 5)).toBe('0007-06-05');
  for (const [year, month, day] of [
    [2026, 2, 29],
    [2026, 13, 1],
    [2026, 4, 31],
    [0, 1, 1],
    [10_000, 1, 1],
    [2026, 1, 0],
  ] as const) {
    // prettier-ignore
    expect(makeDate(year, month, day)).toBeNull();
  }
});
