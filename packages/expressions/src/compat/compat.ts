// Untyped JSONLogic from outside, evaluated as its community's tables of compatible behaviour have it: rules of other systems, where
// nothing is known of the types of their data. Metadata never runs by it. docs/compat.md says what it does and where it deviates.
import type { Value } from '../types.ts';
import { assertValue, costLimit, spend, type Budget } from './budget.ts';
import { LimitError, RuleError, type RuleErrorValue } from './failure.ts';
import type { Frame } from './frame.ts';
import { readRule, type ReadRule } from './read-rule.ts';

export type CompatAnswer =
  | { readonly ok: true; readonly value: Value }
  /** `type` is `NaN`, `Invalid Arguments`, `Unknown Operator`, or what the rule threw. */
  | { readonly ok: false; readonly reason: 'error'; readonly error: RuleErrorValue }
  /** The rule, what it does or what it gives is more than there is room for. */
  | { readonly ok: false; readonly reason: 'limit' };

/** Reads a rule once, to be run often. Both arguments are JSON; neither is changed, and nothing is thrown. */
export function compat(rule: unknown): (data: unknown) => CompatAnswer {
  const read = caught(() => readRule(rule));
  return (data) => (read.ok ? answered(read.value, data) : read);
}

function answered(rule: ReadRule, data: unknown): CompatAnswer {
  const budget: Budget = { left: costLimit };
  const frame: Frame = { data, above: undefined, budget };
  return caught(() => {
    spend(budget, rule.size);
    const value = rule.run(frame) ?? null;
    assertValue(value, budget);
    return value;
  });
}

type Caught<T> = { readonly ok: true; readonly value: T } | Exclude<CompatAnswer, { ok: true }>;

function caught<T>(run: () => T): Caught<T> {
  try {
    return { ok: true, value: run() };
  } catch (error) {
    if (error instanceof LimitError) return { ok: false, reason: 'limit' };
    if (error instanceof RuleError) return { ok: false, reason: 'error', error: error.error };
    throw error;
  }
}
