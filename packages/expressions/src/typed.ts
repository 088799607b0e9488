// The typed tree, which both interpreters read, and the shape of an operator's signature: its operands, its result, and its
// two meanings. Everything implicit is a node here: conversions, truth of a value, the context's time zone.
import type { Each, MemberName } from './each.ts';
import type { Help } from './help.ts';
import type { Operand } from './operand.ts';
import type { Sql } from './sql.ts';
import type { ValueType } from './types.ts';

export type TypedExpression =
  | { readonly kind: 'literal'; readonly value: Operand; readonly type: ValueType }
  /** `item` is the type of its members; a list of dates has no ValueType of its own and says `json`. */
  | {
      readonly kind: 'list';
      readonly items: readonly TypedExpression[];
      readonly item: ValueType;
      readonly type: ValueType;
    }
  | {
      readonly kind: 'var';
      readonly path: readonly string[];
      readonly type: ValueType;
      /** It is asked for beside every member of a list: a long text or list is null there. See ./kept.ts. */
      readonly brief?: true;
    }
  | {
      readonly kind: 'call';
      readonly signature: Signature;
      readonly args: readonly TypedExpression[];
      readonly type: ValueType;
    }
  | EachNode
  | FoldNode
  | { readonly kind: 'member'; readonly name: MemberName; readonly type: ValueType };

/** Something asked of each row or member. Within, names are those of the row; `$record` leads out to the record. */
export interface EachNode {
  readonly kind: 'each';
  readonly each: Each;
  readonly source: Source;
  readonly value: TypedExpression | undefined;
  readonly condition: TypedExpression | undefined;
  readonly type: ValueType;
}

/** The members of a list taken one after the other into an accumulator, which begins as `initial`: what `reduce` does. */
export interface FoldNode {
  readonly kind: 'fold';
  readonly list: TypedExpression;
  readonly step: TypedExpression;
  readonly initial: TypedExpression;
  readonly type: ValueType;
}

export type Source =
  | { readonly kind: 'rows'; readonly path: readonly string[] }
  | { readonly kind: 'members'; readonly list: TypedExpression };

/**
 * What an operand may be. `T` is one type for all operands marked so; `T[]` a list of it; `key` likewise one type, whatever `T` is,
 * whose values can be equal, and not the word null; `truth` anything, seen as true or
 * false; `printable` what can become text; `day` a date, or a datetime seen as the date in the context's time zone; `whole` a
 * whole number written out; `unit`, `clock_unit` and `period` one of their words written out; `members` a T, seen as the list of it, or a list
 * of T; `name` a text written out, `field` anything that is not; `pattern` a regular expression written out,
 * `date_pattern` the form of a date, `calendar` the name of one that the scope knows.
 */
export type Parameter =
  | ValueType
  | 'T'
  | 'T[]'
  | 'key'
  | 'truth'
  | 'any'
  | 'printable'
  | 'day'
  | 'whole'
  | 'unit'
  | 'clock_unit'
  | 'period'
  | 'members'
  | 'name'
  | 'field'
  | 'pattern'
  | 'calendar'
  | 'date_pattern';

/** Which operands there may be: from `least` to `most` of them, and what the one at `index` of `count` is. */
export interface Operands {
  readonly least: number;
  readonly most: number;
  /** By how many more there may be; 1 where it says nothing. */
  readonly step?: number;
  at(index: number, count: number): Parameter;
}

/** Stated as a method so that an operator may name the types that its signature promises. */
interface Evaluation {
  evaluate(...values: readonly Operand[]): Operand;
}

export interface Signature {
  /** Unique over all signatures; with a prefix, the name under which json-logic-js knows it. */
  readonly name: string;
  readonly takes: Operands;
  readonly gives: ValueType | 'T' | 'T[]';
  /** What T may be. */
  readonly over?: readonly ValueType[];
  /** Added behind the operands, in this order: the context's date, the scope's exchange rates, the context's time zone. */
  readonly dated?: true;
  readonly rated?: true;
  readonly zoned?: true;
  /** Sees null operands. Without it null in gives null out, and false where the result is boolean. */
  readonly seesNull?: true;
  /** Holds its first operand against the others (where some are keys: the first key), which are equal to it or not. */
  readonly compares?: true;
  /** JavaScript meaning; `and`, `or` and `if` are json-logic-js' own, since only they may leave operands unevaluated. */
  readonly evaluate: 'and' | 'or' | 'if' | Evaluation['evaluate'];
  /**
   * SQL meaning. A boolean may come out null for false, unless `exact`; it may stand in an `and` as it is. Other results may
   * stand anywhere as they are.
   */
  sql(args: readonly Sql[], nodes: readonly TypedExpression[]): Sql;
  /** Its SQL is never null. */
  readonly exact?: true;
  /** Indices of the operands that its SQL names more than once. */
  readonly repeats?: readonly number[] | 'all';
  /** How much more work it may be than a comparison; 1 where it says nothing. */
  readonly weight?: number;
}

/** An operator as people write it: its signatures, tried in order. */
export interface Operator {
  readonly signatures: readonly Signature[];
  /** What it does where its first operand is a child table or a list; `fold` is that of `reduce` alone. */
  readonly each?: Each | 'fold';
  readonly help: Help;
}

export function exactly(...parameters: readonly [Parameter, ...Parameter[]]): Operands {
  return { least: parameters.length, most: parameters.length, at: (index) => parameters[index] ?? parameters[0] };
}

export function between(least: number, most: number, ...parameters: readonly [Parameter, ...Parameter[]]): Operands {
  return { least, most, at: (index) => parameters[Math.min(index, parameters.length - 1)] ?? parameters[0] };
}

export function atLeast(least: number, parameter: Parameter): Operands {
  return { least, most: Infinity, at: () => parameter };
}
