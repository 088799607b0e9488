import { describe, expect, test } from 'vitest';
import type { CompiledForm } from '@trellis/client/wire';
import { contextOf } from '../conditions/compile.ts';
import { askerWith, smallModel } from '../small-model.ts';
import { readDefinition } from './form-definition.ts';
import { compileRules } from './form-rules.ts';
import { relatedPaths } from './related-paths.ts';

const lost = { '==': [{ var: 'state' }, 'lost'] };
const me = askerWith({ user: { name: 'Ann', time_zone: 'Asia/Shanghai' } });
const model = smallModel(
  {
    entities: {
      deal: {
        fields: {
          name: { type: 'text' },
          state: { type: 'select', options: [{ value: 'open', label: 'Open' }] },
          buyer: { type: 'lookup', entity: 'person' },
          reason: { type: 'text' },
        },
      },
      person: { fields: { name: { type: 'text' }, country: { type: 'text' } } },
    },
  },
  me,
);
const surroundings = { me, timeZone: 'Asia/Shanghai', now: new Date('2024-03-01T20:00:00Z') };
const seen = (record: object, old: object) => contextOf({ ...record }, surroundings, { ...old });
const names = ['name', 'state', 'buyer', 'reason'];

function form(conditions: CompiledForm['conditions'], sections: unknown = [{ fields: names }]) {
  const properties = Object.fromEntries(names.map((name) => [name, { title: name }]));
  const compiled: CompiledForm = {
    name: 'deal_main',
    entity: 'deal',
    schema: { type: 'object', properties },
    uiSchema: { 'ui:sections': sections },
    conditions,
    validator: '',
  };
  return readDefinition(compiled, model);
}

describe('the rules of a form', () => {
  test('show and require a field while its condition holds', () => {
    const rules = compileRules(form({ reason: { visible: lost, required: lost } }), model);
    expect(rules(seen({ state: 'open' }, {})).fields.get('reason')).toMatchObject({ visible: false, required: false });
    expect(rules(seen({ state: 'lost' }, {})).fields.get('reason')).toMatchObject({ visible: true, required: true });
  });
  test('never require what is not shown', () => {
    const rules = compileRules(form({ reason: { visible: lost, required: true } }), model);
    expect(rules(seen({ state: 'open' }, {})).fields.get('reason')).toMatchObject({ visible: false, required: false });
  });
  test('hide the fields of a hidden section', () => {
    const sections = [{ fields: ['name'] }, { name: 'end', visible: lost, fields: ['reason'] }];
    const rules = compileRules(form({}, sections), model);
    expect([...rules(seen({ state: 'open' }, {})).sections]).toEqual(['0']);
    expect(rules(seen({ state: 'open' }, {})).fields.get('reason')?.visible).toBe(false);
  });
  test('compare with the record as it was', () => {
    const fixed = { '!': [{ is_blank: [{ var: '$old.name' }] }] };
    const rules = compileRules(form({ name: { read_only: fixed } }), model);
    expect(rules(seen({ name: 'x' }, {})).fields.get('name')?.readOnly).toBe(false);
    expect(rules(seen({ name: 'x' }, { name: 'y' })).fields.get('name')?.readOnly).toBe(true);
  });
  test('hold back, by a condition, what is stored and not what is about to be made, as the server does', () => {
    const isFixed = (read_only: unknown, old?: object) =>
      compileRules(
        form({ name: { read_only } }),
        model,
      )(contextOf({ state: 'lost' }, surroundings, old && { ...old })).fields.get('name')?.readOnly;
    expect(isFixed(lost)).toBe(false);
    expect(isFixed(lost, {})).toBe(true);
    expect(isFixed(true)).toBe(true);
    expect(isFixed({ or: [lost, true] })).toBe(true);
  });
  test('name the fields of other records that they ask for', () => {
    const abroad = { '!=': [{ var: 'buyer.country' }, 'DE'] };
    expect(relatedPaths(form({ reason: { visible: abroad } }))).toEqual(new Map([['buyer', ['country']]]));
  });
});
