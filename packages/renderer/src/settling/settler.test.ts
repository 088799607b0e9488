import { describe, expect, test } from 'vitest';
import { askerWith, smallModel } from '../small-model.ts';
import type { RecordData } from '../model.ts';
import { createSettler } from './settler.ts';

const me = askerWith({ user: { name: 'Ann', time_zone: 'Asia/Shanghai' } });
const surroundings = { me, timeZone: 'Asia/Shanghai', now: new Date('2026-03-01T20:00:00Z') };
const given = (field: string) => ({ '!': [{ is_blank: [{ var: field }] }] });
const formula = (returns: 'currency' | 'percent' | 'decimal', expression: unknown, more: object = {}) =>
  ({ type: returns, read_only: true, ...more, computed: { type: 'formula', returns, expression, ...more } }) as const;

const model = smallModel(
  {
    entities: {
      account: {
        fields: {
          name: { type: 'text' },
          place: { type: 'address' },
          lead: { type: 'user' },
          product: { type: 'lookup', entity: 'product' },
        },
      },
      product: { fields: { name: { type: 'text' }, price: { type: 'currency' } } },
      order: {
        fields: {
          name: { type: 'text' },
          account: { type: 'lookup', entity: 'account' },
          place: { type: 'address' },
          product: { type: 'lookup', entity: 'product' },
          price: { type: 'currency', default: 1 },
          quantity: { type: 'integer' },
          code: { type: 'text', max_length: 5 },
          lead: { type: 'user' },
          total: { type: 'currency', read_only: true },
          net: formula('currency', { '*': [{ var: 'price' }, { var: 'quantity' }] }),
          share: formula('percent', { '/': [{ var: 'net' }, { var: 'goal' }] }, { scale: 1 }),
          goal: { type: 'currency' },
          paid: {
            type: 'currency',
            read_only: true,
            computed: { type: 'rollup', from: 'payment', via: 'order', function: 'sum', field: 'amount' },
          },
          due: formula('currency', { '-': [{ var: 'net' }, { var: 'paid' }] }),
          seat: { type: 'address', read_only: true, computed: { type: 'looked_up', via: 'account', field: 'place' } },
          grade: { type: 'text' },
          vip: { type: 'boolean' },
          was: { type: 'text' },
        },
        fills: {
          // Stands before what it depends on.
          total: { set: { total: { '*': [{ var: 'net' }, 1] } }, overwrite: true },
          from_product: { when: given('product'), set: { price: { var: 'product.price' } } },
          from_account: {
            set: {
              place: { var: 'account.place' },
              product: { var: 'account.product' },
              lead: { var: 'account.lead' },
            },
          },
          code: { set: { code: { upper: [{ var: 'name' }] } } },
          best: { when: { '==': [{ var: 'vip' }, true] }, set: { grade: 'gold' }, overwrite: true },
          rest: { set: { grade: 'none' } },
          was: {
            when: { '!=': [{ var: 'quantity' }, { var: '$old.quantity' }] },
            set: { was: { cat: [{ var: '$old.quantity' }] } },
            overwrite: true,
          },
        },
      },
      payment: { fields: { amount: { type: 'currency' }, order: { type: 'lookup', entity: 'order' } } },
    },
  },
  me,
);
const settler = createSettler(model, model.metadata.entities['order'] ?? neverHere(), surroundings);
const id = (last: number): string => `00000000-0000-4000-8000-00000000000${last}`;
const cup = { id: id(1), title: 'Cup' };
const jug = { id: id(2), title: 'Jug' };
const acme = { id: id(3), title: 'Acme' };
const bo = { id: id(4), title: 'Bo' };
const records: Readonly<Record<string, RecordData>> = {
  [`product ${cup.id}`]: { ...cup, price: 4.5 },
  [`product ${jug.id}`]: { ...jug, price: 9 },
  [`account ${acme.id}`]: {
    ...acme,
    place: { country: 'IE', city: 'Dublin', street: '7 Eccles Street' },
    product: jug,
    lead: bo,
  },
};

function settled(said: RecordData, old: RecordData | null = null, known = records) {
  return settler.settle({ old, said, related: (lookup, id) => known[`${lookup} ${id}`] });
}

describe('a new record in a form', () => {
  test('is filled in where nothing is said, over defaults too', () => {
    expect(settled({}).values).toMatchObject({ price: 1, grade: 'none' });
    expect(settled({ product: cup }).values).toMatchObject({ price: 4.5 });
  });
  test('what is said stays, a blank too', () => {
    expect(settled({ product: cup, price: 3 }).values).toMatchObject({ price: 3 });
    expect(settled({ product: cup, price: null }).values).toMatchObject({ price: null });
  });
  test('what a fill sets is there for those that depend on it, in whatever order they stand', () => {
    const { values } = settled({ account: acme, quantity: 3 });
    expect(values).toMatchObject({ product: jug, price: 9, total: 27, net: 27 });
  });
  test('values of many parts and look-ups are copied whole, with what they are called', () => {
    const { values } = settled({ account: acme });
    expect(values).toMatchObject({
      place: { city: 'Dublin' },
      seat: { city: 'Dublin' },
      lead: bo,
    });
  });
  test('what does not fit leaves the field as it is', () => {
    expect(settled({ name: 'short' }).values['code']).toBe('SHORT');
    expect(settled({ name: 'much too long' }).values['code'] ?? null).toBeNull();
  });
  test('a fill that overwrites governs its field: nobody types there', () => {
    expect(settled({ grade: 'mine' }).governed.has('grade')).toBe(false);
    const { values, governed } = settled({ grade: 'mine', vip: true });
    expect(values['grade']).toBe('gold');
    expect([...governed]).toContain('grade');
  });
  test('what was not read yet is not taken for blank: what depends on it waits for the server', () => {
    const { values, at } = settled({ product: cup, quantity: 2 }, null, {});
    expect(values).toMatchObject({ price: 1, net: null });
    expect([...at.unknown]).toEqual(expect.arrayContaining(['price', 'total']));
    expect(at.unknown.has('grade')).toBe(false);
  });
});

describe('a stored record in a form', () => {
  const old = {
    name: 'A',
    product: cup,
    price: 4,
    quantity: 2,
    goal: 32,
    net: 8,
    share: 25,
    paid: 5,
    due: 3,
    total: 8,
    seat: null,
  };
  test('stays as it is until something changes', () => {
    expect(settled({}, old).values).toMatchObject(old);
  });
  test('shows formulas of what is typed, one within another, and what is gathered as it is stored', () => {
    const { values } = settled({ quantity: 4 }, old);
    expect(values).toMatchObject({ net: 16, share: 0.5, paid: 5, due: 11, total: 16, was: '2' });
  });
  test('never shows what is worked out from a value that does not fit, or from one it was not told', () => {
    expect(settled({ quantity: 'many' }, old).values).toMatchObject({ net: 8, due: 3, total: 8 });
    const { paid: _paid, due: _due, ...less } = old;
    expect(settled({ quantity: 4 }, less).values).toMatchObject({ net: 16, due: null });
  });
  test('a fill without overwriting leaves what is stored', () => {
    expect(settled({ product: jug }, old).values['price']).toBe(4);
    expect(settled({ product: jug }, { ...old, price: null }).values['price']).toBe(9);
  });
});

function neverHere(): never {
  throw new Error('the entity is there');
}
