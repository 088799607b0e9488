// What examples may name besides their record: the clock, who asks, a calendar `office` and the rate of one currency. The documents
// say so too.
import type { Context } from './context.ts';
import type { ExchangeRate, WorkingDays } from './types.ts';

/** Who asks every example, and when. */
export const exampleWorld: Omit<Context, 'record'> = {
  now: '2026-03-31T12:00:00Z',
  today: '2026-03-31',
  timeZone: 'UTC',
  user: { id: '0198c0de-0000-7000-8000-000000000001' },
};

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
