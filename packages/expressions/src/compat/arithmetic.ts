// + - * / % min max. Of any number of operands, from the left; json-logic-js knows two of most of them.
import { add, divide, multiply, remainder, subtract } from '../values/numbers.ts';
import type { Numeric } from '../operand.ts';
import { spend } from './budget.ts';
import { invalidArguments, notANumber } from './failure.ts';
import type { Frame } from './frame.ts';
import { spread, type Operators } from './operator.ts';
import { numberOf, outOf } from './values.ts';

type Step = (left: Numeric, right: Numeric) => Numeric | null;

export const arithmetic: Operators = {
  '+': spread((values, frame) => folded([0, ...numbers(values, frame)], add)),
  '*': spread((values, frame) => folded([1, ...numbers(values, frame)], multiply)),
  '-': spread((values, frame) => folded(orAfter(0, atLeast(1, numbers(values, frame))), subtract)),
  '/': spread((values, frame) => folded(orAfter(1, atLeast(1, numbers(values, frame))), divide)),
  '%': spread((values, frame) => folded(atLeast(2, numbers(values, frame)), remainder)),
  min: spread((values, frame) => atLeast(1, numbers(values, frame)).reduce((least, value) => Math.min(least, value))),
  max: spread((values, frame) => atLeast(1, numbers(values, frame)).reduce((most, value) => Math.max(most, value))),
};

function numbers(values: readonly unknown[], { budget }: Frame): readonly number[] {
  spend(budget, 2 * values.length);
  return values.map(numberOf);
}

function atLeast(least: number, values: readonly number[]): readonly number[] {
  return values.length < least ? invalidArguments() : values;
}

/** `-` of one is its opposite, `/` of one its inverse. */
function orAfter(first: number, values: readonly number[]): readonly number[] {
  return values.length === 1 ? [first, ...values] : values;
}

/** Every step is what the strict language gives, as the JSON number nearest to it; a division by zero is no number. */
function folded(values: readonly number[], step: Step): number {
  return values.reduce((left, right) => {
    const result = step(left, right);
    return result === null ? notANumber() : outOf(result);
  });
}
