// Equality and order. A comparison with null is false; `!=` alone sees null: a blank differs from every value, and not from
// another blank. The word null itself asks for blanks.
import type { Operand } from '../operand.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import { atLeast, exactly, type Operands, type Operator, type Signature, type TypedExpression } from '../typed.ts';
import type { ValueType } from '../types.ts';
import { compareNumbers, isNumeric } from '../values/numbers.ts';
import { compareText } from '../values/text.ts';

export const equatable: readonly ValueType[] = ['text', 'number', 'boolean', 'date', 'datetime', 'time', 'id'];
const ordered: readonly ValueType[] = ['text', 'number', 'date', 'datetime', 'time'];
const measured: readonly ValueType[] = ['number', 'date', 'datetime', 'time'];

export const equal: Operator = {
  signatures: [
    nullTest('is_null', exactly('any', 'null'), 0),
    nullTest('null_is', exactly('null', 'any'), 1),
    {
      name: 'equal',
      takes: exactly('T', 'T'),
      gives: 'boolean',
      over: equatable,
      evaluate: isEqual,
      sql: ([left, right]) => sql`${left} = ${right}`,
    },
  ],
};

export const unequal: Operator = {
  signatures: [
    valueTest('is_not_null', exactly('any', 'null'), 0),
    valueTest('null_is_not', exactly('null', 'any'), 1),
    {
      name: 'unequal',
      takes: exactly('T', 'T'),
      gives: 'boolean',
      over: equatable,
      seesNull: true,
      evaluate: (left, right) => !isEqual(left, right),
      sql: ([left, right]) => sql`${left} is distinct from ${right}`,
      exact: true,
    },
  ],
};

export const less = ordering('less', '<', (order) => order < 0);
export const lessOrEqual = ordering('less_or_equal', '<=', (order) => order <= 0);
export const greater = ordering('greater', '>', (order) => order > 0);
export const greaterOrEqual = ordering('greater_or_equal', '>=', (order) => order >= 0);

export const min = extreme('min', 'least', (order) => order < 0);
export const max = extreme('max', 'greatest', (order) => order > 0);

/** On canonical values; two nulls are equal here, which only `unequal` comes to ask. */
export function isEqual(left: Operand, right: Operand): boolean {
  return isNumeric(left) && isNumeric(right) ? compareNumbers(left, right) === 0 : left === right;
}

/** Order of two canonical values of one ordered type. */
function compare(left: Operand, right: Operand): number {
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
function ordering(name: string, sign: string, holds: (order: number) => boolean): Operator {
  return {
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

/** Of those that are not null. */
function extreme(name: string, sqlName: string, wins: (order: number) => boolean): Operator {
  return {
    signatures: [
      {
        name,
        takes: atLeast(1, 'T'),
        gives: 'T',
        over: measured,
        seesNull: true,
        evaluate: (...values) =>
          values.reduce((best, value) =>
            best === null || (value !== null && wins(compare(value, best))) ? value : best,
          ),
        sql: (args) => sql`${raw(sqlName)}(${join(args, ', ')})`,
      },
    ],
  };
}
