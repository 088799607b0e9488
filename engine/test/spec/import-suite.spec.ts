// Suites and files of others: CSV and what it means, and a real file whose spelling is not that of its look-ups.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { sharedData } from '@trellis/testing/shared-data';
import { csvReader, type CsvRow } from '../../src/imports/csv-reader.ts';
import { textOf } from '../../src/imports/encoding.ts';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const suite = sharedData('suite_csv');

describe.skipIf(!suite)('the CSV suites', () => {
  const cases = (folder: string, csv: string): string[] =>
    suite ? readdirSync(`${suite}/${folder}/${csv}`).map((name) => name.replace('.csv', '')) : [];

  test.each(cases('spectrum', 'csvs'))('spectrum: %s reads as its JSON says', async (name) => {
    const [header, ...rows] = await cellsOf(`${suite}/spectrum/csvs/${name}.csv`);
    const expected: unknown = JSON.parse(readFileSync(`${suite}/spectrum/json/${name}.json`, 'utf8'));
    // The suite's CRLF files were stored with LF.
    const unified = JSON.parse(JSON.stringify(expected).replaceAll('\\r\\n', '\\n')) as unknown;
    expect(rows.map((row) => Object.fromEntries(row.map((cell, index) => [header?.[index], cell])))).toEqual(unified);
  });

  test.each(cases('rfc4180', 'csv').filter((name) => !name.startsWith('bad-')))(
    'rfc4180: %s reads as its JSON says',
    async (name) => {
      const rows = await cellsOf(`${suite}/rfc4180/csv/${name}.csv`);
      const expected = JSON.parse(readFileSync(`${suite}/rfc4180/json/${name}.json`, 'utf8')) as unknown[];
      const [header, ...data] = rows;
      const named = name.startsWith('header-');
      expect(
        named ? data.map((row) => Object.fromEntries(row.map((cell, index) => [header?.[index], cell]))) : rows,
      ).toEqual(expected);
    },
  );

  test('papaparse: the byte order mark is no part of the first cell, and long files are whole', async () => {
    expect(await cellsOf(`${suite}/papaparse/utf-8-bom-sample.csv`)).toEqual([
      ['A', 'B', 'C'],
      ['X', 'Y', 'Z'],
    ]);
    expect(await cellsOf(`${suite}/papaparse/long-sample.csv`)).toHaveLength(8);
    const long = await cellsOf(`${suite}/papaparse/verylong-sample.csv`);
    expect(long).toHaveLength(2001);
    // Every five hundredth row of it lacks a cell.
    expect(long.flatMap((row, index) => (row.length === 3 ? [] : [index + 1]))).toEqual([500, 1000, 1500, 2000]);
  });
});

describe.skipIf(!suite)('what the CSV suites hold to be bad', () => {
  let importing: ImportWorkspace;
  const texts = { foo: 'text', bar: 'text', baz: 'text', placeholder: 'text', tld: 'text' } as const;
  beforeAll(async () => {
    importing = await importWorkspace({ items: [entity('thing', { ...texts, meaning_of_life: 'integer' })] });
  });
  afterAll(() => importing?.close());
  const run = async (file: string) =>
    (await importing.run(importing.ws.admin, 'thing', readFileSync(`${suite}/${file}.csv`, 'utf8'))).report;

  test.each([
    ['bad-header-less-fields', 'wrong_column_count', 'The row has 2 cells, the header has 3.'],
    ['bad-header-more-fields', 'wrong_column_count', 'The row has 4 cells, the header has 3.'],
    ['bad-missing-quote', 'quote_not_closed', 'A quotation mark is not closed.'],
    ['bad-quotes-with-unescaped-quote', 'text_after_quote', /^Text follows a closing quotation mark\./],
    ['bad-unescaped-quote', 'quote_in_text', /^A quotation mark stands inside a cell/],
  ])('rfc4180: %s is refused by line and reason', async (name, code, reason) => {
    const report = await run(`rfc4180/csv/${name}`);
    expect(report).toMatchObject({ accepted: 0, refused: 1, errors: [{ row: 2, field: '', code }] });
    expect(report.errors[0]?.message).toMatch(reason);
  });

  test.each([
    ['bad-header-no-header', 'unreadable_file'],
    ['bad-header-wrong-header', 'malformed_request'],
  ])('rfc4180: %s is no file to import', async (name, code) => {
    await expect(run(`rfc4180/csv/${name}`)).rejects.toMatchObject({ code });
  });

  test('papaparse: every five hundredth row lacks a cell and is refused by its line; the others arrive', async () => {
    const report = await run('papaparse/verylong-sample');
    expect(report).toMatchObject({ rows: 2000, accepted: 1996, refused: 4 });
    expect(report.errors.map(({ row, code }) => [row, code])).toEqual(
      [500, 1000, 1500, 2000].map((line) => [line, 'wrong_column_count']),
    );
  });
});

const maven = sharedData('maven_crm');

describe.skipIf(!maven)('the Maven files', () => {
  let importing: ImportWorkspace;
  beforeAll(async () => void (importing = await importWorkspace({ template: 'maven', currency: 'USD' })));
  afterAll(() => importing.close());
  const run = (name: string, file: string, options = {}) =>
    importing.run(importing.ws.admin, name, readFileSync(`${maven}/${file}.csv`, 'utf8'), options);

  test('arrive with look-ups; a product spelt otherwise is told once, mapped once, and then arrives', async () => {
    expect((await run('agent', 'sales_teams')).report).toMatchObject({ accepted: 35, refused: 0 });
    expect((await run('product', 'products')).report).toMatchObject({ accepted: 7, refused: 0 });
    expect((await run('account', 'accounts')).report).toMatchObject({ accepted: 85, refused: 0 });

    const first = await run('opportunity', 'sales_pipeline', { dry_run: true });
    expect(first.report).toMatchObject({
      rows: 8800,
      accepted: 7320,
      refused: 1480,
      unmatched: { product: { GTXPro: 1480 } },
    });
    const job = await run('opportunity', 'sales_pipeline', { values: { product: { GTXPro: 'GTX Pro' } } });
    expect(job.report).toMatchObject({ rows: 8800, accepted: 8800, refused: 0, unmatched: {} });

    const sums = await importing.ws.query(
      `select deal_stage as stage, count(*)::int as count, sum(close_value)::int as value from opportunity group by 1 order by 1`,
    );
    expect(sums).toMatchObject([
      { stage: 'Engaging', count: 1589 },
      { stage: 'Lost', count: 2473 },
      { stage: 'Prospecting', count: 500 },
      { stage: 'Won', count: 4238, value: 10005534 },
    ]);
    const [blank] = await importing.ws.query(`select count(*)::int as count from opportunity where account is null`);
    expect(blank).toEqual({ count: 1425 });
    expect(importing.ws.incidents).toEqual([]);
  });
});

async function rowsOf(path: string): Promise<CsvRow[]> {
  const reader = csvReader(',');
  const rows: CsvRow[] = [];
  for await (const text of textOf(path, 'utf-8')) rows.push(...reader.push(text));
  return [...rows, ...reader.end()];
}

async function cellsOf(path: string): Promise<(readonly string[])[]> {
  return (await rowsOf(path)).map((row) => (row.kind === 'row' ? row.cells : [row.code]));
}
