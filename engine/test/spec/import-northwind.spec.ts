// The Northwind files, imported as their inspection proposes: records found by keys, keys of two columns, NULL for nothing,
// accents, dates and amounts. Every cell is read back and compared with the file.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedData } from '@trellis/testing/shared-data';
import type { RecordBody, WorkspaceClient } from '@trellis/testing/workspace-client';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';
import { cellsOf, northwindFiles, northwindLines, quoted, type NorthwindFile } from '../northwind-files.ts';

const northwind = sharedData('northwind') ?? '';

describe.skipIf(!northwind)('the Northwind files', () => {
  let importing: ImportWorkspace;
  let admin: WorkspaceClient;
  beforeAll(async () => {
    importing = await importWorkspace({ template: 'northwind', currency: 'USD' });
    admin = importing.ws.admin;
  });
  afterAll(() => importing?.close());

  test.each(northwindFiles)(
    '$file: every row arrives, one with an unquoted comma once that is mended, and holds what the file says',
    async (file) => {
      const source = readFileSync(`${northwind}/${file.file}.csv`, 'utf8');
      const first = await importAsProposed(file, source);
      expect(first).toMatchObject({
        rows: file.rows,
        accepted: file.rows - file.broken,
        refused: file.broken,
        unmatched: {},
      });
      const lines = source.split('\n');
      const width = Object.keys(file.columns).length;
      for (const { row, code, message } of first.errors)
        expect([code, message]).toEqual([
          'wrong_column_count',
          `The row has ${lines[row - 1]?.split(',').length} cells, the header has ${width}.`,
        ]);

      const refused = new Set(first.errors.map(({ row }) => row));
      const mended = lines.map((line, index) => (refused.has(index + 1) ? quoted(cellsOf(line)) : line));
      // By the key, which may be one of two columns, the rows that arrived before are known again.
      expect(await importAsProposed(file, mended.join('\n'))).toMatchObject({
        accepted: file.broken,
        skipped: file.rows - file.broken,
        refused: 0,
      });

      const expected = northwindLines(northwind, file.file).map((line) => meantBy(file, cellsOf(line)));
      expect(expected).toHaveLength(file.rows);
      expect(inOrder(await heldBy(admin, file))).toEqual(inOrder(expected));
    },
  );

  test('accents, blanks, doubled quotes and NULL stand as they should', async () => {
    expect(await one('order', 'order_id', '10250')).toMatchObject({
      ship_address: 'Rua do Paço, 67',
      order_date: '1996-07-08',
      freight: 65.83,
    });
    expect(await one('customer', 'customer_id', 'ANATR')).toMatchObject({
      address: 'Avda. de la Constitución 2222',
      city: 'México D.F.',
      region: null,
      postal_code: '05021',
    });
    expect(await one('employee', 'employee_id', '1')).toMatchObject({
      title: 'Sales Representative',
      notes: expect.stringContaining('She also completed "The Art of the Cold Call."'),
      reports_to: { title: 'Fuller' },
    });
    expect(await one('employee', 'employee_id', '2')).toMatchObject({ reports_to: null, birth_date: '1952-02-19' });
    const unshipped = { is_blank: [{ var: 'shipped_date' }] };
    expect(await admin.aggregate('order', { filter: unshipped })).toEqual([{ count: 21 }]);
  });

  // The sums were computed apart, in Python's decimals over the files.
  test('the sums over all orders and lines are those of the files', async () => {
    expect(await admin.aggregate('order', { measures: ['count', { function: 'sum', field: 'freight' }] })).toEqual([
      { count: 830, sum_freight: 64942.69 },
    ]);
    expect(await admin.aggregate('order_line', { measures: [{ function: 'sum', field: 'quantity' }] })).toEqual([
      { sum_quantity: 51317 },
    ]);
    const years = await admin.aggregate('order', {
      dimensions: [{ field: 'order_date', by: 'year', as: 'year' }],
      measures: [{ function: 'sum', field: 'freight', as: 'freight' }],
      sort: ['year'],
    });
    expect(years).toEqual([
      { year: '1996-01-01', freight: 10279.87 },
      { year: '1997-01-01', freight: 32468.77 },
      { year: '1998-01-01', freight: 22194.05 },
    ]);
  });

  test('behind two look-ups: the quantity that was sold of each category', async () => {
    const categories = new Map(rowsOf('categories').map(([id = '', name = '']) => [id, name]));
    const products = new Map(rowsOf('products').map(([id = '', , , category = '']) => [id, categories.get(category)]));
    const expected: Record<string, number> = {};
    for (const [, product = '', , quantity] of rowsOf('order-details')) {
      const category = products.get(product) ?? '';
      expected[category] = (expected[category] ?? 0) + Number(quantity);
    }
    const groups = await admin.aggregate('order_line', {
      dimensions: ['product.category.name'],
      measures: [{ function: 'sum', field: 'quantity', as: 'quantity' }],
    });
    expect(Object.fromEntries(groups.map((group) => [group['product.category.name'], group['quantity']]))).toEqual(
      expected,
    );
  });

  test('the engine had nothing to say against itself', () => expect(importing.ws.incidents).toEqual([]));

  async function importAsProposed({ entity, mapping, key }: NorthwindFile, source: string) {
    const { headers, null_texts } = await importing.inspect(admin, entity, source);
    const proposed = Object.fromEntries(headers.map(({ header, field }) => [header, field]));
    const match = Object.fromEntries(headers.flatMap(({ header, match: by }) => (by === null ? [] : [[header, by]])));
    const options = { mapping: { ...proposed, ...mapping }, match, key, null_texts };
    return (await importing.run(admin, entity, source, options)).report;
  }

  async function one(entity: string, key: string, value: string): Promise<RecordBody | undefined> {
    const [record] = await admin.list(entity, { filter: { '==': [{ var: key }, value] } });
    return record;
  }
});

function rowsOf(file: string): string[][] {
  return northwindLines(northwind, file).map(cellsOf);
}

function meantBy({ columns }: NorthwindFile, cells: readonly string[]): unknown[] {
  return Object.values(columns).map((read, index) => {
    const cell = cells[index]?.trim() ?? '';
    return cell === 'NULL' ? null : read(cell);
  });
}

async function heldBy(client: WorkspaceClient, { entity, columns }: NorthwindFile): Promise<unknown[][]> {
  const paths = Object.keys(columns);
  const held: unknown[][] = [];
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page = await client.page(entity, { select: paths, limit: 500, after });
    held.push(...page.data.map((record) => paths.map((path) => valueAt(record, path))));
    after = page.page.after;
  }
  return held;
}

function valueAt(record: RecordBody, path: string): unknown {
  const [field = '', inner] = path.split('.');
  if (inner === undefined) return record[field];
  const related = record[field];
  return typeof related === 'object' && related !== null ? Reflect.get(related, inner) : null;
}

function inOrder(rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return [...rows].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}
