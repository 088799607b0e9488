import { describe, expect, test } from 'vitest';
import type { FilterValue, Group, Item, Operator, Rule } from './filter.ts';
import { fromLogic } from './from-logic.ts';
import { allOf, toLogic } from './to-logic.ts';

const facts = { isInstant: (path: string) => path.endsWith('_at') };
const literal = (value: unknown): FilterValue => ({ kind: 'literal', value });
const rule = (field: string, operator: Operator, value: FilterValue = literal(null)): Rule => ({
  kind: 'rule',
  field,
  operator,
  value,
});
const all = (...items: Item[]): Group => ({ kind: 'group', join: 'and', items });
const any = (...items: Item[]): Group => ({ kind: 'group', join: 'or', items });

const pairs: readonly (readonly [string, Group, unknown])[] = [
  ['equality', all(rule('state', 'is', literal('open'))), { '==': [{ var: 'state' }, 'open'] }],
  [
    'a path through a look-up',
    all(rule('project.state', 'is_not', literal('open'))),
    { '!=': [{ var: 'project.state' }, 'open'] },
  ],
  ['one of', all(rule('state', 'in', literal(['a', 'b']))), { in: [{ var: 'state' }, ['a', 'b']] }],
  ['none of', all(rule('state', 'not_in', literal(['a']))), { '!': { in: [{ var: 'state' }, ['a']] } }],
  ['text', all(rule('name', 'not_contains', literal('x'))), { '!': { contains: [{ var: 'name' }, 'x'] } }],
  ['between', all(rule('pages', 'between', literal([1, 9]))), { '<=': [1, { var: 'pages' }, 9] }],
  ['blank', all(rule('name', 'is_blank')), { is_blank: [{ var: 'name' }] }],
  ['filled', all(rule('name', 'is_filled')), { '!': { is_blank: [{ var: 'name' }] } }],
  ['me', all(rule('owner', 'is', { kind: 'me' })), { '==': [{ var: 'owner' }, { var: '$user.id' }] }],
  ['before today', all(rule('due', 'less', { kind: 'today', days: 0 })), { '<': [{ var: 'due' }, { var: '$today' }] }],
  [
    'a week from now',
    all(rule('due', 'at_most', { kind: 'today', days: 7 })),
    { '<=': [{ var: 'due' }, { date_add: [{ var: '$today' }, 7, 'day'] }] },
  ],
  [
    'before this moment',
    all(rule('made_at', 'less', { kind: 'now', days: 0 })),
    { '<': [{ var: 'made_at' }, { var: '$now' }] },
  ],
  [
    'since the start of the month',
    all(rule('due', 'at_least', { kind: 'edge', edge: 'start', period: 'month' })),
    { '>=': [{ var: 'due' }, { start_of: [{ var: '$today' }, 'month'] }] },
  ],
  [
    'this month',
    all(rule('due', 'within', { kind: 'span', span: { span: 'period', period: 'month', offset: 0 } })),
    { '<=': [{ start_of: [{ var: '$today' }, 'month'] }, { var: 'due' }, { end_of: [{ var: '$today' }, 'month'] }] },
  ],
  [
    'last quarter, of an instant',
    all(rule('made_at', 'within', { kind: 'span', span: { span: 'period', period: 'quarter', offset: -1 } })),
    {
      '<=': [
        { start_of: [{ date_add: [{ var: '$now' }, -3, 'month'] }, 'quarter'] },
        { var: 'made_at' },
        { end_of: [{ date_add: [{ var: '$now' }, -3, 'month'] }, 'quarter'] },
      ],
    },
  ],
  [
    'in the last 30 days',
    all(rule('due', 'within', { kind: 'span', span: { span: 'last', count: 30, unit: 'day' } })),
    { '<=': [{ date_add: [{ var: '$today' }, -30, 'day'] }, { var: 'due' }, { var: '$today' }] },
  ],
  [
    'groups',
    all(
      rule('state', 'is', literal('open')),
      any(rule('pages', 'greater', literal(3)), rule('tags', 'has_any', literal(['x']))),
    ),
    {
      and: [
        { '==': [{ var: 'state' }, 'open'] },
        { or: [{ '>': [{ var: 'pages' }, 3] }, { has_any: [{ var: 'tags' }, ['x']] }] },
      ],
    },
  ],
  [
    'an “or” at the top',
    any(rule('a', 'is_blank'), rule('b', 'is_blank')),
    { or: [{ is_blank: [{ var: 'a' }] }, { is_blank: [{ var: 'b' }] }] },
  ],
];

describe('a filter', () => {
  test.each(pairs)('is written as JSONLogic: %s', (_name, filter, logic) => {
    expect(toLogic(filter, facts)).toEqual(logic);
  });

  test.each(pairs)('is read back from JSONLogic: %s', (_name, filter, logic) => {
    expect(fromLogic(logic)).toEqual(filter);
  });

  test('leaves out conditions that have no value yet', () => {
    expect(toLogic(all(rule('state', 'is')), facts)).toBeUndefined();
    expect(
      toLogic(all(rule('pages', 'between', literal([1, null])), rule('state', 'is', literal('open'))), facts),
    ).toEqual({
      '==': [{ var: 'state' }, 'open'],
    });
  });

  test.each([
    { '==': [{ var: 'a' }, { var: 'b' }] },
    { '>': [{ '+': [{ var: 'a' }, 1] }, 3] },
    { if: [true, 1, 2] },
    { '!': { '==': [{ var: 'a' }, 1] } },
    false,
  ])('keeps an expression that it has no shape for as it is: %j', (logic) => {
    expect(fromLogic(logic).items).toEqual([{ kind: 'other', logic }]);
    expect(toLogic(fromLogic(logic), facts)).toEqual(logic);
  });
});

test('the filters of view and user hold together', () => {
  expect(allOf(undefined, { a: 1 })).toEqual({ a: 1 });
  expect(allOf(true, { a: 1 }, { b: 2 })).toEqual({ and: [{ a: 1 }, { b: 2 }] });
  expect(allOf(undefined, undefined)).toBeUndefined();
});
