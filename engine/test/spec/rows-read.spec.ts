// Formulas, filters and roles that go through the rows of child tables, as they are read: in lists, aggregates, exports and behind
// look-ups, under the rights of whoever reads.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import type { RecordBody, WorkspaceClient } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import { exported } from '../exported.ts';

const v = (name: string) => ({ var: name });
const lines = v('lines');
const formula = (returns: string, expression: object) => ({ type: 'formula', returns, expression }) as never;

const items = [
  entity(
    'shop',
    {
      name: 'text',
      orders: { type: 'child_table', entity: 'order', parent_field: 'shop' },
      late: formula('integer', { count: [v('orders'), { some: [v('lines'), v('late')] }] }),
      worth: formula('currency', { sum: [v('orders'), v('total')] }),
      packed: { type: 'rollup', from: 'order', via: 'shop', function: 'count', filter: { all: [lines, v('packed')] } },
      dear: {
        type: 'rollup',
        from: 'order',
        via: 'shop',
        function: 'count',
        filter: { some: [lines, { '>': [v('price'), 9] }] },
      },
    },
    { ownership: 'none' },
  ),
  entity(
    'order',
    {
      code: 'text',
      shop: { type: 'lookup', entity: 'shop' },
      promised: 'date',
      rate: 'decimal',
      lines: { type: 'child_table', entity: 'line', parent_field: 'order' },
      total: formula('currency', { sum: [lines, v('amount')] }),
      rated: formula('decimal', { sum: [lines, v('$record.rate')] }),
      late: formula('integer', { count: [lines, v('late')] }),
      dearest: formula('decimal', { maximum: [lines, v('price')] }),
      mean: formula('decimal', { average: [lines, v('quantity')] }),
      ready: formula('boolean', { all: [lines, v('packed')] }),
      state: formula('text', { if: [{ none: [lines, true] }, 'empty', { some: [lines, v('late')] }, 'late', 'fine'] }),
      bare: formula('boolean', { is_blank: [lines] }),
      of_shop: formula('decimal', { '/': [v('total'), v('shop.worth')] }),
    },
    { ownership: 'none' },
  ),
  entity(
    'line',
    {
      order: { type: 'lookup', entity: 'order', on_delete: 'cascade' },
      due: 'date',
      quantity: 'integer',
      price: 'decimal',
      packed: 'boolean',
      secret: 'boolean',
      cost: 'decimal',
      amount: formula('currency', { '*': [v('$record.price'), v('quantity')] }),
      late: formula('boolean', { '>': [v('due'), v('order.promised')] }),
    },
    { ownership: 'none' },
  ),
  entity(
    'note',
    {
      order: { type: 'lookup', entity: 'order' },
      gathered: { type: 'rollup', from: 'note', via: 'above', function: 'sum', field: 'total' },
      above: { type: 'lookup', entity: 'note' },
      total: { type: 'looked_up', via: 'order', field: 'total' },
    },
    { ownership: 'none' },
  ),
  role('clerk', {
    shop: { read: true },
    order: { read: true, export: true },
    note: { read: true },
    line: { read: { '!=': [v('secret'), true] }, fields: { cost: { read: false } } },
  }),
  role('packer', {
    shop: { read: true },
    order: { read: { some: [lines, { '==': [v('packed'), false] }] } },
    line: { read: true },
  }),
  role('outsider', { order: { read: true }, shop: { read: true } }),
];

let ws: Workspace;
let shop: RecordBody;
let first: RecordBody;
beforeAll(async () => {
  ws = await workspace({ items });
  shop = await ws.admin.create('shop', { name: 'North' });
  first = await ws.admin.create('order', {
    code: 'A',
    shop: shop.id,
    promised: '2026-03-10',
    rate: 1.5,
    lines: [
      { due: '2026-03-09', quantity: 2, price: 10, packed: true },
      { due: '2026-03-11', quantity: 1, price: 30, packed: true, secret: true },
      { quantity: 4, price: 0.25, packed: true },
    ],
  });
  await ws.admin.create('order', {
    code: 'B',
    shop: shop.id,
    promised: '2026-03-10',
    lines: [{ due: '2026-03-01', quantity: 1, price: 7, packed: false }],
  });
  await ws.admin.create('order', { code: 'C', promised: '2026-03-10', rate: 3 });
});
afterAll(() => ws.close());

const worked = { total: 51, rated: 4.5, late: 1, dearest: 30, mean: 2.333333333333, ready: true, state: 'late' };
const codes = async (query: object, who = ws.admin): Promise<unknown[]> =>
  (await who.list('order', { select: 'code', sort: ['code'], ...query })).map(({ code }) => code);

describe('A formula over the rows of a child table', () => {
  test('is answered when its record is made, read and changed', async () => {
    const { mean, rated, dearest, of_shop: share, ...others } = await ws.admin.get('order', first.id);
    expect([mean, rated, dearest].map(Number)).toEqual([worked.mean, worked.rated, worked.dearest]);
    expect(others).toMatchObject({ total: 51, late: 1, ready: true, state: 'late', bare: false });
    expect(Number(share)).toBeCloseTo(51 / 58, 9);
    const [none] = await ws.admin.list('order', { filter: { '==': [v('code'), 'C'] } });
    expect(none).toMatchObject({
      total: 0,
      late: 0,
      dearest: null,
      mean: null,
      ready: false,
      state: 'empty',
      bare: true,
    });
    expect(await ws.admin.get('shop', shop.id)).toMatchObject({ late: 1, worth: 58 });
  });

  test('is sorted and filtered by in lists, behind look-ups too', async () => {
    expect(await codes({ sort: ['-total'] })).toEqual(['A', 'B', 'C']);
    expect(await codes({ sort: ['-shop.worth', 'late'] })).toEqual(['B', 'A', 'C']);
    expect(await codes({ filter: { '>': [v('total'), 10] } })).toEqual(['A']);
    expect(await codes({ filter: { '==': [v('state'), 'empty'] } })).toEqual(['C']);
    expect(await codes({ filter: { '==': [v('shop.late'), 1] } })).toEqual(['A', 'B']);
    const page = await ws.admin.page('order', { sort: ['-total'], limit: 1, select: 'code,total', count: 'exact' });
    expect(page).toMatchObject({ data: [{ code: 'A', total: 51 }], page: { count: 3 } });
    const next = await ws.admin.page('order', { sort: ['-total'], limit: 1, select: 'code', after: page.page.after });
    expect(next.data).toMatchObject([{ code: 'B' }]);
    const [row] = await ws.admin.list('line', {
      filter: { '==': [v('price'), 7] },
      select: 'order.total,order.shop.worth',
    });
    expect(row).toMatchObject({ order: { total: 7, shop: { worth: 58 } } });
  });

  test('is grouped by and summed', async () => {
    const rows = await ws.admin.aggregate('order', {
      dimensions: ['state'],
      measures: [{ function: 'sum', field: 'total' }, { function: 'max', field: 'late' }, { function: 'count' }],
    });
    expect(rows).toEqual([
      { state: 'empty', sum_total: 0, max_late: 0, count: 1 },
      { state: 'fine', sum_total: 7, max_late: 0, count: 1 },
      { state: 'late', sum_total: 51, max_late: 1, count: 1 },
    ]);
    const byShop = { dimensions: ['shop.worth'], measures: [{ function: 'count' as const }] };
    expect(await ws.admin.aggregate('order', byShop)).toHaveLength(2);
  });

  test('is exported', async () => {
    const query = { select: 'code,total,state', sort: 'code', values: 'raw' } as const;
    const rows = async (who: WorkspaceClient) => (await exported(who, 'order', query)).rows;
    expect(await rows(ws.admin)).toEqual([
      ['A', '51', 'late'],
      ['B', '7', 'fine'],
      ['C', '0', 'empty'],
    ]);
    expect((await rows(await ws.as('clerk')))[0]).toEqual(['A', '21', 'fine']);
  });

  test('does not count what lies in the trash', async () => {
    const made = await ws.admin.create('order', {
      code: 'T',
      lines: [
        { price: 4, quantity: 1 },
        { price: 5, quantity: 1 },
      ],
    });
    const [line] = await ws.admin.list('line', {
      filter: { and: [{ '==': [v('order'), made.id] }, { '==': [v('price'), 4] }] },
    });
    const total = async () => (await ws.admin.get('order', made.id))['total'];
    expect(await total()).toBe(9);
    await ws.admin.delete('line', line?.id ?? '');
    expect(await total()).toBe(5);
    await ws.admin.restore('line', line?.id ?? '');
    expect(await total()).toBe(9);
    await ws.admin.delete('order', made.id);
  });
});

describe('A filter goes through rows', () => {
  test('of the record and of records behind look-ups', async () => {
    expect(await codes({ filter: { some: [lines, { '>': [v('price'), 9] }] } })).toEqual(['A']);
    expect(await codes({ filter: { none: [lines, v('packed')] } })).toEqual(['B', 'C']);
    expect(
      await codes({ filter: { '>=': [{ count: [lines, { '>': [v('amount'), v('$record.dearest')] }] }, 1] } }),
    ).toEqual([]);
    expect(await codes({ filter: { '>': [{ sum: [v('shop.orders'), { count: [lines] }] }, 3] } })).toEqual(['A', 'B']);
    expect(await codes({ filter: { is_blank: [lines] } })).toEqual(['C']);
  });

  test('by names that its asker may know alone', async () => {
    const clerk = await ws.as('clerk');
    expect(await codes({ filter: { some: [lines, { '>': [v('price'), 9] }] } }, clerk)).toEqual(['A']);
    for (const name of ['cost', 'nothing']) {
      const refused = clerk.list('order', { filter: { some: [lines, { '>': [v(name), 1] }] } });
      await expect(refused).rejects.toMatchObject({ status: 400, errors: [{ code: 'unknown_field' }] });
    }
    const outsider = await ws.as('outsider');
    await expect(codes({ filter: { some: [lines, true] } }, outsider)).rejects.toMatchObject({ status: 400 });
  });
});

describe('Under restricted rights', () => {
  test('rows that the reader does not see are not counted', async () => {
    const clerk = await ws.as('clerk');
    expect(await clerk.get('order', first.id)).toMatchObject({ total: 21, late: 0, state: 'fine' });
    expect(await clerk.get('shop', shop.id)).toMatchObject({ late: 0, worth: 28 });
    expect(await ws.admin.get('shop', shop.id)).toMatchObject({ packed: 1, dear: 1 });
    const hidden = await ws.admin.create('order', { shop: shop.id, lines: [{ price: 20, secret: true }] });
    expect(await ws.admin.get('shop', shop.id)).toMatchObject({ dear: 2 });
    expect(await clerk.get('shop', shop.id)).toMatchObject({ dear: 1 });
    await ws.admin.delete('order', hidden.id);
    expect(await codes({ filter: { '>': [v('total'), 30] } }, clerk)).toEqual([]);
    expect(await codes({ filter: { some: [lines, { '==': [v('price'), 30] }] } }, clerk)).toEqual([]);
    const sum = { dimensions: [], measures: [{ function: 'sum' as const, field: 'total' }] };
    expect(await clerk.aggregate('order', sum)).toEqual([{ sum_total: 28 }]);
    const above = await ws.admin.create('note', { order: first.id });
    await ws.admin.create('note', { order: first.id, above: above.id });
    expect(await ws.admin.get('note', above.id)).toMatchObject({ total: 51, gathered: 51 });
    expect(await clerk.get('note', above.id)).toMatchObject({ total: 21, gathered: 21 });
  });

  test('who reads no rows reads nothing that is worked out from them', async () => {
    const outsider = await ws.as('outsider');
    const seen = await outsider.get('order', first.id);
    expect(seen).toMatchObject({ code: 'A' });
    for (const name of ['total', 'late', 'state', 'bare']) expect(seen).not.toHaveProperty(name);
    await expect(outsider.list('order', { sort: ['total'] })).rejects.toMatchObject({ status: 400 });
  });

  test('a role may be granted records by their rows', async () => {
    const packer = await ws.as('packer');
    expect(await codes({}, packer)).toEqual(['B']);
    await expect(packer.get('order', first.id)).rejects.toMatchObject({ status: 404 });
    expect(await packer.list('line', { select: 'price' })).toEqual([{ price: 7 }]);
  });
});
