// Expressions of metadata, parsed and type-checked against their entity, with their functions made on first use.
import type { Expression } from '@trellis/expressions/ast';
import { check, checkAs, type Scope } from '@trellis/expressions/check';
import type { TypedExpression } from '@trellis/expressions/typed';
import { fieldsUsed } from '@trellis/expressions/fields-used';
import { parseExpression } from '@trellis/expressions/parse';
import { toFunction, toPredicate, type Context } from '@trellis/expressions/to-function';
import type { Problem, Result } from '@trellis/expressions/types';
import type { CompiledExpression, Rule } from './model.ts';

export type ExpressionResult =
  | { readonly ok: true; readonly value: CompiledExpression }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** For conditions from outside, such as filters: problems are the asker's. */
export function readCondition(json: unknown, scope: Scope): ExpressionResult {
  return read(json, (expression) => checkAs(expression, scope, 'boolean'));
}

/** For expressions of validated metadata: a problem here is a bug of the validator. */
export function compileExpression(json: unknown, scope: Scope): CompiledExpression {
  const result = read(json, (expression) => check(expression, scope));
  if (!result.ok)
    throw new Error(
      `validated expression does not compile: ${JSON.stringify(json)} ${JSON.stringify(result.problems)}`,
    );
  return result.value;
}

/** A condition as metadata writes it: absent means `absent`. */
export function compileRule(condition: unknown, absent: boolean, scope: Scope): Rule {
  if (condition === undefined || condition === null) return absent;
  return typeof condition === 'boolean' ? condition : compileExpression(condition, scope);
}

/** Whether a rule holds for a record. */
export function holds(rule: Rule, context: Context): boolean {
  return typeof rule === 'boolean' ? rule : rule.holds(context);
}

function read(json: unknown, typed: (expression: Expression) => Result<TypedExpression>): ExpressionResult {
  const parsed = parseExpression(json);
  if (!parsed.ok) return parsed;
  const checked = typed(parsed.value);
  return checked.ok ? { ok: true, value: compiled(json, parsed.value, checked.value) } : checked;
}

function compiled(json: unknown, expression: Expression, typed: TypedExpression): CompiledExpression {
  let predicate: ((context: Context) => boolean) | undefined;
  let evaluate: ((context: Context) => unknown) | undefined;
  return {
    json,
    expression,
    typed,
    paths: recordPaths(expression),
    holds: (context) => (predicate ??= toPredicate(typed))(context),
    value: (context) => (evaluate ??= toFunction(typed))(context),
  };
}

function recordPaths(expression: Expression): string[][] {
  return fieldsUsed(expression).flatMap((path) => {
    const [first] = path;
    if (first === '$record' || first === '$old') return [[...path.slice(1)]];
    return first?.startsWith('$') ? [] : [[...path]];
  });
}
