import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkingDays } from '../types.ts';
import { addToDate, weekdayOf } from './dates.ts';
import { addWorkingDays, isWorkingDay, workedDaysOf, workingDaysBetween } from './working-days.ts';

const week = fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean());
const day = fc.integer({ min: 0, max: 120 }).map((days) => addToDate('2026-01-01', days, 'day') ?? '');
const days = fc.uniqueArray(day, { maxLength: 12 });
const calendar: fc.Arbitrary<WorkingDays> = fc.record({ week, off: days, on: days });

const isWorked = ({ week: worked, off, on }: WorkingDays, date: string): boolean =>
  on.includes(date) || (worked[weekdayOf(date) - 1] === true && !off.includes(date));
const next = (date: string, step = 1): string => addToDate(date, step, 'day') ?? '';

describe('Working days', () => {
  test('are those of the week, without holidays, with days that are worked on although the week says otherwise', () => {
    fc.assert(
      fc.property(calendar, day, (known, date) => {
        expect(isWorkingDay(date, workedDaysOf(known))).toBe(isWorked(known, date));
      }),
    );
  });

  test('between two dates are those after the first, up to and with the second; backwards with the sign turned', () => {
    fc.assert(
      fc.property(calendar, day, day, (known, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        let count = 0;
        for (let date = next(from); date <= to; date = next(date)) count += isWorked(known, date) ? 1 : 0;
        expect(workingDaysBetween(from, to, workedDaysOf(known))).toBe(count);
        expect(workingDaysBetween(to, from, workedDaysOf(known))).toBe(0 - count);
      }),
    );
  });

  test('added to a date lead to the working day after which so many have passed, forwards and backwards', () => {
    const busy = calendar.filter((known) => known.week.includes(true));
    fc.assert(
      fc.property(busy, day, fc.integer({ min: -40, max: 40 }), (known, from, amount) => {
        let date = from;
        for (let left = Math.abs(amount); left > 0; left -= isWorked(known, date) ? 1 : 0)
          date = next(date, Math.sign(amount));
        expect(addWorkingDays(from, amount, workedDaysOf(known))).toBe(date);
      }),
      { numRuns: 1_000 },
    );
  });

  test('none leave a date what it is, a holiday too', () => {
    const always = workedDaysOf({ week: [true, true, true, true, true, true, true], off: ['2026-05-01'], on: [] });
    expect(addWorkingDays('2026-05-01', 0, always)).toBe('2026-05-01');
  });

  test('that would lie beyond the limits, or are never worked on, are null', () => {
    const never = workedDaysOf({
      week: [false, false, false, false, false, false, false],
      off: [],
      on: ['2026-05-09'],
    });
    const always = workedDaysOf({ week: [true, true, true, true, true, true, true], off: [], on: [] });
    expect(addWorkingDays('2026-05-01', 1, never)).toBe('2026-05-09');
    expect(addWorkingDays('2026-05-01', 2, never)).toBeNull();
    expect(addWorkingDays('2026-05-01', -1, never)).toBeNull();
    expect(addWorkingDays('2026-05-01', 100_000, always)).toBe('2300-02-14');
    expect(addWorkingDays('2026-05-01', 100_001, always)).toBeNull();
    expect(addWorkingDays('9999-12-31', 1, always)).toBeNull();
    expect(addWorkingDays('0001-01-02', -1, always)).toBe('0001-01-01');
    expect(addWorkingDays('0001-01-01', -1, always)).toBeNull();
  });
});
