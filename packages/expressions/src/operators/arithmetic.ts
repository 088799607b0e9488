// + - * / % on exact decimals, any number of operands folded from the left. Null in, null out; so is division by zero.
import { named, optional, repeated } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { atLeast, exactly, type Operator } from '../typed.ts';
import {
  add as plus,
  divide as over,
  multiply as times,
  negate,
  remainder as modulo,
  subtract as minus,
} from '../values/numbers.ts';

export const add: Operator = {
  help: {
    group: 'number',
    names: { en: 'ADD', 'zh-CN': '加' },
    sign: '+',
    parameters: [repeated(named('number', '数字'))],
    summary: { en: 'The sum of the numbers.', 'zh-CN': '各数之和。' },
    examples: [{ json: { '+': [0.1, 0.2] }, result: 0.3 }],
  },
  signatures: [folded('add', 1, plus, (left, right) => sql`(${left} + ${right})`)],
};

export const subtract: Operator = {
  help: {
    group: 'number',
    names: { en: 'SUBTRACT', 'zh-CN': '减' },
    sign: '-',
    parameters: [named('number', '数字'), optional(repeated(named('less', '减数')))],
    summary: {
      en: 'The first number less the others; of one number alone, its opposite.',
      'zh-CN': '首个数依次减去其余各数；只有一个数时取其相反数。',
    },
    examples: [
      { json: { '-': [10, 3, 2] }, result: 5 },
      { json: { '-': [4] }, result: -4 },
    ],
  },
  signatures: [
    {
      name: 'negate',
      takes: exactly('number'),
      gives: 'number',
      evaluate: (value: Numeric) => negate(value),
      sql: ([value]) => sql`(- ${value})`,
    },
    folded('subtract', 2, minus, (left, right) => sql`(${left} - ${right})`),
  ],
};

export const multiply: Operator = {
  help: {
    group: 'number',
    names: { en: 'MULTIPLY', 'zh-CN': '乘' },
    sign: '*',
    parameters: [repeated(named('number', '数字'))],
    summary: { en: 'The product of the numbers.', 'zh-CN': '各数之积。' },
    examples: [{ json: { '*': [1.1, 1.1] }, result: 1.21 }],
  },
  signatures: [folded('multiply', 1, times, (left, right) => sql`(${left} * ${right})`)],
};

export const divide: Operator = {
  help: {
    group: 'number',
    names: { en: 'DIVIDE', 'zh-CN': '除' },
    sign: '/',
    parameters: [named('number', '被除数'), repeated(named('divisor', '除数'))],
    summary: {
      en: 'The quotient, rounded half away from zero to 12 decimals; nothing where a divisor is zero.',
      'zh-CN': '商，四舍五入到 12 位小数；除数为零时为空值。',
    },
    examples: [
      { json: { '/': [2, 3] }, result: 0.666666666667 },
      { json: { '/': [1, 0] }, result: null },
    ],
  },
  signatures: [folded('divide', 2, over, quotient)],
};

export const remainder: Operator = {
  help: {
    group: 'number',
    names: { en: 'MOD', 'zh-CN': '求余' },
    parameters: [named('number', '被除数'), repeated(named('divisor', '除数'))],
    summary: {
      en: 'What is left over by a division; it has the sign of the first number.',
      'zh-CN': '相除后的余数，正负号与被除数相同。',
    },
    examples: [
      { json: { '%': [7, 3] }, result: 1 },
      { json: { '%': [-7, 3] }, result: -1 },
    ],
  },
  signatures: [folded('remainder', 2, modulo, (left, right) => sql`mod(${left}, nullif(${right}, 0))`)],
};

/** Cut off exactly at the 13th decimal, by which the 12th is rounded: PostgreSQL's `/` rounds by itself, and sooner. */
export function quotient(left: Sql, right: Sql): Sql {
  const zeros = zerosOf(right);
  // Percentages: moving the point is exact, and a third of the work.
  if (zeros !== undefined) return sql`round(${left} * ${raw(`1e-${zeros}`)}, 12)`;
  return sql`round(div(${left} * 1e13, nullif(${right}, 0)) * 1e-13, 12)`;
}

/** Of a power of ten that is written out; undefined of anything else. */
function zerosOf({ chunks, values }: Sql): number | undefined {
  if (values.length !== 1 || chunks.join('?') !== '?::numeric') return undefined;
  return /^1(0{1,9})$/.exec(String(values[0]))?.[1]?.length;
}

function folded(
  name: string,
  least: number,
  step: (left: Numeric, right: Numeric) => Numeric | null,
  toSql: (left: Sql, right: Sql) => Sql,
): Operator['signatures'][number] {
  return {
    name,
    takes: atLeast(least, 'number'),
    gives: 'number',
    evaluate: (...values: readonly Numeric[]) =>
      values
        .slice(1)
        .reduce<Numeric | null>((result, value) => (result === null ? null : step(result, value)), values[0] ?? null),
    sql: (args) => args.slice(1).reduce(toSql, args[0] ?? raw('null')),
  };
}
