import { expect, test } from 'vitest';
import { inBatches } from './batches.ts';
import type { CsvRow } from './csv-reader.ts';

test('a batch holds a thousand rows, whatever pieces they are read in', async () => {
  const batches = await batchesOf([rows(700), rows(700), [], rows(700)]);
  expect(batches.map((batch) => batch.length)).toEqual([1000, 1000, 100]);
  expect(batches.flat().map(({ line }) => line)).toEqual([...rows(700), ...rows(700), ...rows(700)].map((r) => r.line));
});

test('of rows with long texts a batch holds fewer: about a million characters', async () => {
  const batches = await batchesOf([rows(50, 'x'.repeat(100_000))]);
  expect(batches.map((batch) => batch.length)).toEqual([10, 10, 10, 10, 10]);
});

test('a row that is longer than that is a batch', async () => {
  const batches = await batchesOf([rows(3, 'x'.repeat(1_000_000))]);
  expect(batches.map((batch) => batch.length)).toEqual([1, 1, 1]);
});

test('rows that have been seen to are left out, and count for nothing', async () => {
  const source = [rows(50, 'x'.repeat(100_000)), rows(20)];
  expect((await batchesOf(source, 45)).map((batch) => batch.length)).toEqual([25]);
});

test('a file without rows has no batch', async () => {
  expect(await batchesOf([[], []])).toEqual([]);
});

function rows(count: number, cell = ''): CsvRow[] {
  return Array.from({ length: count }, (_, index) => ({ kind: 'row', line: index + 2, cells: [cell, 'b'] }));
}

async function batchesOf(pieces: readonly (readonly CsvRow[])[], skip = 0): Promise<(readonly CsvRow[])[]> {
  const source = (async function* () {
    yield* pieces;
  })();
  const batches: (readonly CsvRow[])[] = [];
  for await (const batch of inBatches(source, skip)) batches.push(batch);
  return batches;
}
