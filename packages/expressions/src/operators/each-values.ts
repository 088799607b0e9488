// Sum, average, least and greatest of what is reckoned of each row of a child table, or of the members of a list. Values that are
// null are passed over; the sum of nothing is 0, the others of nothing are null.
import { named, optional, type Help } from '../help.ts';
import type { Each, EachSql } from '../each.ts';
import type { Numeric, Operand } from '../operand.ts';
import { raw, sql, type Sql } from '../sql.ts';
import type { Operator } from '../typed.ts';
import { add, divide, isNumeric } from '../values/numbers.ts';
import { quotient } from './arithmetic.ts';
import { order } from './each-conditions.ts';
import { extremeOf, measured } from './extremes.ts';

const parameters = [named('rows', '明细'), optional(named('value', '值')), optional(named('condition', '条件'))];

export const sum: Operator = {
  help: {
    group: 'rows',
    names: { en: 'SUM', 'zh-CN': '求和' },
    parameters,
    summary: {
      en: 'The sum of the values of all rows, or of those that fulfil the condition; 0 where there are none.',
      'zh-CN': '各行（或满足条件的行）的值之和；没有时为 0。',
    },
    examples: [
      { json: { sum: [{ var: 'lines' }, { var: 'amount' }] }, record: order, result: 25 },
      {
        json: { sum: [{ var: 'lines' }, { var: 'amount' }, { '<': [{ var: 'amount' }, 10] }] },
        record: order,
        result: 5,
      },
      { json: { sum: [[1, 2, 3]] }, result: 6 },
    ],
  },
  signatures: [],
  each: {
    name: 'sum',
    through: 'both',
    value: 'number',
    bare: true,
    condition: 'optional',
    gives: 'number',
    evaluate: (items, { holds, value }) => total(items.filter(holds).map(value)),
    sql: (parts) => gathered(sql`coalesce(sum(value), 0)`, parts),
  },
};

/** What the operator of the same name does with rows or a list. */
export const averageOfEach: Each = {
  name: 'average_of_each',
  through: 'both',
  value: 'number',
  bare: true,
  condition: 'optional',
  gives: 'number',
  evaluate: (items, { holds, value }) => {
    const values = items.filter(holds).map(value).filter(isNumeric);
    return divide(total(values), values.length);
  },
  sql: (parts) => gathered(quotient(sql`sum(value)`, sql`count(value)`), parts, sql` offset 0`),
};

export const minimum = extreme('minimum', 'min', {
  names: { en: 'MINIMUM', 'zh-CN': '各项最小值' },
  summary: {
    en: 'The least of the values of all rows, or of those that fulfil the condition: numbers, dates or times.',
    'zh-CN': '各行（或满足条件的行）的最小值，可用于数字、日期和时间。',
  },
  result: 5,
});

export const maximum = extreme('maximum', 'max', {
  names: { en: 'MAXIMUM', 'zh-CN': '各项最大值' },
  summary: {
    en: 'The greatest of the values of all rows, or of those that fulfil the condition: numbers, dates or times.',
    'zh-CN': '各行（或满足条件的行）的最大值，可用于数字、日期和时间。',
  },
  result: 20,
});

/** `result`: of 5, 20 and nothing. */
function extreme(
  name: 'minimum' | 'maximum',
  sqlName: 'min' | 'max',
  { result, ...help }: Pick<Help, 'names' | 'summary'> & { readonly result: number },
): Operator {
  return {
    help: {
      group: 'rows',
      parameters,
      ...help,
      examples: [{ json: { [name]: [{ var: 'lines' }, { var: 'amount' }] }, record: order, result }],
    },
    signatures: [],
    each: {
      name,
      through: 'both',
      value: 'T',
      over: measured,
      bare: true,
      condition: 'optional',
      gives: 'T',
      evaluate: (items, { holds, value }) => extremeOf(sqlName, items.filter(holds).map(value)),
      sql: (parts) => gathered(sql`${raw(sqlName)}(value)`, parts),
    },
  };
}

function total(values: readonly Operand[]): Numeric {
  return values.filter(isNumeric).reduce(add, 0);
}

/**
 * An aggregate of what names nothing but the query around would be taken for one of that query: so it is given a name here first.
 * One that is named twice is kept from being computed twice at every level by `offset`.
 */
function gathered(aggregate: Sql, { from, condition, value }: EachSql, offset = sql``): Sql {
  return sql`(select ${aggregate} from (select ${value} as value ${from(condition)}${offset}) as each)`;
}
