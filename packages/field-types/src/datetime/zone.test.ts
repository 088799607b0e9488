// Wall clocks and instants, at the hours that a clock shows twice or never.
import { expect, test } from 'vitest';
import { dayIn, instantOf, wallClock } from './zone.ts';

const at = (iso: string) => Date.parse(iso);

test.each([
  ['2024-03-01T06:30:00Z', 'Asia/Shanghai', '2024-03-01T14:30:00Z'],
  ['2024-03-01T18:30:00Z', 'Asia/Kathmandu', '2024-03-02T00:15:00Z'],
  ['2024-07-01T12:00:00.123Z', 'America/New_York', '2024-07-01T08:00:00.123Z'],
  ['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31T23:59:59.999Z'],
  ['0001-01-01T00:00:00Z', 'UTC', '0001-01-01T00:00:00Z'],
  ['2024-03-10T06:59:59Z', 'America/New_York', '2024-03-10T01:59:59Z'],
  ['2024-03-10T07:00:00Z', 'America/New_York', '2024-03-10T03:00:00Z'],
  ['2006-04-02T03:30:59Z', 'America/St_Johns', '2006-04-02T00:00:59Z'],
  ['2006-04-02T03:31:00Z', 'America/St_Johns', '2006-04-02T01:01:00Z'],
])('at %s clocks in %s show %s', (instant, zone, wall) => {
  expect(wallClock(at(instant), zone)).toBe(at(wall));
  expect(instantOf(at(wall), zone)).toBe(at(instant));
});

test('a time that the clock shows twice is the first one', () => {
  expect(instantOf(at('2024-11-03T01:30:00Z'), 'America/New_York')).toBe(at('2024-11-03T05:30:00Z'));
  expect(instantOf(at('2024-10-27T02:30:00Z'), 'Europe/Berlin')).toBe(at('2024-10-27T00:30:00Z'));
});

test('a time that the clock skips is as much later', () => {
  expect(instantOf(at('2024-03-10T02:30:00Z'), 'America/New_York')).toBe(at('2024-03-10T07:30:00Z'));
  expect(instantOf(at('2011-12-30T12:00:00Z'), 'Pacific/Apia')).toBe(at('2011-12-30T22:00:00Z'));
});

test('the day at an instant depends on the zone', () => {
  expect(dayIn(at('2024-02-29T17:00:00Z'), 'Asia/Shanghai')).toBe('2024-03-01');
  expect(dayIn(at('2024-02-29T17:00:00Z'), 'America/New_York')).toBe('2024-02-29');
});
