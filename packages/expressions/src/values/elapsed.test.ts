import { expect, test } from 'vitest';
import { addElapsed, elapsedBetween } from './elapsed.ts';

const instant = '2026-03-29T00:59:59.999999Z';

test('hours and minutes are those that have elapsed, completed ones alone', () => {
  expect(elapsedBetween(instant, '2026-03-29T02:59:59.999998Z', 'hour')).toBe(1);
  expect(elapsedBetween(instant, '2026-03-29T02:59:59.999999Z', 'hour')).toBe(2);
  expect(elapsedBetween('2026-03-29T02:59:59.999998Z', instant, 'minute')).toBe(-119);
});

test('microseconds stay what they are, before 1970 too', () => {
  expect(addElapsed(instant, -1, 'minute')).toBe('2026-03-29T00:58:59.999999Z');
  expect(addElapsed('1905-06-15T12:00:00.000001Z', 25, 'hour')).toBe('1905-06-16T13:00:00.000001Z');
});

test('what leaves the calendar, or moves by more than four thousand years, is null', () => {
  expect(addElapsed('9999-12-30T23:00:00.000000Z', 1, 'hour')).toBeNull();
  expect(addElapsed('0001-01-02T00:00:00.000000Z', -1, 'minute')).toBeNull();
  expect(addElapsed(instant, 35_064_001, 'hour')).toBeNull();
});
