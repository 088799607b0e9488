import { describe, expect, test } from 'vitest';
import type { CompiledForm } from '@trellis/client/wire';
import { askerWith, smallModel } from '../small-model.ts';
import { compileDefaults } from './initial-values.ts';
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
          state: { type: 'select', options: [{ value: 'open', label: 'Open' }], default: 'open' },
          chance: { type: 'percent', default: { if: [{ '==': [{ var: 'state' }, 'won'] }, 100, 10] } },
          since: { type: 'date', default: { var: '$today' } },
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
const names = ['name', 'state', 'chance', 'since', 'buyer', 'reason'];

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
    const rules = compileRules(form({ reason: { visible: lost, required: lost } }), model, surroundings);
    expect(rules({ state: 'open' }, {}).fields.get('reason')).toMatchObject({ visible: false, required: false });
    expect(rules({ state: 'lost' }, {}).fields.get('reason')).toMatchObject({ visible: true, required: true });
  });
  test('never require what is not shown', () => {
    const rules = compileRules(form({ reason: { visible: lost, required: true } }), model, surroundings);
    expect(rules({ state: 'open' }, {}).fields.get('reason')).toMatchObject({ visible: false, required: false });
  });
  test('hide the fields of a hidden section', () => {
    const sections = [{ fields: ['name'] }, { name: 'end', visible: lost, fields: ['reason'] }];
    const rules = compileRules(form({}, sections), model, surroundings);
    expect([...rules({ state: 'open' }, {}).sections]).toEqual(['0']);
    expect(rules({ state: 'open' }, {}).fields.get('reason')?.visible).toBe(false);
  });
  test('compare with the record as it was', () => {
    const fixed = { '!': [{ is_blank: [{ var: '$old.name' }] }] };
    const rules = compileRules(form({ name: { read_only: fixed } }), model, surroundings);
    expect(rules({ name: 'x' }, {}).fields.get('name')?.readOnly).toBe(false);
    expect(rules({ name: 'x' }, { name: 'y' }).fields.get('name')?.readOnly).toBe(true);
  });
  test('name the fields of other records that they ask for', () => {
    const abroad = { '!=': [{ var: 'buyer.country' }, 'DE'] };
    expect(relatedPaths(form({ reason: { visible: abroad } }))).toEqual(new Map([['buyer', ['country']]]));
  });
});

describe('the defaults of a form', () => {
  const defaults = compileDefaults(form({}), model, surroundings);
  test('are constants, or computed from the values that are there', () => {
    expect(defaults.constants).toEqual({ state: 'open' });
    expect(defaults.computed({ state: 'open' })).toMatchObject({ chance: 10 });
    expect(defaults.computed({ state: 'won' })).toMatchObject({ chance: 100 });
  });
  test('know today in the user’s time zone', () => {
    expect(defaults.computed({})).toMatchObject({ since: '2024-03-02' });
  });
});
