import { describe, expect, test } from 'vitest';
import { createRightsMatcher } from '../conditions/rights-matcher.ts';
import { selectOf } from '../list/list-request.ts';
import { createModel } from '../model.ts';
import { askerWith } from '../small-model.ts';
import { hasPassed } from './has-passed.ts';
import { isOverdue } from './is-overdue.ts';

const due = { type: 'datetime' as const, due_while: { '==': [{ var: 'state' }, 'planned'] } };
const visit = {
  name: 'visit',
  title: 'name',
  fields: { name: { type: 'text' as const }, state: { type: 'text' as const }, at: due },
};
const metadata = {
  version: 1,
  currency: 'EUR',
  country: 'DE',
  languages: ['en'],
  entities: { visit },
  option_sets: {},
  calendars: {},
  exchange_rates: {},
  forms: {},
  views: {},
  pages: {},
  apps: {},
};
const me = askerWith({});
const now = new Date('2026-03-10T08:00:00.000Z');

describe('a moment is overdue', () => {
  const matches = createRightsMatcher(metadata, me);
  const overdue = (value: string, record: { state?: string }): boolean =>
    isOverdue({ entity: 'visit', field: due, value, record }, { now, timeZone: 'UTC' }, matches);

  test('when it has passed while its record is still open', () => {
    expect(overdue('2026-03-10T07:59:00.000Z', { state: 'planned' })).toBe(true);
  });
  test('neither before it comes, nor when the record is done', () => {
    expect(overdue('2026-03-10T08:01:00.000Z', { state: 'planned' })).toBe(false);
    expect(overdue('2026-03-10T07:59:00.000Z', { state: 'done' })).toBe(false);
  });
  test('only where it is known whether the record is open', () => {
    expect(overdue('2026-03-10T07:59:00.000Z', {})).toBe(false);
  });
});

test('a day has passed when it is over in the time zone of its reader', () => {
  expect(hasPassed('2026-03-10', now, 'UTC')).toBe(false);
  expect(hasPassed('2026-03-09', now, 'UTC')).toBe(true);
  expect(hasPassed('2026-03-09', now, 'Pacific/Honolulu')).toBe(false);
});

test('a list that shows a moment reads along what tells whether it is due', () => {
  expect(selectOf(createModel(metadata, me), 'visit', ['at'])).toContain('state');
});
