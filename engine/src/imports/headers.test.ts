import { expect, test } from 'vitest';
import { folded, headerNames, looksLikeHeader } from './headers.ts';

const known = new Set(['title', '书名']);

test('every column has a name of its own', () => {
  expect(headerNames(['a', ' a ', '', 'a'], true)).toEqual(['a', 'a (2)', 'column 3', 'a (3)']);
  expect(headerNames(['x', 'y'], false)).toEqual(['1', '2']);
});

test.each([
  [true, ['Title', '12']],
  [true, ['书 名', 'x']],
  [true, ['one', 'two']],
  [false, ['one', '2017-03-01']],
  [false, ['x', 'x']],
  [false, ['a@example.com', 'x']],
  [false, ['', 'x']],
])('%s: %j names the columns', (expected, cells) => {
  expect(looksLikeHeader(cells, known)).toBe(expected);
});

test('names are compared without case, blanks, signs and width', () => {
  expect(folded('Printed_On')).toBe(folded('ｐｒｉｎｔｅｄ on'));
  expect(folded('书 名：')).toBe('书名');
});
