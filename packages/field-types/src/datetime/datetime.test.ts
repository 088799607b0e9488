// How instants are written for people.
import { expect, test } from 'vitest';
import { exampleContext } from '../examples.ts';
import { datetime } from './datetime.ts';

test.each([
  ['2024-03-01T06:30:00.000Z', 'Asia/Shanghai', '2024-03-01 14:30'],
  ['2024-03-01T06:30:05.000Z', 'Asia/Shanghai', '2024-03-01 14:30:05'],
  ['2024-03-01T06:30:05.120Z', 'Asia/Shanghai', '2024-03-01 14:30:05.120'],
  ['2024-11-03T05:30:00.000Z', 'America/New_York', '2024-11-03 01:30'],
  ['2024-11-03T06:30:00.000Z', 'America/New_York', '2024-11-03 01:30 -05:00'],
  ['9999-12-31T23:59:59.999Z', 'Asia/Shanghai', '9999-12-31T23:59:59.999Z'],
  ['1900-01-01T00:00:00.000Z', 'Asia/Shanghai', '1900-01-01 08:05:43'],
])('%s in %s is %s', (value, timeZone, text) => {
  const context = { ...exampleContext, timeZone };
  expect(datetime.format(value, {}, context)).toBe(text);
  expect(datetime.parse(text, {}, context)).toEqual({ ok: true, value });
});
