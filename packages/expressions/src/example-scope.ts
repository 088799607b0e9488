// What examples may name besides their record: a calendar `office` and the rate of one currency. The documents say so too.
import type { ExchangeRate, WorkingDays } from './types.ts';

/** Monday to Friday, around the first days of May 2026. */
const office: WorkingDays = {
  week: [true, true, true, true, true, false, false],
  off: ['2026-05-01', '2026-05-04', '2026-05-05'],
  on: ['2026-05-09'],
};

const rates: readonly ExchangeRate[] = [{ from: 'USD', to: 'CNY', since: '2026-01-01', rate: '7.1234' }];

export const exampleScope = {
  calendar: (name: string): WorkingDays | undefined => (name === 'office' ? office : undefined),
  calendarNames: (): readonly string[] => ['office'],
  rates,
};
