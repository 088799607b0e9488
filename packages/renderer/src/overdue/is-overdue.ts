// A moment is overdue when it has passed while what it stands for is still open. What cannot be told yet is not overdue.
import type { PublishedField } from '@trellis/client/metadata';
import type { RecordData } from '../record-data.ts';
import type { ConditionMatcher } from '../rights.ts';
import { dueWhile } from './due-while.ts';
import { hasPassed } from './has-passed.ts';

interface Moment {
  readonly entity: string;
  readonly field: PublishedField;
  readonly value: unknown;
  /** The record that holds the moment. */
  readonly record: RecordData;
}

interface Clock {
  readonly now: Date;
  readonly timeZone: string;
}

export function isOverdue({ entity, field, value, record }: Moment, clock: Clock, matches: ConditionMatcher): boolean {
  const condition = dueWhile(field);
  if (condition === undefined || !hasPassed(value, clock.now, clock.timeZone)) return false;
  return matches(condition, entity, record) === true;
}
