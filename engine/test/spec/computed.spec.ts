// Formulas, roll-ups and looked-up fields: read, filtered, sorted, grouped, used in one another and in rules, under the rights of
// whoever reads.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import type { RecordBody, WorkspaceClient } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const items = [
  entity(
    'customer',
    {
      name: 'text',
      parent: { type: 'lookup', entity: 'customer' },
      grade: {
        type: 'select',
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
      },
      contact: 'person_name',
      open: {
        type: 'rollup',
        from: 'order',
        via: 'customer',
        function: 'sum',
        field: 'total',
        filter: { '==': [{ var: 'state' }, 'open'] },
      },
      orders: { type: 'rollup', from: 'order', via: 'customer', function: 'count' },
      group_orders: {
        type: 'rollup',
        from: 'order',
        via: 'customer',
        function: 'count',
        below: 'parent',
        counts: 'all',
      },
      latest: { type: 'rollup', from: 'order', via: 'customer', function: 'last', field: 'code', order_by: 'placed' },
      big: { type: 'formula', returns: 'boolean', expression: { '>': [{ var: 'open' }, 100] } },
    },
    { ownership: 'none' },
  ),
  entity(
    'order',
    {
      code: 'text',
      customer: { type: 'lookup', entity: 'customer' },
      state: {
        type: 'select',
        options: [
          { value: 'open', label: 'Open' },
          { value: 'paid', label: 'Paid' },
        ],
        default: 'open',
      },
      placed: 'date',
      discount: { type: 'percent', scale: 2 },
      cost: 'currency',
      lines: { type: 'child_table', entity: 'line', parent_field: 'order' },
      total: { type: 'rollup', from: 'line', via: 'order', function: 'sum', field: 'amount' },
      items: { type: 'rollup', from: 'line', via: 'order', function: 'distinct', field: 'item' },
      cheapest: { type: 'rollup', from: 'line', via: 'order', function: 'min', field: 'price' },
      dearest: { type: 'rollup', from: 'line', via: 'order', function: 'max', field: 'price' },
      average: { type: 'rollup', from: 'line', via: 'order', function: 'avg', field: 'quantity' },
      net: {
        type: 'formula',
        returns: 'currency',
        expression: { '*': [{ var: 'total' }, { '-': [1, { '/': [{ coalesce: [{ var: 'discount' }, 0] }, 100] }] }] },
      },
      margin: { type: 'formula', returns: 'decimal', expression: { '-': [{ var: 'net' }, { var: 'cost' }] } },
      customer_grade: { type: 'looked_up', via: 'customer', field: 'grade' },
      customer_contact: { type: 'looked_up', via: 'customer', field: 'contact' },
      group: { type: 'looked_up', via: 'customer', field: 'parent' },
      title_text: {
        type: 'formula',
        returns: 'text',
        expression: { cat: [{ var: 'code' }, ' / ', { var: 'customer.name' }] },
      },
    },
    {
      rules: {
        discount_ceiling: {
          when: { '>': [{ var: 'total' }, 1000] },
          check: { '<=': [{ var: 'discount' }, 10] },
          message: 'Big orders get 10 % at most.',
          at: 'discount',
        },
      },
    },
  ),
  entity('line', {
    order: { type: 'lookup', entity: 'order', on_delete: 'cascade' },
    item: 'text',
    quantity: 'integer',
    price: 'currency',
    amount: { type: 'formula', returns: 'currency', expression: { '*': [{ var: 'price' }, { var: 'quantity' }] } },
  }),
  role('clerk', {
    order: { read: 'own', create: true, update: 'own', fields: { cost: { read: false } } },
    customer: { read: true },
  }),
];

let ws: Workspace;
let north: RecordBody;
let south: RecordBody;
beforeAll(async () => {
  ws = await workspace({ items });
  north = await ws.admin.create('customer', { name: 'North', grade: 'a', contact: { given: 'Ada', family: 'Li' } });
  south = await ws.admin.create('customer', { name: 'South', grade: 'b', parent: north.id });
});
afterAll(() => ws.close());

const order = (client: WorkspaceClient, values: Record<string, unknown>): Promise<RecordBody> =>
  client.create('order', values);

describe('A computed field', () => {
  test('is answered when its record is made, read and changed', async () => {
    const made = await order(ws.admin, {
      code: 'A1',
      customer: north.id,
      discount: 10,
      cost: 20,
      lines: [
        { item: 'pen', quantity: 3, price: 1.35 },
        { item: 'ink', quantity: 1, price: 10 },
        { item: 'pen', quantity: 1, price: 2 },
      ],
    });
    const worked = {
      total: 16.05,
      items: 2,
      cheapest: 1.35,
      dearest: 10,
      net: 14.45,
      margin: -5.55,
      title_text: 'A1 / North',
    };
    expect(made).toMatchObject(worked);
    expect(Number(made['average'])).toBe(1.666666666667);
    expect(made).toMatchObject({ customer_grade: 'a', customer_contact: { given: 'Ada', family: 'Li' }, group: null });
    expect(await ws.admin.get('order', made.id)).toMatchObject(worked);
    expect(await ws.admin.patch('order', made.id, { discount: 0 })).toMatchObject({ net: 16.05, margin: -3.95 });
    const [line] = await ws.admin.list('line', { filter: { '==': [{ var: 'order' }, made.id] }, sort: ['price'] });
    await ws.admin.patch('line', line?.id ?? '', { quantity: 1 });
    expect(await ws.admin.get('order', made.id)).toMatchObject({ total: 13.35, net: 13.35 });
  });

  test('of a look-up reads like one', async () => {
    const made = await order(ws.admin, { code: 'A2', customer: south.id });
    expect(made['group']).toEqual({ id: north.id, title: 'North' });
    const rows = await ws.admin.list('order', {
      select: 'code,group,group.name,group.grade',
      filter: { '==': [{ var: 'group.name' }, 'North'] },
    });
    expect(rows).toEqual(
      [{ code: 'A2', group: { id: north.id, title: 'North', name: 'North', grade: 'a' }, id: made.id }].map(
        ({ id: _id, ...row }) => row,
      ),
    );
  });

  test('is never written', async () => {
    for (const values of [{ total: 5 }, { net: 5 }, { customer_grade: 'a' }])
      await expect(order(ws.admin, values)).rejects.toMatchObject({ status: 422, errors: [{ code: 'read_only' }] });
  });

  test('of nothing is 0 where it counts or sums, else blank', async () => {
    const made = await order(ws.admin, { code: 'empty' });
    expect(made).toMatchObject({
      total: 0,
      items: 0,
      cheapest: null,
      average: null,
      net: 0,
      margin: null,
      customer_grade: null,
    });
  });
});

describe('In a list it', () => {
  test('is filtered and sorted by, alone and behind look-ups, page by page', async () => {
    const shop = await ws.admin.create('customer', { name: 'Shop', grade: 'b' });
    for (const price of [5, 50, 500, 5000])
      await order(ws.admin, { code: `S${price}`, customer: shop.id, lines: [{ item: 'x', quantity: 1, price }] });
    const codes = async (query: object): Promise<unknown[]> =>
      (await ws.admin.list('order', { select: 'code', ...query })).map(({ code }) => code);
    const ofShop = { '==': [{ var: 'customer' }, shop.id] };
    expect(await codes({ filter: ofShop, sort: ['-net'] })).toEqual(['S5000', 'S500', 'S50', 'S5']);
    expect(await codes({ filter: { and: [ofShop, { '>': [{ var: 'total' }, 50] }] }, sort: ['total'] })).toEqual([
      'S500',
      'S5000',
    ]);
    expect(
      await codes({ filter: { and: [ofShop, { '==': [{ var: 'customer_grade' }, 'b'] }] }, sort: ['-dearest'] }),
    ).toHaveLength(4);
    expect(await codes({ filter: { '==': [{ var: 'customer.big' }, true] }, sort: ['code'] })).toEqual([
      'S5',
      'S50',
      'S500',
      'S5000',
    ]);
    expect(await codes({ filter: ofShop, sort: ['customer.open', '-total'] })).toEqual(['S5000', 'S500', 'S50', 'S5']);
    const first = await ws.admin.page('order', {
      filter: ofShop,
      sort: ['net'],
      limit: 3,
      select: 'code',
      count: 'exact',
    });
    expect(first.page.count).toBe(4);
    const second = await ws.admin.page('order', {
      filter: ofShop,
      sort: ['net'],
      limit: 3,
      select: 'code',
      after: first.page.after,
    });
    expect([...first.data, ...second.data].map(({ code }) => code)).toEqual(['S5', 'S50', 'S500', 'S5000']);
    const [row] = await ws.admin.list('customer', { filter: { '==': [{ var: 'id' }, shop.id] } });
    expect(row).toMatchObject({ open: 5555, orders: 4, big: true });
  });

  test('is grouped and summed by', async () => {
    const rows = await ws.admin.aggregate('order', {
      dimensions: ['customer_grade'],
      measures: [{ function: 'sum', field: 'net' }, { function: 'count' }],
      filter: { '==': [{ var: 'customer.name' }, 'Shop'] },
    });
    expect(rows).toEqual([{ customer_grade: 'b', sum_net: 5555, count: 4 }]);
  });

  test('stands beside child rows and behind look-ups', async () => {
    const [row] = await ws.admin.list('order', {
      filter: { '==': [{ var: 'code' }, 'S50'] },
      select: 'lines(item,amount),customer.open',
    });
    expect(row).toMatchObject({ lines: [{ item: 'x', amount: 50 }], customer: { title: 'Shop', open: 5555 } });
  });
});

describe('A roll-up', () => {
  test('leaves out what lies in the trash, and takes it in again when it comes back', async () => {
    const customer = await ws.admin.create('customer', { name: 'Bin' });
    const one = await order(ws.admin, {
      code: 'b1',
      customer: customer.id,
      placed: '2026-01-02',
      lines: [{ item: 'x', quantity: 1, price: 7 }],
    });
    await order(ws.admin, {
      code: 'b2',
      customer: customer.id,
      placed: '2026-01-01',
      lines: [{ item: 'x', quantity: 1, price: 3 }],
    });
    const seen = async () => {
      const { open, orders, latest } = await ws.admin.get('customer', customer.id);
      return { open, orders, latest };
    };
    expect(await seen()).toEqual({ open: 10, orders: 2, latest: 'b1' });
    await ws.admin.delete('order', one.id);
    expect(await seen()).toEqual({ open: 3, orders: 1, latest: 'b2' });
    await ws.admin.restore('order', one.id);
    expect(await seen()).toEqual({ open: 10, orders: 2, latest: 'b1' });
    await ws.admin.patch('order', one.id, { state: 'paid' });
    expect(await seen()).toEqual({ open: 3, orders: 2, latest: 'b1' });
    await ws.admin.patch('order', one.id, { customer: null });
    expect(await seen()).toEqual({ open: 3, orders: 1, latest: 'b2' });
  });

  test('goes down a hierarchy, through circles too', async () => {
    const top = await ws.admin.create('customer', { name: 'Top' });
    const middle = await ws.admin.create('customer', { name: 'Middle', parent: top.id });
    const leaf = await ws.admin.create('customer', { name: 'Leaf', parent: middle.id });
    for (const { id } of [top, middle, leaf, leaf]) await order(ws.admin, { code: 'h', customer: id });
    const below = async (id: string): Promise<unknown> => (await ws.admin.get('customer', id))['group_orders'];
    expect([await below(top.id), await below(middle.id), await below(leaf.id)]).toEqual([4, 3, 2]);
    await ws.admin.patch('customer', top.id, { parent: leaf.id });
    expect([await below(top.id), await below(leaf.id)]).toEqual([4, 4]);
  });
});

test('A rule may read it: it is judged on the record as it will be', async () => {
  const lines = [{ item: 'x', quantity: 1, price: 2000 }];
  const made = await order(ws.admin, { code: 'r', discount: 5, lines });
  await expect(ws.admin.patch('order', made.id, { discount: 20 })).rejects.toMatchObject({
    status: 422,
    errors: [{ path: '/discount', code: 'discount_ceiling' }],
  });
  await expect(ws.admin.patch('order', made.id, { discount: 9 })).resolves.toMatchObject({ net: 1820 });
});

describe('Under restricted rights', () => {
  test('it is hidden with what it is worked out from, under its own name', async () => {
    const clerk = await ws.as('clerk');
    const made = await order(clerk, { code: 'c1', customer: north.id });
    expect(await clerk.get('order', made.id)).not.toHaveProperty('margin');
    for (const query of [{ select: 'margin' }, { sort: ['margin'] }, { filter: { '>': [{ var: 'margin' }, 0] } }]) {
      const refused = clerk.list('order', query);
      await expect(refused).rejects.toMatchObject({ status: 400 });
      await expect(refused).rejects.not.toMatchObject({ problem: { detail: expect.stringContaining('cost') } });
    }
  });

  test('a roll-up gathers what its reader sees, unless it is said to be for all', async () => {
    const customer = await ws.admin.create('customer', { name: 'Mixed' });
    const clerk = await ws.as('clerk');
    await order(ws.admin, { code: 'm1', customer: customer.id });
    await order(clerk, { code: 'm2', customer: customer.id });
    expect(await ws.admin.get('customer', customer.id)).toMatchObject({ orders: 2, group_orders: 2 });
    expect(await clerk.get('customer', customer.id)).toMatchObject({ orders: 1, group_orders: 2, latest: 'm2' });
    const filtered = { filter: { and: [{ '==': [{ var: 'name' }, 'Mixed'] }, { '==': [{ var: 'orders' }, 1] }] } };
    expect(await clerk.list('customer', filtered)).toHaveLength(1);
    expect(await ws.admin.list('customer', filtered)).toHaveLength(0);
  });
});
