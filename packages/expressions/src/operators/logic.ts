// and, or, not, if. Their conditions are true or false, never null: what may be null comes here through a conversion.
// In SQL a condition may be null for false; `not` is where that would show, so it asks `is not true`.
import { join, raw, sql, type Sql } from '../sql.ts';
import { atLeast, exactly, type Operator, type TypedExpression } from '../typed.ts';
import type { ValueType } from '../types.ts';

const anything: readonly ValueType[] = [
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
