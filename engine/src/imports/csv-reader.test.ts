import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvReader, type CsvRow } from './csv-reader.ts';

/** All rows of a text that arrives in pieces of `size`. */
function read(text: string, { delimiter = ',', size = 1_000_000 } = {}): CsvRow[] {
  const reader = csvReader(delimiter);
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)));
  return [...rows, ...reader.end()];
}

const told = (rows: readonly CsvRow[]) =>
  rows.map((row) => (row.kind === 'row' ? [row.line, ...row.cells] : [row.line, row.code, row.text]));

describe('a reader of separated values', () => {
  test('takes quoted cells with delimiters, doubled quotes and line breaks', () => {
    expect(told(read('a,"b,""c""\nd",e\r\n1,,"3"'))).toEqual([
      [1, 'a', 'b,"c"\nd', 'e'],
      [3, '1', '', '3'],
    ]);
  });

  test('counts lines as an editor does, whatever ends them', () => {
    expect(told(read('a\rb\r\nc\n"d\r\ne\rf"\ng'))).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd\r\ne\rf'],
      [7, 'g'],
    ]);
  });

  test('ends with the last line break, but keeps empty lines before it', () => {
    expect(told(read('a\n\n'))).toEqual([
      [1, 'a'],
      [2, ''],
    ]);
  });

  test.each([
    ['a quote inside a cell', 'x,say "hi",y', 'quote_in_text'],
    ['text behind a closing quote', 'x,"say" hi,y', 'text_after_quote'],
    ['a quote that is never closed', 'x,"say hi,y', 'quote_not_closed'],
  ])('refuses a row with %s, and takes the rows around it', (_what, row, code) => {
    expect(told(read(`a,b,c\n${row}\nd,e,f\n`))).toEqual([
      [1, 'a', 'b', 'c'],
      [2, code, row],
      [3, 'd', 'e', 'f'],
    ]);
  });

  test('reads the same, in whatever pieces the text arrives', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '华', ' ') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 })), fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const text = rows.map((cells) => cells.join(',')).join('\n');
        expect(read(text, { size })).toEqual(read(text));
      }),
    );
  });

  test('gives back what was written with every cell quoted', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r', '华') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const text = rows
          .map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(';') + '\n')
          .join('');
        expect(read(text, { delimiter: ';' }).map((row) => row.kind === 'row' && row.cells)).toEqual(rows);
      }),
    );
  });

  test('gives up on a row of more than a million characters, not on the file', () => {
    const rows = read(`"${'x'.repeat(1_100_000)}\nb\n`, { size: 65_536 });
    expect(rows.map((row) => (row.kind === 'row' ? row.cells : row.code))).toEqual(['quote_not_closed', ['b']]);
  });
});
