import { describe, expect, test } from 'vitest';
import { placeErrors } from './field-errors.ts';
import { createFormStore } from './form-store.ts';
import type { FormRules } from './form-rules.ts';

const always = { visible: true, required: false, readOnly: false };
/** The reason is asked for once the state is `lost`. */
const rules: FormRules = (values) => ({
  sections: new Set(['main']),
  fields: new Map([
    ['name', always],
    ['state', always],
    ['reason', { ...always, visible: values['state'] === 'lost', required: values['state'] === 'lost' }],
  ]),
});

describe('the state of a form', () => {
  test('a field keeps its object until something about it changes', () => {
    const store = createFormStore({ base: { name: 'a', state: 'open' }, rules });
    const [name, reason] = [store.field('name'), store.field('reason')];
    store.set('state', 'won');
    expect(store.field('name')).toBe(name);
    expect(store.field('reason')).toBe(reason);
    store.set('state', 'lost');
    expect(store.field('name')).toBe(name);
    expect(store.field('reason')).toMatchObject({ visible: true, required: true });
  });
  test('only what differs from the record counts as a change', () => {
    const store = createFormStore({ base: { name: 'a', owner: { id: '1', title: 'Ann' } }, rules });
    store.set('owner', { id: '1', title: 'Ann B.' });
    expect(store.isChanged()).toBe(false);
    store.set('name', 'b');
    expect(store.changes()).toEqual({ name: 'b' });
    store.set('name', 'a');
    expect(store.isChanged()).toBe(false);
  });
  test('a message goes away when its field is changed', () => {
    const store = createFormStore({ base: {}, rules });
    store.fail(placeErrors([{ path: '/name', message: 'Too long' }], () => true));
    expect(store.field('name').errors.messages).toEqual(['Too long']);
    store.set('name', 'b');
    expect(store.field('name').errors.messages).toEqual([]);
  });
  test('a computed default follows the values it depends on until somebody types over it', () => {
    const computed = (values: Readonly<Record<string, unknown>>) => ({ chance: values['state'] === 'won' ? 100 : 10 });
    const store = createFormStore({ base: { state: 'open' }, rules, computed });
    expect(store.values()).toEqual({ state: 'open', chance: 10 });
    store.set('state', 'won');
    expect(store.values()['chance']).toBe(100);
    store.set('chance', 70);
    store.set('state', 'open');
    expect(store.values()['chance']).toBe(70);
  });
  test('a condition on another record holds for the record that the look-up leads to now', () => {
    const byBuyer: FormRules = (values) => {
      const { buyer } = values as { readonly buyer?: { readonly country?: string } };
      return { sections: new Set(), fields: new Map([['vat', { ...always, visible: buyer?.country === 'DE' }]]) };
    };
    const store = createFormStore({ base: { buyer: { id: '1', title: 'Ann' } }, rules: byBuyer });
    expect(store.field('vat').visible).toBe(false);
    store.relate('buyer', { id: '1', country: 'DE' });
    expect(store.field('vat').visible).toBe(true);
    expect(store.isChanged()).toBe(false);
    store.set('buyer', { id: '2', title: 'Bo' });
    expect(store.field('vat').visible).toBe(false);
  });
  test('on a newer record my changes stay, except where theirs are taken', () => {
    const store = createFormStore({ base: { name: 'a', state: 'open' }, rules });
    store.set('name', 'mine');
    store.set('state', 'won');
    store.rebase({ name: 'theirs', state: 'lost' }, ['state']);
    expect(store.values()).toEqual({ name: 'mine', state: 'lost' });
    expect(store.changes()).toEqual({ name: 'mine' });
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
