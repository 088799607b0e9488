// What the names of computed fields stand for, wherever in an expression they are named.
import { parseExpression } from '@trellis/expressions/parse';
import { toJson } from '@trellis/expressions/to-json';
import { expect, test } from 'vitest';
import { expand, type Expandable, type ExpandableField } from './expand.ts';

const v = (name: string) => ({ var: name });

function parsed(json: unknown) {
  const result = parseExpression(json);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function formula(json: unknown): ExpandableField {
  return { relation: null, computed: { kind: 'expression', written: parsed(json) } };
}

const stored: ExpandableField = { relation: null, computed: null };
const to = (kind: string, entity: string): ExpandableField => ({ relation: { kind, entity }, computed: null });

const order: Readonly<Record<string, ExpandableField>> = {
  price: stored,
  tags: stored,
  customer: to('one', 'customer'),
  lines: to('children', 'line'),
  dear: formula({ '>': [v('price'), 10] }),
  total: formula({ sum: [v('lines'), { '*': [v('amount'), v('$record.price')] }] }),
};
const line: Readonly<Record<string, ExpandableField>> = {
  price: stored,
  quantity: stored,
  order: to('one', 'order'),
  parts: to('children', 'line'),
  amount: formula({ '*': [v('$record.price'), v('quantity')] }),
  below: formula({ count: [v('$record.parts'), { '<': [v('price'), v('$record.price')] }] }),
};
const customer: Readonly<Record<string, ExpandableField>> = { limit: stored, orders: to('children', 'order') };
const known: Readonly<Record<string, Readonly<Record<string, ExpandableField>>>> = { order, line, customer };

const entities: Expandable = {
  get(name) {
    const fields = known[name];
    return fields && { fields: new Map(Object.entries(fields)) };
  },
};

function meant(json: unknown, entity = 'order'): unknown {
  const expanded = expand(entities, entity, parsed(json));
  return expanded && toJson(expanded);
}

test('In rows plain names are those of the row, and $record is what the rows belong to', () => {
  const dear = { '>': [v('$record.price'), 10] };
  expect(meant({ count: [v('lines'), v('$record.dear')] })).toEqual({ count: [v('lines'), dear] });
  const amount = { '*': [v('price'), v('quantity')] };
  expect(meant({ maximum: [v('lines'), v('amount')] })).toEqual({ maximum: [v('lines'), amount] });
  expect(meant({ maximum: [v('lines'), v('order.dear')] })).toEqual({
    maximum: [v('lines'), { '>': [v('order.price'), 10] }],
  });
});

test('A formula that goes through rows means the same behind a look-up, in rows and of the record as it was', () => {
  const amount = { '*': [v('price'), v('quantity')] };
  const total = (prefix: string, away: string) => ({
    sum: [v(`${prefix}lines`), { '*': [amount, v(`${away}price`)] }],
  });
  expect(meant(v('total'))).toEqual(total('', '$record.'));
  expect(meant(v('order.total'), 'line')).toEqual(total('order.', '$record.order.'));
  expect(meant(v('$old.total'))).toEqual(total('$old.', '$old.'));
  expect(meant({ count: [v('orders'), v('total')] }, 'customer')).toEqual({
    count: [v('orders'), total('', '$record.')],
  });
  expect(meant({ count: [v('lines'), { '<': [v('$record.total'), 5] }] })).toEqual({
    count: [v('lines'), { '<': [total('$record.', '$record.'), 5] }],
  });
  const below = { count: [v('parts'), { '<': [v('price'), v('$record.price')] }] };
  expect(meant({ sum: [v('lines'), v('below')] })).toEqual({ sum: [v('lines'), below] });
});

test('Beside the members of a list $record leads back to the record, and the empty name stays', () => {
  expect(meant({ some: [v('tags'), { '==': [v(''), v('$record.dear')] }] })).toEqual({
    some: [v('tags'), { '==': [v(''), { '>': [v('$record.price'), 10] }] }],
  });
});

test('What names nothing that is computed stays the very same', () => {
  const expression = parsed({ count: [v('lines'), { '>': [v('price'), v('$record.price')] }] });
  expect(expand(entities, 'order', expression)).toBe(expression);
});
