// Rules, conditions, defaults and fills that go through the rows of child tables: judged on the record as it is about to be, with the
// rows of the body, or those that are stored where the body says nothing of them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import type { Workspace } from '@trellis/testing/workspace';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const v = (name: string) => ({ var: name });
const lines = v('lines');
const total = { sum: [lines, v('amount')] };

const items = [
  entity('product', { name: 'text', ceiling: 'integer' }, { ownership: 'none' }),
  entity(
    'customer',
    { name: 'text', orders: { type: 'child_table', entity: 'order', parent_field: 'customer' }, limit: 'integer' },
    { ownership: 'none' },
  ),
  entity(
    'order',
    {
      code: { type: 'text', unique: true },
      customer: { type: 'lookup', entity: 'customer' },
      promised: 'date',
      budget: 'integer',
      approver: { type: 'text', required: { '>': [total, 1000] } },
      heavy: 'boolean',
      size: { type: 'integer', default: { count: [lines] } },
      lines: { type: 'child_table', entity: 'line', parent_field: 'order' },
    },
    {
      ownership: 'none',
      fills: { weighed: { set: { heavy: { some: [lines, { '>': [v('quantity'), 50] }] } }, overwrite: true } },
      rules: {
        within: {
          when: { '!=': [v('budget'), null] },
          check: { '<=': [total, v('budget')] },
          message: 'More than the budget.',
          at: 'budget',
        },
        in_time: { check: { none: [lines, v('late')] }, message: 'A line is late.', at: 'promised' },
        ceilings: {
          check: { none: [lines, { '>': [v('quantity'), v('product.ceiling')] }] },
          message: 'Too many of a product.',
          at: 'lines',
        },
        weights: {
          check: { none: [lines, { some: [v('parts'), { '>': [v('weight'), v('line.quantity')] }] }] },
          message: 'A part is too heavy.',
          at: 'lines',
        },
        limit: {
          check: { '<=': [{ count: [v('customer.orders')] }, { coalesce: [v('customer.limit'), 99] }] },
          message: 'Too many orders.',
          at: 'customer',
        },
        never_fewer: {
          check: { '>=': [{ count: [lines] }, { count: [v('$old.lines')] }] },
          when: { '==': [v('code'), 'only more'] },
          message: 'Lines may not go.',
          at: 'lines',
        },
      },
    },
  ),
  entity(
    'line',
    {
      order: { type: 'lookup', entity: 'order', on_delete: 'cascade' },
      product: { type: 'lookup', entity: 'product' },
      due: 'date',
      quantity: { type: 'integer', default: 1 },
      price: 'decimal',
      secret: 'boolean',
      packed: 'boolean',
      parts: { type: 'child_table', entity: 'part', parent_field: 'line' },
      amount: { type: 'formula', returns: 'decimal', expression: { '*': [v('price'), v('quantity')] } },
      late: { type: 'formula', returns: 'boolean', expression: { '>': [v('due'), v('order.promised')] } },
    },
    { ownership: 'none' },
  ),
  entity(
    'part',
    { line: { type: 'lookup', entity: 'line', on_delete: 'cascade' }, weight: 'integer' },
    { ownership: 'none' },
  ),
  entity('parcel', { order: { type: 'lookup', entity: 'order', filter: { all: [lines, v('packed')] } } }),
  role('clerk', {
    order: { read: true, create: true, update: true },
    customer: { read: true },
    product: { read: true },
    line: { read: { '!=': [v('secret'), true] }, create: true, update: true, delete: true },
  }),
];

let importing: ImportWorkspace;
let ws: Workspace;
beforeAll(async () => {
  importing = await importWorkspace({ items });
  ws = importing.ws;
});
afterAll(() => importing.close());

const refused = (code: string, path: string) => ({ status: 422, errors: [expect.objectContaining({ code, path })] });

describe('A rule over rows is judged', () => {
  test('when the record is made: by the rows of the body, their defaults among them', async () => {
    const make = (price: number) =>
      ws.admin.create('order', { budget: 10, lines: [{ price }, { price: 1, quantity: 2 }] });
    await expect(make(9)).rejects.toMatchObject(refused('within', '/budget'));
    await expect(make(8)).resolves.toMatchObject({ budget: 10 });
  });

  test('when it is changed: by the stored rows, or by those of the body, which change or add some', async () => {
    const made = await ws.admin.create('order', { budget: 100, lines: [{ price: 10 }, { price: 20.5 }] });
    await expect(ws.admin.patch('order', made.id, { budget: 30 })).rejects.toMatchObject(refused('within', '/budget'));
    await ws.admin.patch('order', made.id, { budget: 31 });
    const [first, second] = made['lines'] as { id: string }[];
    const patch = (rows: object[]) => ws.admin.patch('order', made.id, { lines: rows });
    await expect(patch([{ id: first?.id, quantity: 2 }, { id: second?.id }])).rejects.toMatchObject(
      refused('within', '/budget'),
    );
    await expect(patch([{ id: first?.id, quantity: 3 }])).resolves.toMatchObject({ lines: [{ quantity: 3 }] });
    await expect(patch([{ id: first?.id }, { price: 2 }])).rejects.toMatchObject(refused('within', '/budget'));
    await expect(patch([])).resolves.toMatchObject({ lines: [] });
  });

  test('in a batch and in an import', async () => {
    const made = await ws.admin.create('order', { code: 'imported', budget: 100, lines: [{ price: 40 }] });
    const operations = [
      { op: 'create', values: { budget: 5, lines: [{ price: 6 }] } },
      { op: 'update', id: made.id, values: { budget: 39 } },
      { op: 'update', id: made.id, values: { budget: 50 } },
    ];
    const within = { ok: false, problem: { code: 'invalid_values' } };
    expect(await ws.admin.batch('order', operations, false)).toMatchObject([within, within, { ok: true }]);
    const file = 'code,budget\nimported,39\nfresh,5\n';
    const { report } = await importing.run(ws.admin, 'order', file, { mode: 'upsert', key: 'code' });
    expect(report).toMatchObject({ accepted: 1, refused: 1, errors: [{ row: 2, field: 'budget', code: 'within' }] });
  });

  test('on the record as it will be, where a row looks back at it', async () => {
    const made = await ws.admin.create('order', { promised: '2026-03-10', lines: [{ due: '2026-03-10' }] });
    await expect(ws.admin.patch('order', made.id, { promised: '2026-03-09' })).rejects.toMatchObject(
      refused('in_time', '/promised'),
    );
    const late = ws.admin.create('order', { promised: '2026-03-10', lines: [{ due: '2026-03-11' }] });
    await expect(late).rejects.toMatchObject(refused('in_time', '/promised'));
  });

  test('by what stands behind the look-ups of its rows', async () => {
    const product = await ws.admin.create('product', { name: 'Pen', ceiling: 3 });
    const made = await ws.admin.create('order', { lines: [{ product: product.id, quantity: 3 }] });
    const [line] = made['lines'] as { id: string }[];
    const more = ws.admin.patch('order', made.id, { lines: [{ id: line?.id, quantity: 4 }] });
    await expect(more).rejects.toMatchObject(refused('ceilings', '/lines'));
    const other = await ws.admin.create('product', { name: 'Ink', ceiling: 9 });
    await ws.admin.patch('order', made.id, { lines: [{ id: line?.id, quantity: 4, product: other.id }] });
  });

  test('by rows of rows, of the body and stored', async () => {
    const wrong = ws.admin.create('order', { lines: [{ quantity: 5, parts: [{ weight: 6 }] }] });
    await expect(wrong).rejects.toMatchObject(refused('weights', '/lines'));
    const made = await ws.admin.create('order', { lines: [{ quantity: 5, parts: [{ weight: 5 }] }] });
    const [line] = made['lines'] as { id: string }[];
    const fewer = ws.admin.patch('order', made.id, { lines: [{ id: line?.id, quantity: 4 }] });
    await expect(fewer).rejects.toMatchObject(refused('weights', '/lines'));
  });

  test('by the rows of a record that it looks up', async () => {
    const customer = await ws.admin.create('customer', { name: 'Small', limit: 0 });
    await expect(ws.admin.patch('customer', customer.id, { limit: 1 })).resolves.toBeTruthy();
    await ws.admin.create('order', { customer: customer.id });
    await ws.admin.create('order', { customer: customer.id });
    await expect(ws.admin.create('order', { customer: customer.id })).rejects.toMatchObject(
      refused('limit', '/customer'),
    );
  });

  test('against the rows as they were', async () => {
    const made = await ws.admin.create('order', { code: 'only more', lines: [{ price: 1 }] });
    await expect(ws.admin.patch('order', made.id, { lines: [] })).rejects.toMatchObject(
      refused('never_fewer', '/lines'),
    );
    await ws.admin.patch('order', made.id, { lines: [...(made['lines'] as object[]), { price: 2 }] });
  });

  test('by all rows, those that its writer does not see among them', async () => {
    const made = await ws.admin.create('order', { budget: 100, lines: [{ price: 10 }, { price: 80, secret: true }] });
    const clerk = await ws.as('clerk');
    const seen = await clerk.get('order', made.id);
    expect(seen['lines']).toHaveLength(1);
    await expect(clerk.patch('order', made.id, { budget: 50 })).rejects.toMatchObject(refused('within', '/budget'));
    await expect(clerk.patch('order', made.id, { lines: [{ price: 21 }] })).rejects.toMatchObject(
      refused('within', '/budget'),
    );
    await clerk.patch('order', made.id, { lines: [{ price: 20 }] });
  });

  test('after what is wrong with the rows themselves', async () => {
    const wrong = ws.admin.create('order', { budget: 1, lines: [{ price: 2 }, { price: 'much' }] });
    await expect(wrong).rejects.toMatchObject({ status: 422, errors: [{ path: '/lines/1/price' }] });
  });
});

describe('While a record is written', () => {
  test('a condition over rows asks for a field', async () => {
    const dear = { lines: [{ price: 600, quantity: 2 }] };
    await expect(ws.admin.create('order', dear)).rejects.toMatchObject(refused('required', '/approver'));
    await expect(ws.admin.create('order', { ...dear, approver: 'Ann' })).resolves.toBeTruthy();
  });

  test('a look-up offers records by their rows', async () => {
    const made = await ws.admin.create('order', { lines: [{ packed: true }, { packed: false }] });
    const parcel = () => ws.admin.create('parcel', { order: made.id });
    await expect(parcel()).rejects.toMatchObject({ status: 422, errors: [{ path: '/order' }] });
    const [, second] = made['lines'] as { id: string }[];
    await ws.admin.patch('line', second?.id ?? '', { packed: true });
    await expect(parcel()).resolves.toBeTruthy();
  });

  test('defaults and fills read rows', async () => {
    const made = await ws.admin.create('order', { lines: [{ quantity: 51 }, {}] });
    expect(made).toMatchObject({ size: 2, heavy: true });
    const changed = await ws.admin.patch('order', made.id, { lines: [{ quantity: 2 }] });
    expect(changed).toMatchObject({ size: 2, heavy: false });
  });
});
