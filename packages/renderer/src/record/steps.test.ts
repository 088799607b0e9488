import { describe, expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

const options = [
  { value: 'new', label: 'New' },
  { value: 'old', label: 'Old', active: false },
  { value: 'doing', label: 'Doing', color: 'blue' as const },
  { value: 'done', label: 'Done', color: 'green' as const },
  { value: 'failed', label: 'Failed', color: 'red' as const },
];
const states = (current: unknown): readonly string[] =>
  stepsOf(options, current).map((step) => `${step.option.value} ${step.state}`);

describe('the steps of a progress bar', () => {
  test('are past before the current one and ahead after it', () => {
    expect(states('doing')).toEqual(['new past', 'doing current', 'done ahead', 'failed ahead']);
  });
  test('an outcome is never passed through on the way to another', () => {
    expect(states('failed')).toEqual(['new past', 'doing past', 'done ahead', 'failed current']);
  });
  test('a retired option is a step only for records that still stand there', () => {
    expect(states('old')[1]).toBe('old current');
  });
  test('a record without a value has everything ahead', () => {
    expect(states(null).every((state) => state.endsWith('ahead'))).toBe(true);
  });
});
