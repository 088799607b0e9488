// Calendars and exchange rates told in lines.
import { expect, test } from 'vitest';
import type { Label } from '@trellis/metadata/kinds';
import { partsOfCalendar, partsOfRates } from './outline-of-reckoning.ts';

const words = (language: string) => ({
  language,
  label: (label: Label | undefined) => (typeof label === 'string' ? label : (label?.[language] ?? '')),
  t: (key: string) => key,
});

test('a calendar tells its week in the order of days, and the days that stand out', () => {
  const calendar = {
    name: 'office',
    week: {
      sat: [['10:00', '16:00']],
      mon: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
    },
    holidays: [{ date: '2026-10-01', label: { en: 'National Day', 'zh-CN': '国庆节' } }, { date: '2026-10-02' }],
    working_days: [{ date: '2026-10-10', hours: [['09:00', '12:00']] }],
  };
  expect(partsOfCalendar(calendar, words('en'))).toEqual([
    { heading: 'outline_week', lines: ['Monday 09:00–12:00, 13:00–18:00', 'Saturday 10:00–16:00'] },
    { heading: 'outline_holidays', lines: ['2026-10-01 · National Day', '2026-10-02'] },
    { heading: 'outline_working_days', lines: ['2026-10-10 · 09:00–12:00'] },
  ]);
  expect(partsOfCalendar(calendar, words('zh-CN')).slice(0, 2)).toEqual([
    { heading: 'outline_week', lines: ['星期一 09:00–12:00, 13:00–18:00', '星期六 10:00–16:00'] },
    { heading: 'outline_holidays', lines: ['2026-10-01 · 国庆节', '2026-10-02'] },
  ]);
});

test('exchange rates tell their pair and their days', () => {
  const rates = [{ since: '2026-01-01', rate: 7 }];
  expect(partsOfRates({ name: 'dollar', from: 'USD', to: 'CNY', rates })).toEqual([
    { heading: 'USD → CNY', lines: ['2026-01-01 · 7'] },
  ]);
});
