// What an operator does that goes through something: the rows of a child table, or the members of a list. It asks each for a
// value, a condition or both, and makes one result of the answers. The two meanings stand side by side, as in a signature.
import type { Operand } from './operand.ts';
import type { Sql } from './sql.ts';
import type { ValueType } from './types.ts';

export interface Each {
  /** Unique over all that go through something. */
  readonly name: string;
  /** Rows, members of a list, or either. */
  readonly through: 'rows' | 'members' | 'both';
  /** What is reckoned of each, in the operand after the first: a number, or one of the types in `over`. */
  readonly value?: 'number' | 'T';
  readonly over?: readonly ValueType[];
  /** Of members the value may be left out, and is the member then. */
  readonly bare?: true;
  /** Which of them count, in the operand after that. */
  readonly condition?: 'needed' | 'optional';
  /** `T` is the type of the values, `T[]` a list of them. */
  readonly gives: 'boolean' | 'number' | 'T' | 'T[]';
  evaluate<Item>(items: readonly Item[], asked: Asked<Item>): Operand;
  /** A boolean may come out null for false. */
  sql(parts: EachSql): Sql;
}

export interface Asked<Item> {
  /** True where there is no condition. */
  holds(item: Item): boolean;
  /** The member where there is no value. */
  value(item: Item): Operand;
}

export interface EachSql {
  /** `from … where …` for those that the condition may be true or null for false of; without it all. */
  from(condition?: Sql): Sql;
  /** Null for false; undefined where there is none. */
  readonly condition: Sql | undefined;
  readonly value: Sql;
  /** Of members: where they stand in the list. */
  readonly position: Sql;
  /** Of the value. */
  readonly item: ValueType;
}

/** Beside a member: itself, or in `reduce` itself and what has been made of those before. */
export type MemberName = 'member' | 'current' | 'accumulator';
