import { expect, test } from 'vitest';
import { columnProfile } from './infer-type.ts';

const context = { options: [], currency: 'CNY', country: 'CN', language: 'en', timeZone: 'Asia/Shanghai' };

function profileOf(...cells: readonly string[]) {
  const profile = columnProfile(context);
  for (const cell of cells) profile.see(cell);
  return profile.result();
}

test.each([
  ['integer', ['1', '1,200', '-3', '']],
  ['integer', ['0', '1', '1']],
  ['decimal', ['1', '2.50']],
  ['percent', ['12%', '12.5%']],
  ['boolean', ['yes', 'no', '']],
  ['boolean', ['是', '否']],
  ['date', ['2017-03-01', '1 Mar 2017']],
  ['date', ['25/12/2017', '01/02/2017']],
  ['datetime', ['1996-07-04 00:00:00.000', '1996-07-05 00:00:00.000']],
  ['email', ['a@example.com', 'b@example.org']],
  ['url', ['https://example.com', 'http://example.org/x']],
  ['text', ['08123', '00042']],
  ['text', ['1', '2', 'three']],
  ['text', []],
  ['long_text', ['one\ntwo', 'three']],
  ['select', Array.from({ length: 60 }, (_, n) => ['open', 'closed'][n % 2] ?? '')],
])('%s: %j', (type, cells) => {
  expect(profileOf(...cells).type).toBe(type);
});

test('one cell that does not fit decides, however late it comes', () => {
  expect(profileOf(...Array.from({ length: 5000 }, (_, n) => String(n)), 'n. a.').type).toBe('text');
});

test('texts that stand for nothing are told, and do not decide the type', () => {
  expect(profileOf('12', 'NULL', '7', 'N/A')).toMatchObject({
    type: 'integer',
    nullTexts: ['NULL', 'N/A'],
    samples: ['12', '7'],
  });
  expect(profileOf('NULL', 'NULL').nullTexts).toEqual([]);
});

test('the order of day and month is known from one day after the 12th, and not where dates contradict each other', () => {
  expect(profileOf('03/04/2017', '25/12/2017').dateOrder).toBe('dmy');
  expect(profileOf('03/04/2017', '12/25/2017').dateOrder).toBe('mdy');
  expect(profileOf('03/04/2017').dateOrder).toBeNull();
  expect(profileOf('25/12/2017', '12/25/2017').dateOrder).toBeNull();
});
