// A calendar as expressions see it.
import { expect, test } from 'vitest';
import { workingDaysOf } from './working-days.ts';

test('a calendar tells which weekdays are worked, and which days stand out', () => {
  const hours = [['09:00', '18:00']];
  expect(
    workingDaysOf({
      name: 'office',
      week: { mon: hours, sat: hours },
      holidays: [{ date: '2026-10-02' }, { date: '2026-10-01', label: 'National Day' }],
      working_days: [{ date: '2026-10-11' }],
    }),
  ).toEqual({
    week: [true, false, false, false, false, true, false],
    off: ['2026-10-01', '2026-10-02'],
    on: ['2026-10-11'],
  });
});
