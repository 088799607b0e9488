import { expect, test } from 'vitest';
import type { RowFault } from './read-cells.ts';
import { emptyReport, mostErrors, tallyFrom } from './report.ts';

const fault = (row: number, field: string, code: string, value: string): RowFault => ({
  row,
  field,
  code,
  message: `${code}.`,
  value,
});
const empty = emptyReport({ entity: 'book', file: 'books.csv', dry_run: false });

test('every reason is told once with all of its rows, the most frequent first, and its first different cells', () => {
  const tally = tallyFrom(empty);
  const writers = ['Ann', 'Bo', 'Ann', 'Cy', 'Di', 'Ed'];
  tally.refuse([fault(2, 'printed_on', 'not_a_date', '31/31')]);
  for (let row = 3; row < 3 + 2 * mostErrors; row++)
    tally.refuse([fault(row, 'writer', 'record_not_found', writers[row % 6] ?? '')]);
  const { refused, errors, reasons } = tally.report();
  expect([refused, errors.length]).toEqual([2 * mostErrors + 1, mostErrors]);
  expect(reasons).toEqual([
    {
      field: 'writer',
      code: 'record_not_found',
      message: 'record_not_found.',
      rows: 2 * mostErrors,
      values: ['Cy', 'Di', 'Ed', 'Ann'],
    },
    { field: 'printed_on', code: 'not_a_date', message: 'not_a_date.', rows: 1, values: ['31/31'] },
  ]);
});

test('a report that was stored is counted on', () => {
  const first = tallyFrom(empty);
  first.refuse([fault(2, 'pages', 'not_a_number', 'many')]);
  const second = tallyFrom(first.report());
  second.refuse([{ ...fault(3, 'pages', 'not_a_number', 'few'), unmatchedIn: 'Pages' }]);
  expect(second.report()).toMatchObject({
    refused: 2,
    reasons: [{ field: 'pages', rows: 2, values: ['many', 'few'] }],
    unmatched: { Pages: { few: 1 } },
  });
});

test('reasons that speak of each cell on its own do not pile up', () => {
  const tally = tallyFrom(empty);
  for (let row = 2; row < 1002; row++) tally.refuse([{ ...fault(row, 'code', 'bad', ''), message: `${row} is bad` }]);
  expect(tally.report().reasons).toHaveLength(100);
});
