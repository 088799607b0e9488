// Expressions that go through the rows of child tables, as the metadata has them: what they refer to, and what is said against them.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { entity, role, view } from '../builders.ts';
import { finish } from '../steps.ts';
import { referencing, usersOf } from '../references.ts';
import { validate } from '../validate.ts';
import { isKeptRollup } from './own-row.ts';

type Fields = Parameters<typeof entity>[1];

const v = (name: string) => ({ var: name });
const lines = v('lines');
const number = (expression: object, more: object = {}) =>
  ({ type: 'formula', returns: 'decimal', expression, ...more }) as Fields[string];

function validated({ line = {}, order = {} }: { readonly line?: Fields; readonly order?: Fields }, ...more: Items) {
  return validate([
    entity('line', { order: { type: 'lookup', entity: 'order' }, amount: 'decimal', tags: 'tags', ...line }),
    entity('order', {
      name: 'text',
      rate: 'decimal',
      tags: 'tags',
      lines: { type: 'child_table', entity: 'line', parent_field: 'order' },
      ...order,
    }),
    ...more,
  ]);
}
type Items = Parameters<typeof validate>[0];

function problemsOf(...parts: Parameters<typeof validated>): string[] {
  const validation = validated(...parts);
  return validation.ok ? [] : validation.problems.map(({ path, code }) => `${path} ${code}`).toSorted();
}

test('Names within rows are references to the fields of the rows', () => {
  const rated = number({ sum: [lines, { '*': [v('amount'), v('$record.rate')] }] });
  const some = { some: [lines, { '>': [v('amount'), 0] }] };
  const validation = validated(
    { order: { rated } },
    view('orders', 'order', ['name'], { filter: some }),
    role('reader', { order: { read: some } }),
  );
  if (!validation.ok) throw new Error(JSON.stringify(validation.problems));
  const index = finish(referencing(validation.metadata));
  const users = (name: string, member: string) =>
    usersOf(index, { kind: 'entity', name, member }).map(({ from }) => `${from.name} ${from.path}`);
  expect(users('line', 'amount')).toEqual([
    'order /fields/rated/expression/sum/1/*/0/var',
    'orders /filter/some/1/>/0/var',
    'reader /entities/order/read/some/1/>/0/var',
  ]);
  expect(users('order', 'rate')).toEqual(['order /fields/rated/expression/sum/1/*/1/var']);
  expect(users('order', 'lines')).toContain('order /fields/rated/expression/sum/0/var');
});

test('A name that the rows do not have is told at its place', () => {
  const order = { x: number({ sum: [lines, v('rate')] }), y: number({ sum: [v('line'), v('amount')] }) };
  expect(problemsOf({ order })).toEqual([
    'entities/order.json#/fields/x/expression/sum/1/var unknown_field',
    'entities/order.json#/fields/y/expression/sum/0/var unknown_field',
  ]);
});

test('Circles lead through rows', () => {
  const validation = validated({
    line: { share: number({ '/': [v('amount'), v('order.total')] }) },
    order: { total: number({ sum: [lines, v('share')] }) },
  });
  const said = validation.ok ? [] : validation.problems.map(({ message }) => message);
  expect(said).toEqual([
    'This field is worked out from itself: line.share → order.total → line.share.',
    'This field is worked out from itself: order.total → line.share → order.total.',
  ]);
});

test('What is worked out from rows has no index and is not kept', () => {
  const total = { sum: [lines, v('amount')] };
  expect(problemsOf({ order: { total: number(total, { indexed: true }) } })).toEqual([
    'entities/order.json#/fields/total/indexed not_indexable',
  ]);
  const shop = (more: Fields = {}) =>
    entity('shop', { total: { type: 'rollup', from: 'order', via: 'shop', function: 'sum', field: 'total' }, ...more });
  const order: Fields = { total: number(total), shop: { type: 'lookup', entity: 'shop' } };
  const validation = validated({ order }, shop());
  const field = validation.ok ? validation.metadata.entities.get('shop')?.fields['total'] : undefined;
  if (!validation.ok || field?.type !== 'rollup') throw new Error('not valid');
  expect(isKeptRollup(validation.metadata, field)).toBe(false);
});

test('Rows within rows are as deep as what formulas stand for', () => {
  const line: Fields = {
    parts: { type: 'child_table', entity: 'part', parent_field: 'line' },
    deep: number({ count: [v('parts'), { some: [v('pieces'), { '>': [v('weight'), 1] }] }] }),
  };
  const part = entity('part', {
    line: { type: 'lookup', entity: 'line' },
    pieces: { type: 'child_table', entity: 'piece', parent_field: 'part' },
  });
  const shop = entity('shop', {
    orders: { type: 'child_table', entity: 'order', parent_field: 'shop' },
    deepest: number({ sum: [v('orders'), v('deep')] }),
  });
  const piece = entity('piece', { part: { type: 'lookup', entity: 'part' }, weight: 'decimal' });
  const order: Fields = { shop: { type: 'lookup', entity: 'shop' }, deep: number({ sum: [lines, v('deep')] }) };
  expect(problemsOf({ line, order }, part, piece, shop)).toEqual([
    'entities/shop.json#/fields/deepest/expression rows_too_deep',
  ]);
});

test('A formula is refused where what it names cannot be named: the record of the rows from beside a member of its list', () => {
  const named = number({ count: [v('tags'), { '==': [v(''), v('$record.name')] }] });
  expect(problemsOf({ order: { named } })).toEqual([]);
  const over = number({ count: [lines, { '>': [v('amount'), v('$record.named')] }] });
  expect(problemsOf({ order: { named, over } })).toEqual(['entities/order.json#/fields/over/expression unknown_field']);
});

test('The formulas over rows that are shown in docs/consultants.md hold', async () => {
  const page = await readFile(new URL('../../../../docs/consultants.md', import.meta.url), 'utf8');
  const [, text = ''] = /### Rows in expressions[\s\S]*?```json\n([\s\S]*?)```/.exec(page) ?? [];
  const fields = JSON.parse(text) as Fields;
  expect(Object.keys(fields)).toHaveLength(4);
  const line: Fields = { due: 'date', packed: 'boolean' };
  const order: Fields = { promised: 'date', customer: { type: 'lookup', entity: 'customer' }, ...fields };
  const orders = { type: 'child_table', entity: 'order', parent_field: 'customer' } as const;
  expect(problemsOf({ line, order }, entity('customer', { orders }))).toEqual([]);
});
