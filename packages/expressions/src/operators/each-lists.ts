// A list made of another: something reckoned of each member, or those members that fulfil a condition; and one value made of all
// of them, step by step. What cannot be made into a list of texts, numbers or ids stays out.
import { named } from '../help.ts';
import { kept, keptSql } from '../kept.ts';
import { sql } from '../sql.ts';
import type { Operator } from '../typed.ts';

const list = named('list', '列表');
const listed = ['text', 'number', 'id'] as const;

export const map: Operator = {
  help: {
    group: 'list',
    names: { en: 'MAP', 'zh-CN': '逐项计算' },
    parameters: [list, named('value', '值')],
    summary: {
      en: 'The list of what the value is for each member, in their order.',
      'zh-CN': '对每个成员计算一个值，按原顺序组成列表。',
    },
    examples: [{ json: { map: [[1, 2, 3], { '*': [{ var: '' }, 2] }] }, result: [2, 4, 6] }],
  },
  signatures: [],
  each: {
    name: 'map',
    through: 'members',
    value: 'T',
    over: listed,
    gives: 'T[]',
    evaluate: (items, { value }) => items.map((item) => kept(value(item))),
    sql: ({ from, value, item, position }) => sql`array(select ${keptSql(value, item)} ${from()} order by ${position})`,
  },
};

export const filter: Operator = {
  help: {
    group: 'list',
    names: { en: 'FILTER', 'zh-CN': '筛选' },
    parameters: [list, named('condition', '条件')],
    summary: {
      en: 'Those members of the list of which the condition is true.',
      'zh-CN': '列表中满足条件的成员。',
    },
    examples: [{ json: { filter: [[1, 2, 3], { '>': [{ var: '' }, 1] }] }, result: [2, 3] }],
  },
  signatures: [],
  each: {
    name: 'filter',
    through: 'members',
    condition: 'needed',
    gives: 'T[]',
    evaluate: (items, { holds, value }) => items.filter(holds).map(value),
    sql: ({ from, condition, value, position }) => sql`array(select ${value} ${from(condition)} order by ${position})`,
  },
};

export const reduce: Operator = {
  help: {
    group: 'list',
    names: { en: 'REDUCE', 'zh-CN': '归并' },
    parameters: [list, named('step', '步骤'), named('initial', '初始值')],
    summary: {
      en: 'What becomes of the initial value when each member in turn is taken into it: `current` is the member, `accumulator` what has been made so far.',
      'zh-CN': '从初始值开始，依次并入每个成员所得的结果：current 为当前成员，accumulator 为此前的结果。',
    },
    examples: [
      {
        json: { reduce: [[1, 2, 3], { '*': [{ var: 'accumulator' }, { var: 'current' }] }, 1] },
        result: 6,
      },
      {
        json: { reduce: [['a', 'b'], { cat: [{ var: 'accumulator' }, { var: 'current' }] }, ''] },
        result: 'ab',
      },
    ],
  },
  signatures: [],
  each: 'fold',
};
