// + - * / % on exact decimals, any number of operands folded from the left. Null in, null out; so is division by zero.
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

export const add: Operator = { signatures: [folded('add', 1, plus, (left, right) => sql`(${left} + ${right})`)] };

export const subtract: Operator = {
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
  signatures: [folded('multiply', 1, times, (left, right) => sql`(${left} * ${right})`)],
};

/** PostgreSQL divides to as many places as the dividend has; with 60 of them the rounding to 12 is the only one that shows. */
export const divide: Operator = {
  signatures: [folded('divide', 2, over, (left, right) => sql`round(round(${left}, 60) / nullif(${right}, 0), 12)`)],
};

export const remainder: Operator = {
  signatures: [folded('remainder', 2, modulo, (left, right) => sql`mod(${left}, nullif(${right}, 0))`)],
};

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
