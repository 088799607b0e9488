import { expect, test } from 'vitest';
import { readDatePattern, toCharPattern, writeDate } from './date-pattern.ts';

const written = (pattern: string, wall = '2026-03-05T07:08:09') => {
  const read = readDatePattern(pattern);
  return read.ok ? writeDate(wall, read.pieces) : `refused: ${read.value}`;
};

test('parts of the date stand as they are asked for, everything that is no letter as it is', () => {
  expect(written('YYYY年M月D日 HH:mm:ss')).toBe('2026年3月5日 07:08:09');
  expect(written('YYYYMMDD')).toBe('20260305');
  expect(written('DD.MM.YYYY', '0007-06-05')).toBe('05.06.0007');
  expect(written('HH:mm', '2026-03-05')).toBe('00:00');
});

test('letters are text in single quotes, and a quote in text is doubled', () => {
  expect(written("D 'of' M")).toBe('5 of 3');
  expect(written("'o''clock' HH")).toBe("o'clock 07");
});

test('letters that are neither part nor text are refused', () => {
  for (const [pattern, value] of [
    ['yyyy-MM', 'yyyy'],
    ['YY', 'YY'],
    ['MMM', 'MMM'],
    ['DD of', 'o'],
    ["D 'of", "'of"],
    ['', ''],
  ] as const) {
    // prettier-ignore
    expect(written(pattern), pattern).toBe(`refused: ${value}`);
  }
});

test('PostgreSQL is given text in double quotes, so that it takes none for a part', () => {
  const read = readDatePattern("D\"\\'AM'月");
  expect(read.ok && toCharPattern(read.pieces)).toBe('FMDD"\\"\\\\""AM""月"');
});
