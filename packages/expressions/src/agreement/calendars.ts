// Calendars and exchange rates that the agreement test knows of, with much that is out of the ordinary.
import type { ExchangeRate, WorkingDays } from '../types.ts';

const never: WorkingDays['week'] = [false, false, false, false, false, false, false];

export const calendars: { readonly [name: string]: WorkingDays } = {
  office: {
    week: [true, true, true, true, true, false, false],
    off: ['2026-01-01', '2026-03-31', '2026-05-01', '2026-01-01', '2026-01-03'],
    on: ['2026-01-04', '2026-03-29', '2026-03-31'],
  },
  'on call': { week: never, off: [], on: ['0001-01-01', '2024-02-29', '2026-03-31', '9999-12-31'] },
  'all days': { week: [true, true, true, true, true, true, true], off: ['2026-04-01'], on: [] },
};

export const currencies = ['CNY', 'USD', 'EUR', 'JPY', '', 'usd', '华'];

export const rates: readonly ExchangeRate[] = [
  { from: 'USD', to: 'CNY', since: '1900-01-01', rate: '7.1234' },
  { from: 'USD', to: 'CNY', since: '2026-03-31', rate: '7.000000000001' },
  { from: 'CNY', to: 'EUR', since: '2026-03-30', rate: '0.123456789012345' },
  { from: 'EUR', to: 'CNY', since: '2000-01-01', rate: '8.1' },
  { from: 'JPY', to: 'USD', since: '2026-04-01', rate: '0' },
];
