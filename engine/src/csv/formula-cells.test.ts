import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defused, undefused } from './formula-cells.ts';

test.each([
  '=1+1',
  '+cmd',
  '-2+3',
  '@SUM(A1)',
  '\tx',
  '\r\nx',
  '  =1',
  '\u3000\u00a0＝1',
  '＋1',
  '－1',
  '＠x',
  '﹦1',
  '\u200b=1',
  "'=1",
])('%j is text to a spreadsheet once it has an apostrophe in front', (text) => {
  expect(defused(text)).toBe(`'${text}`);
});

test.each(['', 'a=b', 'x', '呼兰河', "it's", "'tis", ' x', '1-2', '5', '"=1"'])('%j stays as it is', (text) => {
  expect(defused(text)).toBe(text);
  expect(undefused(text)).toBe(text);
});

test('any text is read back as it was, however many apostrophes it begins with', () => {
  const signs = fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', ' ', '\t', '\r', '\u3000', 'a', '1'),
  });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string({ unit: 'grapheme' })), (text) => {
      expect(undefused(defused(text))).toBe(text);
      expect(defused(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r]/);
    }),
  );
});
