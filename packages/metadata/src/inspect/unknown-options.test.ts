import { expect, test } from 'vitest';
import { entity, optionSet, role, view } from '../builders.ts';
import type { RawItem } from '../kinds.ts';
import { engineLayer } from '../layers/engine-items.ts';
import { translate } from '../problems/messages.ts';
import { finish } from '../steps.ts';
import { validate, validation } from '../validate.ts';

type Fields = Parameters<typeof entity>[1];

const stages: RawItem = {
  kind: 'option_set',
  name: 'stage',
  body: {
    name: 'stage',
    values: [
      { value: 'open', label: { en: 'Open', 'zh-CN': '进行中' } },
      { value: 'won', label: { en: 'Closed well', 'zh-CN': '赢单' } },
      { value: 'old', label: 'Old', active: false },
    ],
  },
};
const order: Fields = {
  stage: { type: 'select', options: 'stage' },
  channels: { type: 'multi_select', options: [{ value: 'web', label: 'Web' }] },
  shop: { type: 'lookup', entity: 'shop' },
};
const shop: Fields = { name: 'text', best: { type: 'lookup', entity: 'order' } };

const orders = (required: object) => entity('order', { ...order, note: { type: 'text', required } });
const shops = entity('shop', shop);
const isStage = (value: string) => ({ '==': [{ var: 'stage' }, value] });

/** `path: message hint` of every problem. */
function problemsOf(...items: readonly RawItem[]): string[] {
  const validation = validate([stages, ...items]);
  return validation.ok ? [] : validation.problems.map(({ path, message, hint }) => `${path}: ${message} ${hint}`);
}

test('a condition that names no option of a field is refused, with the value of the label that was written', () => {
  expect(problemsOf(orders(isStage('赢单')), shops)).toEqual([
    'entities/order.json#/fields/note/required/==/1: There is no option "赢单". Did you mean "won"?',
  ]);
});

test('so are roll-up filters, formulas, filters of look-ups, of views and of roles', () => {
  const summed: Fields = {
    ...shop,
    won: { type: 'rollup', from: 'order', via: 'shop', function: 'count', filter: isStage('Won') },
    good: { type: 'formula', returns: 'boolean', expression: { in: ['Web', { var: 'best.channels' }] } },
    first: { type: 'lookup', entity: 'order', filter: { '==': ['Won', { var: 'stage' }] } },
  };
  const items = [
    entity('order', order),
    entity('shop', summed),
    view('won', 'order', ['stage'], { filter: isStage('Won') }),
    role('clerk', { order: { read: { or: [isStage('Won'), { scope: 'own' }] } } }),
  ];
  expect(problemsOf(...items).map((problem) => problem.split(': ')[0])).toEqual([
    'entities/shop.json#/fields/won/filter/==/1',
    'entities/shop.json#/fields/good/expression/in/0',
    'entities/shop.json#/fields/first/filter/==/0',
    'views/won.json#/filter/==/1',
    'roles/clerk.json#/entities/order/read/or/0/==/1',
  ]);
});

test('an option that is no longer offered is one: there are records that have it', () => {
  expect(problemsOf(orders(isStage('old')), shops)).toEqual([]);
});

test('an option set that is not there is the only problem', () => {
  const required: Fields = {
    stage: { type: 'select', options: 'stagee' },
    note: { type: 'text', required: isStage('won') },
  };
  expect(problemsOf(entity('order', required))).toHaveLength(1);
});

test('the problem is told in Chinese too', () => {
  const refused = validate([optionSet('stage', ['open']), orders(isStage('lost')), shops]);
  expect(refused.ok ? [] : refused.problems.map((problem) => translate(problem, 'zh-CN'))).toMatchObject([
    { code: 'unknown_option', message: '没有选项“lost”。', hint: '选项的值有："open"。' },
  ]);
});

test('what is in use with such a condition is still loaded', () => {
  const items = [stages, orders(isStage('Won')), shops];
  const layers = [engineLayer, { name: 'items', items }];
  expect(finish(validation(layers)).ok).toBe(false);
  expect(finish(validation(layers, { isPublished: true })).ok).toBe(true);
});
