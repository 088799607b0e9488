// What an operator of the untyped language is. json-logic-js calls them all; the ones that it evaluates well itself are named as such.
import type { Frame } from './frame.ts';

/** An operand that is evaluated when the operator asks for it. */
export interface Part {
  run(frame: Frame): unknown;
  /** Written as null, not worked out to be null. */
  readonly isNull: boolean;
  /** How many parts of a rule it comes to, itself included. */
  readonly size: number;
}

export type Operator =
  /** json-logic-js's own, whose truth is ours. */
  | { readonly kind: 'native'; readonly empty?: unknown }
  /** Its operands are evaluated before; a lone operand that comes to a list stands for the list's members, if they are `spread`. */
  | {
      readonly kind: 'eager';
      readonly operands: 'spread' | 'alone';
      evaluate(values: readonly unknown[], frame: Frame): unknown;
    }
  /** Evaluates its operands by itself, which have to be written out as a list, if they are `listed`. */
  | {
      readonly kind: 'lazy';
      readonly operands: 'listed' | 'any';
      evaluate(parts: readonly Part[], frame: Frame): unknown;
    }
  /** Its operands are what they are, and not evaluated. */
  | { readonly kind: 'verbatim' };

export interface Operators {
  readonly [name: string]: Operator;
}

type Evaluate = Extract<Operator, { kind: 'eager' }>['evaluate'];

export function spread(evaluate: Evaluate): Operator {
  return { kind: 'eager', operands: 'spread', evaluate };
}

export function alone(evaluate: Evaluate): Operator {
  return { kind: 'eager', operands: 'alone', evaluate };
}

export function listed(evaluate: Extract<Operator, { kind: 'lazy' }>['evaluate']): Operator {
  return { kind: 'lazy', operands: 'listed', evaluate };
}
