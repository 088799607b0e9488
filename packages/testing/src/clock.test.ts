import { expect, test } from 'vitest';
import { makeClock } from './clock.ts';

test('a clock stands still until it is moved', () => {
  const clock = makeClock('2026-03-01T00:00:00+08:00');
  expect(clock.now()).toEqual(clock.now());
  clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4 });
  expect(clock.now().toISOString()).toBe('2026-03-01T18:03:04.000Z');
});

test('an instant without a zone is refused, because it would depend on the machine', () => {
  expect(() => makeClock('2026-03-01T00:00:00')).toThrow('Not an instant with a zone');
});
