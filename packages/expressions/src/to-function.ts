// Typed tree → JavaScript. Prepared once, run often: for forms, defaults, rules and permissions of records in memory.
import type { Context } from './context.ts';
import { run, toRule } from './evaluator.ts';
import { asTruth } from './operators/conversions.ts';
import type { TypedExpression } from './typed.ts';
import type { Value } from './types.ts';
import { writeValue } from './values/json.ts';

export type { Context } from './context.ts';

export function toFunction(typed: TypedExpression): (context: Context) => Value {
  const rule = toRule(typed);
  return (context) => writeValue(run(rule, context), typed.type);
}

/** As a condition: null, blank text, zero and the empty list are false. */
export function toPredicate(typed: TypedExpression): (context: Context) => boolean {
  const rule = toRule(asTruth(typed));
  return (context) => run(rule, context) === true;
}
