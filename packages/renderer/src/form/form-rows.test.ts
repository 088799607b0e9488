import { describe, expect, test } from 'vitest';
import type { CompiledForm } from '@trellis/client/wire';
import { formLogic } from '../settling/form-logic.ts';
import { isUntouched } from '../settling/row-origin.ts';
import { askerWith, smallModel } from '../small-model.ts';
import type { RecordData } from '../model.ts';
import { readDefinition } from './form-definition.ts';
import { createFormStore, type FormStart, type FormStore } from './form-store.ts';

const me = askerWith({ permissions: [{ action: 'read', subject: 'line' }] });
const sum = {
  type: 'formula',
  returns: 'currency',
  expression: { '*': [{ var: 'price' }, { var: 'quantity' }] },
} as const;
const total = {
  type: 'formula',
  returns: 'currency',
  expression: { sum: [{ var: 'lines' }, { var: 'sum' }] },
} as const;
const isHeavy = { '>': [{ var: 'quantity' }, { var: '$record.limit' }] };
const heavy = { type: 'formula', returns: 'integer', expression: { count: [{ var: 'lines' }, isHeavy] } } as const;
const rows = { type: 'formula', returns: 'integer', expression: { count: [{ var: 'lines' }] } } as const;
const gathered = { type: 'rollup', from: 'line', via: 'order', function: 'sum', field: 'sum' } as const;
const model = smallModel(
  {
    entities: {
      order: {
        fields: {
          name: { type: 'text' },
          limit: { type: 'integer', default: 5 },
          lines: { type: 'child_table', entity: 'line', parent_field: 'order' },
          total: { type: 'currency', read_only: true, computed: total },
          heavy: { type: 'integer', read_only: true, computed: heavy },
          dear: { type: 'boolean', default: { '>': [{ var: 'total' }, 100] } },
          rows: { type: 'integer', read_only: true, computed: rows },
          gathered: { type: 'currency', read_only: true, computed: gathered },
        },
      },
      line: {
        fields: {
          order: { type: 'lookup', entity: 'order' },
          product: { type: 'lookup', entity: 'product' },
          title: { type: 'text' },
          price: { type: 'currency' },
          quantity: { type: 'integer', default: 1 },
          place: { type: 'text', default: { cat: ['to ', { var: 'order.name' }] } },
          sum: { type: 'currency', read_only: true, computed: sum },
        },
        fills: {
          product: {
            when: { '!': [{ is_blank: [{ var: 'product' }] }] },
            set: { price: { var: 'product.price' }, title: { var: 'product.name' } },
          },
        },
      },
      product: { fields: { name: { type: 'text' }, price: { type: 'currency' } } },
    },
  },
  me,
);
const properties = { name: {}, lines: {}, total: {}, gathered: {} };
const compiled: CompiledForm = {
  name: 'order_main',
  entity: 'order',
  schema: { type: 'object', properties },
  uiSchema: {},
  conditions: {},
  validator: '',
};
const logic = formLogic(readDefinition(compiled, model), model, { me, timeZone: 'UTC', now: new Date('2026-03-01') });
const id = (last: number): string => `00000000-0000-4000-8000-00000000000${last}`;
const cup = { id: id(1), title: 'Cup' };
const jug = { id: id(2), title: 'Jug' };

function orderWith(more: Partial<FormStart> = {}) {
  const store = createFormStore({ old: null, logic, notOffered: '', ...more });
  return {
    store,
    row: (index: number): RecordData => rowsOf(store)[index] ?? {},
    /** As the widget of rows does it. */
    types: (index: number, values: RecordData): void =>
      store.set(
        'lines',
        rowsOf(store).map((row, at) => (at === index ? { ...row, ...values } : row)),
      ),
    adds: (): void => store.set('lines', [...rowsOf(store), {}]),
    reads: ({ id: read, title }: typeof cup, price: number): void =>
      store.relate('lines.product', read, { id: read, name: title, price }),
  };
}

function rowsOf(store: FormStore): readonly RecordData[] {
  return (store.values()['lines'] ?? []) as readonly RecordData[];
}

describe('a new row', () => {
  test('has its defaults at once, takes what its look-ups give, and its formulas see that; only what was typed is written', () => {
    const { store, row, types, adds, reads } = orderWith();
    adds();
    expect(row(0)).toMatchObject({ quantity: 1, sum: null });
    types(0, { product: cup });
    expect(row(0)).toMatchObject({ product: cup, quantity: 1 });
    reads(cup, 4.5);
    expect(row(0)).toMatchObject({ title: 'Cup', price: 4.5, sum: 4.5 });
    types(0, { quantity: 2 });
    expect(row(0)).toMatchObject({ sum: 9 });
    expect(store.written()).toEqual({ lines: [{ product: cup, quantity: 2 }] });
  });
  test('follows another choice, but for cells that were typed in, until they say what would stand there anyway', () => {
    const { store, row, types, adds, reads } = orderWith();
    adds();
    types(0, { product: cup });
    // Answers count for the record that they speak of, in whichever order they come.
    reads(jug, 9);
    expect(row(0)['price'] ?? null).toBeNull();
    reads(cup, 4.5);
    types(0, { price: 7 });
    types(0, { product: jug });
    expect(row(0)).toMatchObject({ price: 7, title: 'Jug' });
    expect(store.written()).toEqual({ lines: [{ product: jug, price: 7 }] });
    types(0, { price: 9 });
    types(0, { product: cup });
    expect(row(0)).toMatchObject({ price: 4.5 });
    types(0, { price: null });
    expect(row(0)).toMatchObject({ price: null });
    expect(store.written()).toEqual({ lines: [{ product: cup, price: null }] });
  });
  test('in which nobody typed is nobody’s, whatever stands there by itself', () => {
    const { row, types, adds } = orderWith();
    adds();
    expect(isUntouched(row(0))).toBe(true);
    types(0, { title: 'Mine' });
    expect(isUntouched(row(0))).toBe(false);
    expect(isUntouched({ id: id(3) })).toBe(false);
  });
  test('leaves to the server what it reads of the record that it is going to belong to', () => {
    const { row, adds } = orderWith({ given: { name: 'Harbour' } });
    adds();
    expect(row(0)['place'] ?? null).toBeNull();
  });
  test('comes back from a draft as it was typed', () => {
    const typed = JSON.parse(JSON.stringify({ lines: [{ product: cup, price: 7 }] })) as RecordData;
    const { row, reads, types, store } = orderWith({ typed });
    reads(cup, 4.5);
    expect(row(0)).toMatchObject({ title: 'Cup', price: 7, quantity: 1, sum: 7 });
    types(0, { quantity: 3 });
    expect(store.changes()).toEqual({ lines: [{ product: cup, price: 7, quantity: 3 }] });
  });
});

const stored = [
  { id: id(5), product: cup, title: 'Old cup', price: 4, quantity: 3, sum: 12 },
  { id: id(6), product: jug, title: 'Old jug', price: 8, quantity: 1, sum: 8 },
];

describe('a stored row', () => {
  test('is written by its id and what was typed; the others by their ids alone, and keep their objects', () => {
    const { store, row, types } = orderWith({ old: { name: 'a', lines: stored } });
    types(0, { quantity: 4 });
    const [first, second] = [row(0), row(1)];
    expect(first).toMatchObject({ price: 4, quantity: 4, sum: 16 });
    expect(second).toBe(stored[1]);
    expect(store.written()).toEqual({ lines: [{ id: id(5), quantity: 4 }, { id: id(6) }] });
    types(1, { quantity: 2 });
    expect(row(0)).toBe(first);
    types(1, { quantity: 1 });
    types(0, { quantity: 3 });
    expect(rowsOf(store)).toEqual(stored);
    expect(store.isChanged()).toBe(false);
  });
  test('whose title alone is another is changed', () => {
    const { store, types } = orderWith({ old: { lines: stored } });
    types(0, { title: 'New cup' });
    expect(store.written()).toEqual({ lines: [{ id: id(5), title: 'New cup' }, { id: id(6) }] });
  });
  test('that is taken away is no longer named; a newer record beneath keeps what was typed', () => {
    const { store, row, types } = orderWith({ old: { name: 'a', lines: stored } });
    store.set('lines', stored.slice(1));
    expect(store.written()).toEqual({ lines: [{ id: id(6) }] });
    types(0, { quantity: 5 });
    store.rebase({ name: 'b', lines: stored.map((one) => ({ ...one, price: 10 })) }, []);
    expect(row(0)).toMatchObject({ id: id(6), price: 10, quantity: 5, sum: 50 });
    store.discard();
    expect(rowsOf(store)).toHaveLength(2);
  });
});

describe('a formula over rows', () => {
  test('of a new record follows them, as do defaults that read it, and waits where a row cannot tell', () => {
    const { store, types, adds, reads } = orderWith();
    expect(store.values()).toMatchObject({ total: 0, heavy: 0, dear: false });
    adds();
    types(0, { product: cup });
    expect(store.field('total').isOpen).toBe(true);
    reads(cup, 4.5);
    expect(store.field('total')).toMatchObject({ value: 4.5, isOpen: false });
    types(0, { quantity: 6 });
    adds();
    adds();
    // The last one, in which nobody typed, is not sent.
    types(1, { price: 80, quantity: 1 });
    expect(store.values()).toMatchObject({ total: 107, heavy: 1, dear: true, rows: 2 });
    store.set('limit', 6);
    expect(store.values()['heavy']).toBe(0);
    expect(store.written()).toMatchObject({ limit: 6, lines: [{ product: cup, quantity: 6 }, { price: 80 }, {}] });
  });
  test('of a stored record counts the rows that stay as they were; a roll-up stays as it is stored, and says so', () => {
    const old = { name: 'a', limit: 5, lines: stored, total: 20, heavy: 0, gathered: 20 };
    const { store, types } = orderWith({ old });
    expect(store.field('gathered')).toMatchObject({ value: 20, isOpen: false });
    types(1, { quantity: 7 });
    expect(store.values()).toMatchObject({ total: 68, heavy: 1 });
    expect(store.field('gathered')).toMatchObject({ value: 20, isOpen: true });
    store.set('lines', stored.slice(1));
    expect(store.field('total')).toMatchObject({ value: 8, isOpen: false });
  });
  test('waits for the server where there may be rows that its reader does not see', () => {
    const conditions = { '==': [{ var: 'title' }, 'Mine'] };
    const limited = smallModel(
      model.metadata,
      askerWith({ permissions: [{ action: 'read', subject: 'line', conditions }] }),
    );
    const own = formLogic(readDefinition(compiled, limited), limited, { me, timeZone: 'UTC', now: new Date(0) });
    const { store, types } = orderWith({ old: { name: 'a', lines: stored, total: 20 }, logic: own });
    types(0, { quantity: 1 });
    expect(store.field('total')).toMatchObject({ value: 20, isOpen: true });
  });
});
