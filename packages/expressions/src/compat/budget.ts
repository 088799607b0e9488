// What one evaluation may cost, whatever rule and data it is of: parts of the rule that are run, members that are gone through,
// characters that are looked at. A unit is about a microsecond.
import type { Value } from '../types.ts';
import { invalidArguments, LimitError } from './failure.ts';

export interface Budget {
  left: number;
}

export const costLimit = 1_000_000;

/** Characters of a text that a rule makes. */
export const textLimit = 1_000_000;

/** Lists and objects within one another, in what a rule gives and in what it turns into text. */
export const depthOfValues = 200;

const charactersAUnit = 10;

export function spend(budget: Budget, cost: number): void {
  budget.left -= cost;
  if (budget.left < 0) throw new LimitError();
}

export function spendOnText(budget: Budget, characters: number): void {
  if (characters > textLimit) throw new LimitError();
  spend(budget, 1 + characters / charactersAUnit);
}

/** Searching one text for another may compare every character with every other one. */
export function spendOnSearch(budget: Budget, sought: string, text: string): void {
  spend(budget, 1 + (sought.length * text.length) / (100 * charactersAUnit));
}

/** A value may hold the same list many times over: what leaves is as large as it will be when it is written out. */
export function assertValue(value: unknown, budget: Budget, depth = 0): asserts value is Value {
  if (depth > depthOfValues) throw new LimitError();
  spend(budget, typeof value === 'string' ? 1 + value.length / charactersAUnit : 1);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return;
  if (typeof value !== 'object') invalidArguments();
  for (const member of Object.values(value)) assertValue(member, budget, depth + 1);
}
