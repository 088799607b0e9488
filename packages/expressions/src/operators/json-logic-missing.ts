// The names of what is blank. In JSONLogic a name alone stands for the field so called; see ../missing-operands.ts.
import { named, optional, repeated } from '../help.ts';
import type { Operand } from '../operand.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import type { Operands, Operator, TypedExpression } from '../typed.ts';
import type { ValueType } from '../types.ts';
import { compareNumbers, isNumeric } from '../values/numbers.ts';
import { isBlankValue } from './blank.ts';

export const missing: Operator = {
  help: {
    group: 'logic',
    names: { en: 'MISSING', 'zh-CN': '缺失项' },
    parameters: [optional(repeated(named('name_and_value', '名称与值')))],
    summary: {
      en: 'The list of those names whose value is blank; names and values take turns.',
      'zh-CN': '值为空的各项名称组成的列表；名称与值交替书写。',
    },
    examples: [{ json: { missing: ['title', 'price'] }, record: { title: 'Ulysses', price: '' }, result: ['price'] }],
  },
  signatures: [
    {
      name: 'missing',
      takes: namesFrom(0),
      gives: 'text[]',
      seesNull: true,
      evaluate: (...operands) => blankNames(operands),
      sql: (operands, nodes) => blankNamesSql(operands, nodes),
    },
  ],
};

export const missingSome: Operator = {
  help: {
    group: 'logic',
    names: { en: 'MISSING_SOME', 'zh-CN': '不足时缺失项' },
    parameters: [named('needed', '至少需要'), optional(repeated(named('name_and_value', '名称与值')))],
    summary: {
      en: 'Nothing where at least so many of the values are there; else the names of those that are blank.',
      'zh-CN': '有值的项达到所需个数时为空列表，否则列出值为空的各项名称。',
    },
    examples: [
      { json: { missing_some: [1, ['phone', 'email']] }, record: { phone: '1', email: '' }, result: [] },
      { json: { missing_some: [2, ['phone', 'email']] }, record: { phone: '1', email: '' }, result: ['email'] },
    ],
  },
  signatures: [
    {
      name: 'missing_some',
      takes: namesFrom(1),
      gives: 'text[]',
      seesNull: true,
      evaluate: (needed = null, ...operands) => {
        const names = blankNames(operands);
        const there = operands.length / 2 - names.length;
        return isNumeric(needed) && compareNumbers(there, needed) >= 0 ? [] : names;
      },
      sql: ([needed = raw('null'), ...operands], [, ...nodes]) => {
        const there = sql`${raw(String(operands.length / 2))} - cardinality(names)`;
        return sql`(select case when ${there} >= ${needed} then '{}' else names end from (select ${blankNamesSql(operands, nodes)} as names offset 0) as missing)`;
      },
    },
  ],
};

/** A name written out and what it is the name of, in turns. */
function namesFrom(first: number): Operands {
  return {
    least: first,
    most: Infinity,
    step: 2,
    at: (index) => {
      if (index < first) return 'number';
      return (index - first) % 2 === 0 ? 'name' : 'field';
    },
  };
}

function blankNames(operands: readonly Operand[]): readonly Operand[] {
  return operands.filter((_, index) => index % 2 === 0 && isBlankValue(operands[index + 1] ?? null));
}

function blankNamesSql(operands: readonly Sql[], nodes: readonly TypedExpression[]): Sql {
  const names = operands.flatMap((name, index) => {
    const value = operands[index + 1];
    return index % 2 === 0 && value !== undefined
      ? [sql`case when ${isBlankSql(value, nodes[index + 1]?.type)} then ${name} end`]
      : [];
  });
  return sql`array_remove(array[${join(names, ', ')}]::text[], null)`;
}

/** Names the value once, which may be long. */
function isBlankSql(value: Sql, type: ValueType | undefined): Sql {
  switch (type) {
    case 'text':
      return sql`coalesce(${value}, '') = ''`;
    case 'text[]':
    case 'number[]':
    case 'id[]':
      return sql`coalesce(cardinality(${value}), 0) = 0`;
    case 'json':
      return sql`coalesce(${value}, 'null') in ('null', '""', '[]')`;
    default:
      return sql`${value} is null`;
  }
}
