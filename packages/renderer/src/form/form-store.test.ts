import { describe, expect, test } from 'vitest';
import type { CompiledForm } from '@trellis/client/wire';
import { formLogic } from '../settling/form-logic.ts';
import { askerWith, smallModel } from '../small-model.ts';
import { placeErrors } from './field-errors.ts';
import { readDefinition } from './form-definition.ts';
import { createFormStore, type FormStart } from './form-store.ts';

const me = askerWith({ user: { name: 'Ann', time_zone: 'Asia/Shanghai' } });
const isLost = { '==': [{ var: 'state' }, 'lost'] };
const states = ['open', 'won', 'lost'].map((value) => ({ value, label: value }));
const reasons = ['price', 'time', 'other'].map((value) => ({ value, label: value }));
const model = smallModel(
  {
    entities: {
      deal: {
        fields: {
          name: { type: 'text' },
          state: { type: 'select', options: states },
          chance: { type: 'percent', default: { if: [{ '==': [{ var: 'state' }, 'won'] }, 100, 10] } },
          reason: {
            type: 'select',
            options: reasons,
            visible: isLost,
            required: isLost,
            when_hidden: 'clear',
            offers: [{ when: { '==': [{ var: 'name' }, 'cheap'] }, values: ['time', 'other'] }],
          },
          remark: { type: 'text', visible: isLost },
          buyer: { type: 'lookup', entity: 'person' },
          vat: { type: 'text', visible: { '==': [{ var: 'buyer.country' }, 'DE'] } },
          starts: { type: 'date' },
          ends: { type: 'date' },
          owner: { type: 'user', system: true },
          lines: { type: 'child_table', entity: 'line', parent_field: 'deal' },
        },
        rules: {
          order: {
            when: { '!': [{ is_blank: [{ var: 'ends' }] }] },
            check: { '>=': [{ var: 'ends' }, { var: 'starts' }] },
            message: 'Ends before it starts',
            at: 'ends',
          },
        },
      },
      line: {
        fields: {
          deal: { type: 'lookup', entity: 'deal' },
          price: { type: 'currency' },
          quantity: { type: 'integer', default: 1 },
          sum: {
            type: 'currency',
            read_only: true,
            computed: {
              type: 'formula',
              returns: 'currency',
              expression: { '*': [{ var: 'price' }, { var: 'quantity' }] },
            },
          },
        },
      },
      person: { fields: { name: { type: 'text' }, country: { type: 'text' } } },
    },
  },
  me,
);
const fields = model.entity('deal')?.fields ?? {};
const conditions = Object.fromEntries(
  Object.entries(fields).map(([name, { visible, required }]) => [
    name,
    { ...(visible !== undefined && { visible }), ...(required !== undefined && { required }) },
  ]),
);
const compiled: CompiledForm = {
  name: 'deal_main',
  entity: 'deal',
  schema: {
    type: 'object',
    properties: Object.fromEntries(Object.keys(fields).map((name) => [name, { title: name }])),
  },
  uiSchema: {},
  conditions,
  validator: '',
};
const logic = formLogic(readDefinition(compiled, model), model, {
  me,
  timeZone: 'Asia/Shanghai',
  now: new Date('2024-03-01T20:00:00Z'),
});
const notOffered = 'Not offered';

const id = (last: number): string => `00000000-0000-4000-8000-00000000000${last}`;
const newDeal = (more: Partial<FormStart> = {}) => createFormStore({ old: null, logic, notOffered, ...more });
const storedDeal = (old: object) => createFormStore({ old: { ...old }, logic, notOffered });

describe('the state of a form', () => {
  test('a field keeps its object until something about it changes', () => {
    const store = storedDeal({ name: 'a', state: 'open' });
    const [name, reason] = [store.field('name'), store.field('reason')];
    store.set('state', 'won');
    expect(store.field('name')).toBe(name);
    expect(store.field('reason')).toBe(reason);
    store.set('state', 'lost');
    expect(store.field('name')).toBe(name);
    expect(store.field('reason')).toMatchObject({ visible: true, required: true });
  });
  test('only what differs from the record counts as a change', () => {
    const store = storedDeal({ name: 'a', owner: { id: id(1), title: 'Ann' } });
    store.set('owner', { id: id(1), title: 'Ann B.' });
    expect(store.isChanged()).toBe(false);
    store.set('name', 'b');
    expect(store.changes()).toEqual({ name: 'b' });
    store.set('name', 'a');
    expect(store.isChanged()).toBe(false);
  });
  test('a message goes away when its field is changed', () => {
    const store = newDeal();
    store.fail(placeErrors([{ path: '/name', message: 'Too long' }], () => true));
    expect(store.field('name').errors.messages).toEqual(['Too long']);
    store.set('name', 'b');
    expect(store.field('name').errors.messages).toEqual([]);
  });
  test('a condition on another record holds for the record that the look-up leads to now', () => {
    const store = storedDeal({ buyer: { id: id(1), title: 'Ann' } });
    expect(store.field('vat').visible).toBe(false);
    store.relate('buyer', id(1), { country: 'DE' });
    expect(store.field('vat').visible).toBe(true);
    expect(store.isChanged()).toBe(false);
    store.set('buyer', { id: id(2), title: 'Bo' });
    expect(store.field('vat').visible).toBe(false);
    // An answer that comes late is of no matter.
    store.relate('buyer', id(1), { country: 'DE' });
    expect(store.field('vat').visible).toBe(false);
  });
  test('on a newer record my changes stay, except where theirs are taken', () => {
    const store = storedDeal({ name: 'a', state: 'open' });
    store.set('name', 'mine');
    store.set('state', 'won');
    store.rebase({ name: 'theirs', state: 'lost' }, ['state']);
    expect(store.values()).toMatchObject({ name: 'mine', state: 'lost' });
    expect(store.changes()).toEqual({ name: 'mine' });
  });
});

describe('what a form fills in', () => {
  test('follows the values that it depends on until somebody types over it', () => {
    const store = newDeal({ given: { state: 'open' } });
    expect(store.values()).toMatchObject({ state: 'open', chance: 10, owner: { id: me.user.id, title: 'Ann' } });
    store.set('state', 'won');
    expect(store.values()['chance']).toBe(100);
    store.set('chance', 70);
    store.set('state', 'open');
    expect(store.values()['chance']).toBe(70);
    store.set('chance', 10);
    store.set('state', 'won');
    expect(store.values()['chance']).toBe(100);
  });
  test('is not written: the server fills it in again, but for what was typed, a blank too', () => {
    const store = newDeal({ given: { state: 'open', buyer: null } });
    expect(store.isChanged()).toBe(false);
    expect(store.written()).toEqual({ state: 'open' });
    store.set('chance', null);
    expect(store.written()).toEqual({ state: 'open', chance: null });
  });
});

describe('a row of a child table', () => {
  const stored = [
    { id: id(1), price: 2, quantity: 3, sum: 6 },
    { id: id(2), price: 5, quantity: 1, sum: 5 },
  ];
  test('shows what its formulas come to, with the defaults that it will have', () => {
    const store = storedDeal({ lines: stored });
    expect(store.field('lines').value).toBe(stored);
    store.set('lines', [{ ...stored[0], quantity: 4 }, stored[1], { price: 7 }, { price: null, sum: 7 }]);
    expect(store.field('lines').value).toMatchObject([{ sum: 8 }, { sum: 5 }, { sum: 7 }, { price: null }]);
    expect(store.field('lines').value).toHaveProperty('3', expect.objectContaining({ quantity: 1, sum: null }));
    // As before, but for what was worked out in between.
    store.set('lines', [{ ...stored[0], sum: 8 }, stored[1]]);
    expect(store.field('lines').value).toEqual(stored);
    expect(store.isChanged()).toBe(false);
  });
});

describe('a hidden value', () => {
  test('waits in the form, is not written, and is there again where the field keeps it', () => {
    const store = storedDeal({ state: 'lost', remark: 'stored' });
    store.set('remark', 'typed');
    store.set('state', 'open');
    expect(store.written()).toEqual({ state: 'open' });
    expect(store.values()['remark']).toBe('stored');
    store.set('state', 'lost');
    expect(store.field('remark')).toMatchObject({ visible: true, value: 'typed' });
    expect(store.written()).toEqual({ remark: 'typed' });
  });
  test('is gone where the field clears it, whether it was typed or stored', () => {
    const fresh = newDeal({ given: { state: 'lost' } });
    fresh.set('reason', 'price');
    fresh.set('state', 'open');
    fresh.set('state', 'lost');
    expect(fresh.field('reason').value).toBeNull();

    const stored = storedDeal({ state: 'lost', reason: 'price' });
    stored.set('state', 'open');
    expect(stored.values()['reason']).toBeNull();
    expect(stored.written()).toEqual({ state: 'open' });
    stored.set('state', 'lost');
    expect(stored.field('reason').value).toBeNull();
    expect(stored.written()).toEqual({ reason: null });
  });
});

describe('a choice', () => {
  test('is narrowed by other values; one that is no longer on offer is marked, and stays', () => {
    const store = newDeal({ given: { state: 'lost' } });
    expect(store.field('reason').offered).toBeNull();
    store.set('reason', 'price');
    store.set('name', 'cheap');
    expect(store.field('reason')).toMatchObject({ value: 'price', isNotOffered: true });
    expect([...(store.field('reason').offered ?? [])]).toEqual(['time', 'other']);
    expect(store.field('reason').errors.messages).toEqual([notOffered]);
    store.set('name', 'dear');
    expect(store.field('reason').errors.messages).toEqual([]);
  });
  test('that was stored before is left in peace as long as nothing about it changes', () => {
    const store = storedDeal({ state: 'lost', name: 'cheap', reason: 'price' });
    expect(store.field('reason').errors.messages).toEqual([]);
    store.set('starts', '2024-01-01');
    expect(store.field('reason').errors.messages).toEqual([]);
    store.set('name', 'dear');
    store.set('reason', 'time');
    store.set('name', 'cheap');
    store.set('reason', 'price');
    expect(store.field('reason').isNotOffered).toBe(false);
  });
});

describe('a rule', () => {
  test('speaks at its field once that was left, and is silent when another field mends it', () => {
    const store = newDeal();
    store.set('starts', '2024-05-02');
    store.leave('starts');
    store.set('ends', '2024-05-01');
    expect(store.field('ends').errors.messages).toEqual([]);
    store.leave('ends');
    expect(store.field('ends').errors.messages).toEqual(['Ends before it starts']);
    store.set('name', 'a');
    expect(store.field('ends').errors.messages).toEqual(['Ends before it starts']);
    store.set('starts', '2024-04-30');
    expect(store.field('ends').errors.messages).toEqual([]);
    expect(store.broken(new Set())).toEqual([]);
  });
  test('that reads a wrong field is not asked', () => {
    const store = newDeal({ given: { starts: '2024-05-02', ends: '2024-05-01' } });
    expect(store.broken(new Set())).toEqual([{ path: '/ends', message: 'Ends before it starts' }]);
    expect(store.broken(new Set(['starts']))).toEqual([]);
  });
  test('that is broken by a stored record speaks only when what it reads changes', () => {
    const store = storedDeal({ starts: '2024-05-02', ends: '2024-05-01' });
    store.set('name', 'x');
    expect(store.broken(new Set())).toEqual([]);
    store.set('ends', '2024-04-01');
    expect(store.broken(new Set())).toHaveLength(1);
  });
});

describe('messages of the server', () => {
  test('stand at their field, at the cell of a row, or at the form where the field is not shown', () => {
    const errors = placeErrors(
      [
        { path: '/amount', message: 'Too small' },
        { path: '/lines/2/price', message: 'Missing' },
        { path: '/secret', message: 'Hidden' },
        { path: '', message: 'Closed' },
      ],
      (field) => field !== 'secret',
    );
    expect(errors.fields.get('amount')?.messages).toEqual(['Too small']);
    expect(errors.fields.get('lines')?.rows).toEqual({ 2: { price: 'Missing' } });
    expect(errors.form).toEqual(['Hidden', 'Closed']);
  });
});
