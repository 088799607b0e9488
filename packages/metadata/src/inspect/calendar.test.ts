// Calendars and exchange rates: what is wrong with them, and where.
import { describe, expect, test } from 'vitest';
import { calendar, exchangeRate } from '../builders.ts';
import type { RawItem } from '../kinds.ts';
import { validate } from '../validate.ts';

/** `path code` of every problem. */
function problemsOf(...items: readonly RawItem[]): string[] {
  const validation = validate(items);
  return validation.ok ? [] : validation.problems.map(({ path, code }) => `${path} ${code}`).toSorted();
}

describe('a calendar', () => {
  test('has days that exist, each once', () => {
    expect(
      problemsOf(
        calendar('office', {
          holidays: [{ date: '2026-02-30' }, { date: '2026-10-01' }, { date: '2026-10-01' }],
          working_days: [{ date: '2026-10-10' }, { date: '2026-10-10' }],
        }),
      ),
    ).toEqual([
      'calendars/office.json#/holidays/0/date not_a_date',
      'calendars/office.json#/holidays/2/date duplicate_entry',
      'calendars/office.json#/working_days/1/date duplicate_entry',
    ]);
  });

  test('has no day that is worked and off at once', () => {
    const date = '2026-10-01';
    expect(problemsOf(calendar('office', { holidays: [{ date }], working_days: [{ date }] }))).toEqual([
      'calendars/office.json#/working_days/0/date worked_and_off',
    ]);
  });

  test('has hours that go forward and do not overlap', () => {
    const week = {
      mon: [
        ['09:00', '12:00'],
        ['13:00', '24:00'],
      ],
      tue: [['18:00', '09:00']],
      wed: [
        ['09:00', '12:00'],
        ['11:00', '18:00'],
      ],
      thu: [['09:00', '09:00']],
    };
    const extra = [{ date: '2026-10-10', hours: [['10:00', '08:00']] }];
    expect(problemsOf(calendar('office', { week, working_days: extra }))).toEqual([
      'calendars/office.json#/week/thu/0 hours_backwards',
      'calendars/office.json#/week/tue/0 hours_backwards',
      'calendars/office.json#/week/wed/1 hours_overlap',
      'calendars/office.json#/working_days/0/hours/0 hours_backwards',
    ]);
  });

  test('is in a time zone that exists', () => {
    expect(problemsOf(calendar('office', { time_zone: 'Asia/Shanghai' }))).toEqual([]);
    const validation = validate([calendar('office', { time_zone: 'Asia/Shangai' })]);
    expect(validation.ok || validation.problems).toMatchObject([
      { path: 'calendars/office.json#/time_zone', hint: 'Did you mean “Asia/Shanghai”?' },
    ]);
  });

  test.each([
    { week: {} },
    { week: { monday: [['09:00', '18:00']] } },
    { week: { mon: [['9:00', '18:00']] } },
    { week: { mon: [['09:00', '18:00', '19:00']] } },
    { week: { mon: [] } },
    { holidays: [{ date: '1 October' }] },
  ])('of another shape is refused: %j', (more) => {
    expect(
      problemsOf({ kind: 'calendar', name: 'c', body: { name: 'c', week: { mon: [['09:00', '18:00']] }, ...more } }),
    ).not.toEqual([]);
  });
});

describe('exchange rates', () => {
  const dollar = (rates: Parameters<typeof exchangeRate>[2]): RawItem => exchangeRate('dollar', ['USD', 'CNY'], rates);

  test('are numbers of up to 15 digits, or decimal text', () => {
    expect(
      problemsOf(dollar({ '2026-01-01': 7.12345678901234, '2026-02-01': '123456789012345.123456789012' })),
    ).toEqual([]);
    expect(problemsOf(dollar({ '2026-01-01': 7.123456789012345 }))).toEqual([
      'exchange_rates/dollar.json#/rates/0/rate inexact_number',
    ]);
    expect(problemsOf(dollar({ '2026-01-01': '0.00' }))).toEqual([
      'exchange_rates/dollar.json#/rates/0/rate rate_of_zero',
    ]);
  });

  test.each(['7,1', '-7', '1e3', '', '7.', 0, -1, null])('are nothing like %j', (rate) => {
    const body = { name: 'dollar', from: 'USD', to: 'CNY', rates: [{ since: '2026-01-01', rate }] };
    expect(problemsOf({ kind: 'exchange_rate', name: 'dollar', body })).not.toEqual([]);
  });

  test('are between two currencies that exist, and change on days that exist, once', () => {
    const rates = [{ since: '2026-02-29', rate: 1 }, ...[7, 8].map((rate) => ({ since: '2026-01-01', rate }))];
    const body = { name: 'odd', from: 'XQZ', to: 'XQZ', rates };
    expect(problemsOf({ kind: 'exchange_rate', name: 'odd', body })).toEqual([
      'exchange_rates/odd.json#/from not_a_currency',
      'exchange_rates/odd.json#/rates/0/since not_a_date',
      'exchange_rates/odd.json#/rates/2/since duplicate_entry',
      'exchange_rates/odd.json#/to not_a_currency',
      'exchange_rates/odd.json#/to same_currency',
    ]);
  });

  test('of a pair stand in one item, those of the way back in another', () => {
    const rates = { '2026-01-01': 7 };
    expect(
      problemsOf(
        dollar(rates),
        exchangeRate('again', ['USD', 'CNY'], rates),
        exchangeRate('back', ['CNY', 'USD'], rates),
      ),
    ).toEqual(['exchange_rates/again.json#/from duplicate_pair']);
  });
});
