// Equality and order. A comparison with null is false; `!=` alone sees null: a blank differs from every value, and not from
// another blank. The word null itself asks for blanks.
import { named, optional, type Bilingual, type Help } from '../help.ts';
import type { Operand } from '../operand.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { exactly, type Operands, type Operator, type Signature, type TypedExpression } from '../typed.ts';
import type { ValueType } from '../types.ts';
import { compareNumbers, isNumeric } from '../values/numbers.ts';
import { compareText } from '../values/text.ts';

export const equatable: readonly ValueType[] = ['text', 'number', 'boolean', 'date', 'datetime', 'time', 'id'];
const ordered: readonly ValueType[] = ['text', 'number', 'date', 'datetime', 'time'];

export const equal: Operator = {
  help: {
    group: 'logic',
    names: { en: 'EQUAL', 'zh-CN': '等于' },
    sign: '=',
    parameters: [named('value', '值'), named('other', '另一个值')],
    summary: {
      en: 'Whether two values are the same; a blank equals nothing, unless compared with the word NULL.',
      'zh-CN': '两个值是否相等；空值不等于任何值，除非直接与 NULL 比较。',
    },
    examples: [
      { json: { '==': ['a', 'A'] }, result: false },
      { json: { '==': [1.5, '1.50'] }, result: true },
    ],
  },
  signatures: [
    nullTest('is_null', exactly('any', 'null'), 0),
    nullTest('null_is', exactly('null', 'any'), 1),
    {
      name: 'equal',
      takes: exactly('T', 'T'),
      gives: 'boolean',
      over: equatable,
      compares: true,
      evaluate: isEqual,
      sql: ([left, right]) => sql`${left} = ${right}`,
    },
  ],
};

export const unequal: Operator = {
  help: {
    group: 'logic',
    names: { en: 'NOT_EQUAL', 'zh-CN': '不等于' },
    sign: '<>',
    parameters: [named('value', '值'), named('other', '另一个值')],
    summary: {
      en: 'Whether two values differ; a blank differs from every value.',
      'zh-CN': '两个值是否不同；空值与任何值都不同。',
    },
    examples: [{ json: { '!=': ['a', 'b'] }, result: true }],
  },
  signatures: [
    valueTest('is_not_null', exactly('any', 'null'), 0),
    valueTest('null_is_not', exactly('null', 'any'), 1),
    {
      name: 'unequal',
      takes: exactly('T', 'T'),
      gives: 'boolean',
      over: equatable,
      seesNull: true,
      compares: true,
      evaluate: (left, right) => !isEqual(left, right),
      sql: ([left, right]) => sql`${left} is distinct from ${right}`,
      exact: true,
    },
  ],
};

export const less = ordering({
  name: 'less',
  sign: '<',
  holds: (order) => order < 0,
  names: { en: 'LESS', 'zh-CN': '小于' },
  summary: {
    en: 'Whether the values rise; with three, the middle one lies between the others.',
    'zh-CN': '各值是否依次增大；写三个时，表示中间的值介于两者之间。',
  },
  examples: [
    { json: { '<': [1, 2] }, result: true },
    { json: { '<': [1, 2, 2] }, result: false },
  ],
});

export const lessOrEqual = ordering({
  name: 'less_or_equal',
  sign: '<=',
  holds: (order) => order <= 0,
  names: { en: 'LESS_OR_EQUAL', 'zh-CN': '小于等于' },
  summary: {
    en: 'Whether no value is less than the one before; with three, from the first up to the last.',
    'zh-CN': '各值是否都不小于前一个；写三个时，表示中间的值在两者之间（含两端）。',
  },
  examples: [
    { json: { '<=': [1, 2, 2] }, result: true },
    { json: { '<=': ['2026-03-01', '2026-02-28'] }, result: false },
  ],
});

export const greater = ordering({
  name: 'greater',
  sign: '>',
  holds: (order) => order > 0,
  names: { en: 'GREATER', 'zh-CN': '大于' },
  summary: { en: 'Whether the values fall.', 'zh-CN': '各值是否依次减小。' },
  examples: [{ json: { '>': [3, 2] }, result: true }],
});

export const greaterOrEqual = ordering({
  name: 'greater_or_equal',
  sign: '>=',
  holds: (order) => order >= 0,
  names: { en: 'GREATER_OR_EQUAL', 'zh-CN': '大于等于' },
  summary: { en: 'Whether no value is greater than the one before.', 'zh-CN': '各值是否都不大于前一个。' },
  examples: [{ json: { '>=': [2, 2] }, result: true }],
});

/** On canonical values; two nulls are equal here, which only `unequal` comes to ask. */
export function isEqual(left: Operand, right: Operand): boolean {
  return isNumeric(left) && isNumeric(right) ? compareNumbers(left, right) === 0 : left === right;
}

/** Order of two canonical values of one ordered type. */
export function compare(left: Operand, right: Operand): number {
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  throw new Error('Only two numbers or two texts have an order.');
}

function nullTest(name: string, takes: Operands, tested: 0 | 1): Signature {
  return {
    name,
    takes,
    gives: 'boolean',
    seesNull: true,
    evaluate: (...values) => values[tested] === null,
    sql: (args) => sql`${args[tested]} is null`,
    exact: true,
  };
}

function valueTest(name: string, takes: Operands, tested: 0 | 1): Signature {
  return {
    name,
    takes,
    gives: 'boolean',
    seesNull: true,
    evaluate: (...values) => values[tested] !== null,
    sql: (args) => sql`${args[tested]} is not null`,
    exact: true,
  };
}

/** With three operands the middle one lies between the others. */
function ordering(order: {
  readonly name: string;
  readonly sign: string;
  readonly holds: (order: number) => boolean;
  readonly names: Bilingual;
  readonly summary: Bilingual;
  readonly examples: Help['examples'];
}): Operator {
  const { name, sign, holds, names, summary, examples } = order;
  const parameters = [named('value', '值'), named('other', '另一个值'), optional(named('third', '第三个值'))];
  return {
    help: { group: 'logic', names, sign, parameters, summary, examples },
    signatures: [
      {
        name,
        takes: exactly('T', 'T'),
        gives: 'boolean',
        over: ordered,
        evaluate: (left, right) => holds(compare(left, right)),
        sql: ([left, right], nodes) => sql`${left} ${raw(sign)} ${right}${collation(nodes)}`,
      },
      {
        name: `${name}_between`,
        takes: exactly('T', 'T', 'T'),
        gives: 'boolean',
        over: ordered,
        evaluate: (left, middle, right) => holds(compare(left, middle)) && holds(compare(middle, right)),
        sql: ([left, middle, right], nodes) =>
          sql`(${left} ${raw(sign)} ${middle}${collation(nodes)} and ${middle} ${raw(sign)} ${right}${collation(nodes)})`,
        repeats: [1],
      },
    ],
  };
}

/** Text is ordered by code point, whatever collation the column has. */
function collation([node]: readonly TypedExpression[]): Sql {
  return raw(node?.type === 'text' ? ' collate "C"' : '');
}
