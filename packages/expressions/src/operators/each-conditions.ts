// Whether all, some or none of the rows of a child table or of the members of a list fulfil a condition, and how many do.
// Of nothing at all none does: `all` is false there, as in JSONLogic.
import { named, optional } from '../help.ts';
import { sql } from '../sql.ts';
import type { Operator } from '../typed.ts';

const source = named('rows', '明细');
const condition = named('condition', '条件');

/** A record with three lines, for the examples. */
export const order = { lines: [{ amount: 5 }, { amount: 20 }, { amount: null }] };

export const all: Operator = {
  help: {
    group: 'rows',
    names: { en: 'ALL', 'zh-CN': '全部' },
    parameters: [source, condition],
    summary: {
      en: 'Whether there are rows, or members of a list, and the condition is true of every one.',
      'zh-CN': '是否有明细行（或列表成员），并且每一项都满足条件。',
    },
    examples: [
      { json: { all: [{ var: 'lines' }, { '>': [{ var: 'amount' }, 1] }] }, record: order, result: false },
      { json: { all: [[1, 2, 3], { '>': [{ var: '' }, 0] }] }, result: true },
      { json: { all: [[], true] }, result: false },
    ],
  },
  signatures: [],
  each: {
    name: 'all',
    through: 'both',
    condition: 'needed',
    gives: 'boolean',
    evaluate: (items, { holds }) => items.length > 0 && items.every(holds),
    sql: ({ from, condition }) =>
      sql`(exists (select ${from()}) and not exists (select ${from(sql`(${condition}) is not true`)}))`,
  },
};

export const some: Operator = {
  help: {
    group: 'rows',
    names: { en: 'ANY', 'zh-CN': '任一' },
    parameters: [source, condition],
    summary: {
      en: 'Whether the condition is true of at least one row or member.',
      'zh-CN': '是否至少有一行明细（或一个列表成员）满足条件。',
    },
    examples: [
      { json: { some: [{ var: 'lines' }, { '>': [{ var: 'amount' }, 10] }] }, record: order, result: true },
      { json: { some: [['a', 'b'], { '==': [{ var: '' }, 'c'] }] }, result: false },
    ],
  },
  signatures: [],
  each: {
    name: 'some',
    through: 'both',
    condition: 'needed',
    gives: 'boolean',
    evaluate: (items, { holds }) => items.some(holds),
    sql: ({ from, condition }) => sql`exists (select ${from(condition)})`,
  },
};

export const none: Operator = {
  help: {
    group: 'rows',
    names: { en: 'NONE', 'zh-CN': '无一' },
    parameters: [source, condition],
    summary: {
      en: 'Whether the condition is true of no row or member.',
      'zh-CN': '是否没有任何一行明细（或列表成员）满足条件。',
    },
    examples: [{ json: { none: [{ var: 'lines' }, { '<': [{ var: 'amount' }, 0] }] }, record: order, result: true }],
  },
  signatures: [],
  each: {
    name: 'none',
    through: 'both',
    condition: 'needed',
    gives: 'boolean',
    evaluate: (items, { holds }) => !items.some(holds),
    sql: ({ from, condition }) => sql`not exists (select ${from(condition)})`,
  },
};

export const count: Operator = {
  help: {
    group: 'rows',
    names: { en: 'COUNT', 'zh-CN': '计数' },
    parameters: [source, optional(condition)],
    summary: {
      en: 'How many rows or members there are, or how many of them fulfil the condition.',
      'zh-CN': '明细行（或列表成员）的个数；写了条件时只计满足条件的。',
    },
    examples: [
      { json: { count: [{ var: 'lines' }] }, record: order, result: 3 },
      { json: { count: [{ var: 'lines' }, { '>': [{ var: 'amount' }, 10] }] }, record: order, result: 1 },
    ],
  },
  signatures: [],
  each: {
    name: 'count',
    through: 'both',
    condition: 'optional',
    gives: 'number',
    evaluate: (items, { holds }) => items.filter(holds).length,
    sql: ({ from, condition }) => sql`(select count(*)::numeric ${from(condition)})`,
  },
};
