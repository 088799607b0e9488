// Suites and files of others: CSV and what it means, and real files into the templates of their shape.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvReader, type CsvRow } from '../../src/imports/csv-reader.ts';
import { textOf } from '../../src/imports/encoding.ts';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';
import { sharedData } from '../shared-data.ts';

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

  test.each([
    ['bad-missing-quote', 'quote_not_closed'],
    ['bad-quotes-with-unescaped-quote', 'text_after_quote'],
    ['bad-unescaped-quote', 'quote_in_text'],
  ])('rfc4180: %s is refused by its line', async (name, code) => {
    expect(await rowsOf(`${suite}/rfc4180/csv/${name}.csv`)).toMatchObject([
      { kind: 'row', line: 1 },
      { kind: 'broken', line: 2, code },
    ]);
  });

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

const northwind = sharedData('northwind');

describe.skipIf(!northwind)('the Northwind files', () => {
  let importing: ImportWorkspace;
  beforeAll(async () => void (importing = await importWorkspace({ template: 'northwind', currency: 'USD' })));
  afterAll(() => importing.close());

  test('arrive as their inspection proposes; rows with an unquoted comma in an address are refused by their line', async () => {
    const files = [
      ['region', 'regions', 4, 0],
      ['shipper', 'shippers', 3, 0],
      ['category', 'categories', 8, 0],
      ['supplier', 'suppliers', 20, 9],
      ['customer', 'customers', 67, 24],
      ['employee', 'employees', 9, 0],
      ['territory', 'territories', 53, 0],
    ] as const;
    for (const [name, file, accepted, refused] of files) {
      const { report } = await proposed(name, file);
      expect([name, report.accepted, report.refused]).toEqual([name, accepted, refused]);
      expect(new Set(report.errors.map(({ code }) => code))).toEqual(new Set(refused ? ['wrong_column_count'] : []));
    }
    const heads = await importing.ws.admin.list('employee', {
      select: 'last_name,reports_to.last_name',
      sort: 'employee_id',
    });
    expect(heads[0]).toMatchObject({ last_name: 'Davolio', reports_to: { last_name: 'Fuller' } });
    const [nulls] = await importing.ws.query(`select count(*)::int as count from customer where region = 'NULL'`);
    expect(nulls).toEqual({ count: 0 });
    expect((await proposed('employee_territory', 'employee-territories')).report).toMatchObject({ accepted: 49 });
    expect(importing.ws.incidents).toEqual([]);
  });

  /** As a person would: what is proposed, and the description for the name where there is no other. */
  async function proposed(name: string, file: string) {
    const text = readFileSync(`${northwind}/${file}.csv`, 'utf8');
    const { headers, null_texts } = await importing.inspect(importing.ws.admin, name, text);
    const described = headers.find(({ header }) => /^(region|territory)Description$/.test(header));
    const mapping = Object.fromEntries(
      headers.map(({ header, field }) => [header, header === described?.header ? 'name' : field]),
    );
    const match = Object.fromEntries(headers.flatMap(({ header, match: by }) => (by === null ? [] : [[header, by]])));
    return importing.run(importing.ws.admin, name, text, { mapping, match, null_texts });
  }
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
