// and, or, not, if. Their conditions are true or false, never null: what may be null comes here through a conversion.
// In SQL a condition may be null for false; `not` is where that would show, so it asks `is not true`.
import { named, optional, repeated } from '../help.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import { atLeast, exactly, type Operator, type TypedExpression } from '../typed.ts';
import type { ValueType } from '../types.ts';

export const anything: readonly ValueType[] = [
  'text',
  'number',
  'boolean',
  'date',
  'datetime',
  'time',
  'id',
  'json',
  'text[]',
  'number[]',
  'id[]',
];

/** True where there is nothing to fulfil. */
export const and: Operator = {
  help: {
    group: 'logic',
    names: { en: 'AND', 'zh-CN': '且' },
    parameters: [optional(repeated(named('condition', '条件')))],
    summary: { en: 'Whether all conditions are true.', 'zh-CN': '是否所有条件都成立。' },
    examples: [
      { json: { and: [true, { '>': [2, 1] }] }, result: true },
      { json: { and: [true, ''] }, result: false },
    ],
  },
  signatures: [
    {
      name: 'and',
      takes: atLeast(0, 'truth'),
      gives: 'boolean',
      evaluate: 'and',
      sql: (args) => (args.length === 0 ? raw('true') : sql`(${join(args, ' and ')})`),
    },
  ],
};

/** False where there is nothing to choose from. */
export const or: Operator = {
  help: {
    group: 'logic',
    names: { en: 'OR', 'zh-CN': '或' },
    parameters: [optional(repeated(named('condition', '条件')))],
    summary: { en: 'Whether at least one condition is true.', 'zh-CN': '是否至少有一个条件成立。' },
    examples: [{ json: { or: [false, { '>': [2, 1] }] }, result: true }],
  },
  signatures: [
    {
      name: 'or',
      takes: atLeast(0, 'truth'),
      gives: 'boolean',
      evaluate: 'or',
      sql: (args) => (args.length === 0 ? raw('false') : sql`(${join(args, ' or ')})`),
    },
  ],
};

export const not: Operator = {
  help: {
    group: 'logic',
    names: { en: 'NOT', 'zh-CN': '非' },
    parameters: [named('condition', '条件')],
    summary: { en: 'Whether the condition is not true.', 'zh-CN': '条件是否不成立。' },
    examples: [{ json: { '!': [{ '>': [1, 2] }] }, result: true }],
  },
  signatures: [
    {
      name: 'not',
      takes: exactly('truth'),
      gives: 'boolean',
      evaluate: (condition: boolean) => !condition,
      sql: ([condition], [node]) => (isExact(node) ? sql`not (${condition})` : sql`(${condition}) is not true`),
      exact: true,
    },
  ],
};

export const truth: Operator = {
  help: {
    group: 'logic',
    names: { en: 'IS_TRUE', 'zh-CN': '为真' },
    parameters: [named('value', '值')],
    summary: {
      en: 'Whether a value counts as true: blanks, FALSE, 0 and empty lists do not.',
      'zh-CN': '值是否视为真：空值、假、0 和空列表均视为假。',
    },
    examples: [{ json: { '!!': ['0'] }, result: true }],
  },
  signatures: [
    {
      name: 'truth',
      takes: exactly('truth'),
      gives: 'boolean',
      evaluate: (condition: boolean) => condition,
      sql: ([condition = raw('false')]) => condition,
    },
  ],
};

/** Condition, value, condition, value, … and the value otherwise, null where it is left out. */
export const choose: Operator = {
  help: {
    group: 'logic',
    names: { en: 'IF', 'zh-CN': '如果' },
    parameters: [named('condition', '条件'), named('value', '值'), optional(repeated(named('otherwise', '否则')))],
    summary: {
      en: 'The value behind the first condition that is true, else the last value; more conditions and values may follow.',
      'zh-CN': '首个成立的条件之后的值，都不成立时为最后一个值；可以继续写条件和值。',
    },
    examples: [
      { json: { if: [{ '>': [5, 10] }, 'A', 'B'] }, result: 'B' },
      { json: { if: [false, 'A', true, 'B', 'C'] }, result: 'B' },
    ],
  },
  signatures: [
    {
      name: 'if',
      takes: {
        least: 2,
        most: Infinity,
        at: (index, count) => (index % 2 === 0 && index < count - 1 ? 'truth' : 'T'),
      },
      gives: 'T',
      over: anything,
      seesNull: true,
      evaluate: 'if',
      sql: (args) => sql`case ${join(cases(args), ' ')} end`,
    },
  ],
};

export const coalesce: Operator = {
  help: {
    group: 'logic',
    names: { en: 'COALESCE', 'zh-CN': '首个非空' },
    parameters: [repeated(named('value', '值'))],
    summary: { en: 'The first of the values that is there.', 'zh-CN': '第一个不为空值的值。' },
    examples: [{ json: { coalesce: [null, 'a', 'b'] }, result: 'a' }],
  },
  signatures: [
    {
      name: 'coalesce',
      takes: atLeast(1, 'T'),
      gives: 'T',
      over: anything,
      seesNull: true,
      evaluate: (...values) => values.find((value) => value !== null) ?? null,
      sql: (args) => sql`coalesce(${join(args, ', ')})`,
    },
  ],
};

function cases(args: readonly Sql[]): readonly Sql[] {
  const [condition, value, ...rest] = args;
  if (condition === undefined) return [];
  if (value === undefined) return [sql`else ${condition}`];
  return [sql`when ${condition} then ${value}`, ...cases(rest)];
}

function isExact(node: TypedExpression | undefined): boolean {
  return node?.kind === 'call' && node.signature.exact === true;
}
