// An expression through rows is one and the same as a formula, as a filter of a list, as a role's condition, and as a rule that is
// judged in memory: on records with rows of every kind.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import type { RecordBody } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const v = (name: string) => ({ var: name });
const lines = v('lines');
const formula = (returns: string, expression: object) => ({ type: 'formula', returns, expression }) as never;

const expressions: readonly object[] = [
  { some: [lines, v('dear')] },
  { all: [lines, { '>': [v('price'), v('product.price')] }] },
  { none: [lines, { some: [v('tags'), { '==': [v(''), 'red'] }] }] },
  { some: [lines, { some: [v('tags'), { '==': [v(''), v('$record.mark')] }] }] },
  { '>': [{ sum: [lines, v('amount')] }, { '*': [2, v('least')] }] },
  { '==': [{ count: [lines, { '==': [v('buyer'), v('$user.id')] }] }, 1] },
  { '>=': [{ maximum: [lines, v('bought_on')] }, v('$today')] },
  { '<': [{ average: [lines, v('quantity')] }, 2] },
  { some: [lines, { '>': [{ count: [v('parts')] }, v('quantity')] }] },
  { some: [lines, { '>': [{ sum: [v('parts'), v('weight')] }, v('weight_left')] }] },
  { some: [lines, { '==': [v('price'), { minimum: [v('$record.lines'), v('price')] }] }] },
  { some: [lines, { '<': [v('price'), v('order.least')] }] },
  { some: [lines, { '>': [v('pieces'), 1] }] },
  { '>': [v('of_lines'), 3] },
  { some: [v('other.lines'), { '<': [v('price'), v('$record.least')] }] },
  { and: [{ is_blank: [lines] }, { '==': [v('other'), null] }] },
  { some: [lines, { some: [v('product.variants'), { '==': [v('name'), v('$record.mark')] }] }] },
];

const items = [
  entity(
    'product',
    {
      name: 'text',
      price: 'decimal',
      variants: { type: 'child_table', entity: 'variant', parent_field: 'product' },
    },
    { ownership: 'none' },
  ),
  entity('variant', { product: { type: 'lookup', entity: 'product' }, name: 'text' }, { ownership: 'none' }),
  entity(
    'order',
    {
      code: 'text',
      least: 'decimal',
      other: { type: 'lookup', entity: 'order' },
      asked: 'integer',
      lines: { type: 'child_table', entity: 'line', parent_field: 'order' },
      of_lines: { type: 'rollup', from: 'line', via: 'order', function: 'sum', field: 'quantity' },
      ...Object.fromEntries(expressions.map((expression, index) => [`f${index}`, formula('boolean', expression)])),
    },
    {
      ownership: 'none',
      rules: Object.fromEntries(
        expressions.map((expression, index) => [
          `r${index}`,
          { when: { '==': [v('asked'), index] }, check: { '!': [expression] }, message: 'So it is.' },
        ]),
      ),
    },
  ),
  entity(
    'line',
    {
      order: { type: 'lookup', entity: 'order', on_delete: 'cascade' },
      product: { type: 'lookup', entity: 'product' },
      price: { type: 'decimal', precision: 30 },
      quantity: 'integer',
      mark: 'text',
      tags: 'tags',
      buyer: 'user',
      bought_on: 'date',
      parts: { type: 'child_table', entity: 'part', parent_field: 'line' },
      pieces: { type: 'rollup', from: 'part', via: 'line', function: 'count' },
      amount: formula('decimal', { '*': [v('price'), v('quantity')] }),
      dear: formula('boolean', { '>': [v('amount'), v('order.least')] }),
      weight_left: formula('decimal', { '-': [10, { sum: [v('parts'), v('weight')] }] }),
    },
    { ownership: 'none' },
  ),
  entity(
    'part',
    { line: { type: 'lookup', entity: 'line', on_delete: 'cascade' }, weight: 'decimal' },
    { ownership: 'none' },
  ),
  ...expressions.map((read, index) =>
    role(`reader_${index}`, { order: { read: read as never }, line: { read: true }, product: { read: true } }),
  ),
];

let ws: Workspace;
const orders: RecordBody[] = [];
beforeAll(async () => {
  ws = await workspace({ items, now: '2026-03-10T08:00:00Z' });
  const pen = await ws.admin.create('product', {
    name: 'Pen',
    price: 3,
    variants: [{ name: 'blue' }, { name: 'red' }],
  });
  const ink = await ws.admin.create('product', { name: 'Ink' });
  const me = (await ws.admin.call<{ data: { user: { id: string } } }>('GET', '/api/me')).data.user.id;
  const bodies: readonly object[] = [
    {},
    { least: 5 },
    { least: 5, lines: [{}] },
    {
      least: 1.25,
      lines: [
        { price: 1.25, quantity: 1 },
        { price: 1.24, quantity: 3, tags: ['red'], mark: 'red' },
      ],
    },
    { least: 4, lines: [{ price: 4, quantity: 1, product: pen.id, buyer: me, tags: ['blue'], mark: 'blue' }] },
    {
      lines: [
        { price: 2, quantity: 1, product: ink.id, bought_on: '2026-03-10', parts: [{ weight: 6 }, {}] },
        { price: 1, quantity: 9, buyer: me, mark: 'red', tags: ['red'], parts: [{ weight: 20 }] },
        { price: 9, quantity: 2, product: pen.id, bought_on: '2026-03-09', mark: 'green', tags: ['red', 'blue'] },
      ],
    },
    {
      least: 100,
      lines: [
        { price: '12345678901234.56', quantity: 2, buyer: me },
        { buyer: me, quantity: 2 },
      ],
    },
  ];
  for (const [index, body] of bodies.entries())
    orders.push(await ws.admin.create('order', { code: `o${index}`, ...body, other: orders.at(-1)?.id ?? null }));
  const [, , , , , dropped] = orders;
  const [line] = await ws.admin.list('line', { filter: { '==': [v('order'), dropped?.id] }, sort: ['price'] });
  await ws.admin.delete('line', line?.id ?? '');
});
afterAll(() => ws.close());

const codes = async (client: Pick<Workspace['admin'], 'list'>, filter?: object): Promise<unknown[]> =>
  (await client.list('order', { select: 'code', sort: ['code'], ...(filter && { filter }) })).map(({ code }) => code);

test.each(expressions.map((expression, index) => [JSON.stringify(expression), index] as const))(
  '%s',
  async (_, index) => {
    const found = await codes(ws.admin, expressions[index]);
    expect(await codes(ws.admin, { '==': [v(`f${index}`), true] })).toEqual(found);
    expect(await codes(await ws.as(`reader_${index}`))).toEqual(
      await codes(ws.admin, index === 5 ? { '<': [1, 0] } : expressions[index]),
    );
    const ruled: unknown[] = [];
    for (const { id, code } of orders) {
      const judged = await ws.admin.patch('order', id, { asked: index }).then(
        () => false,
        (error: { status?: number }) => error.status === 422,
      );
      if (judged) ruled.push(code);
      await ws.admin.patch('order', id, { asked: null });
    }
    expect(ruled).toEqual(found);
  },
);

test('each of these is true of some record and false of another', async () => {
  for (const [index, expression] of expressions.entries()) {
    const { length } = await codes(ws.admin, expression);
    expect([index, length > 0 && length < orders.length]).toEqual([index, true]);
  }
});
