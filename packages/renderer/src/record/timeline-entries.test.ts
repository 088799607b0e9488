import { describe, expect, test } from 'vitest';
import type { HistoryEntry } from '@trellis/client/wire';
import { timelineEntries } from './timeline-entries.ts';

const now = '2024-03-10T08:00:00.000Z';
const visit = (id: string, on: string | null) => ({ id, on, created_at: '2024-03-01T00:00:00.000Z' });
const change = (at: string): HistoryEntry => ({ at, by: null, action: 'update', changes: {} });
const isOverdue = () => false;
const idOf = (entry: {
  readonly kind: string;
  readonly at: string;
  readonly record?: { readonly id: string };
}): string => entry.record?.id ?? entry.at;

describe('the timeline of a record', () => {
  test('puts what is planned first, soonest on top', () => {
    const { planned } = timelineEntries({
      records: [visit('late', '2024-04-01T00:00:00.000Z'), visit('soon', '2024-03-11T00:00:00.000Z')],
      at: 'on',
      changes: [],
      now,
      isOverdue,
    });
    expect(planned.map(idOf)).toEqual(['soon', 'late']);
  });
  test('counts what is overdue as planned, before all that is to come', () => {
    const { planned, past } = timelineEntries({
      records: [visit('soon', '2024-03-11T00:00:00.000Z'), visit('missed', '2024-03-02T00:00:00.000Z')],
      at: 'on',
      changes: [],
      now,
      isOverdue: ({ id }) => id === 'missed',
    });
    expect(planned.map(idOf)).toEqual(['missed', 'soon']);
    expect(past).toEqual([]);
  });
  test('mixes field changes among what was, newest on top', () => {
    const { past } = timelineEntries({
      records: [visit('a', '2024-03-09T00:00:00.000Z'), visit('b', '2024-03-02T00:00:00.000Z')],
      at: 'on',
      changes: [change('2024-03-05T00:00:00.000Z')],
      now,
      isOverdue,
    });
    expect(past.map(idOf)).toEqual(['a', '2024-03-05T00:00:00.000Z', 'b']);
  });
  test('counts a day without a time as planned only after today', () => {
    const { planned } = timelineEntries({
      records: [visit('today', '2024-03-10'), visit('tomorrow', '2024-03-11')],
      at: 'on',
      changes: [],
      now,
      isOverdue,
    });
    expect(planned.map(idOf)).toEqual(['tomorrow']);
  });
  test('takes a record without a date from when it was made', () => {
    const { past } = timelineEntries({ records: [visit('undated', null)], at: 'on', changes: [], now, isOverdue });
    expect(past.map((entry) => entry.at)).toEqual(['2024-03-01T00:00:00.000Z']);
  });
});
