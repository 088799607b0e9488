// Expressions of metadata, parsed and type-checked against their entity, with their functions made on first use.
import type { Expression } from '@trellis/expressions/ast';
import { check, checkAs, type Scope } from '@trellis/expressions/check';
import { compiledFunction, compiledPredicate } from '@trellis/expressions/compiled';
import type { TypedExpression } from '@trellis/expressions/typed';
import { fieldsUsed, rowsUsed } from '@trellis/expressions/fields-used';
import { problem } from '@trellis/expressions/messages';
import { parseExpression } from '@trellis/expressions/parse';
import type { Context } from '@trellis/expressions/to-function';
import { toJson } from '@trellis/expressions/to-json';
import type { Problem, Result, ValueType } from '@trellis/expressions/types';
import type { CompiledExpression, Rule } from './model.ts';
import type { EntityScope } from './scope.ts';

export type ExpressionResult =
  | { readonly ok: true; readonly value: CompiledExpression }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** For conditions from outside, such as filters: problems are the asker's. */
export function readCondition(json: unknown, scope: Scope | EntityScope): ExpressionResult {
  return read(json, scope, 'boolean');
}

/** For expressions of validated metadata: a problem here is a bug of the validator. */
export function compileExpression(json: unknown, scope: Scope | EntityScope): CompiledExpression {
  return certain(json, read(json, scope, null));
}

/** As `compileExpression`, of an expression that the engine has put together. */
export function compileWritten(written: Expression, scope: Scope | EntityScope): CompiledExpression {
  return certain(written, typedAs(toJson(written), written, scope, null));
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

function certain(what: unknown, result: ExpressionResult): CompiledExpression {
  if (result.ok) return result.value;
  throw new Error(`validated expression does not compile: ${JSON.stringify(what)} ${JSON.stringify(result.problems)}`);
}

function read(json: unknown, scope: Scope | EntityScope, type: ValueType | null): ExpressionResult {
  const parsed = parseExpression(json);
  return parsed.ok ? typedAs(json, parsed.value, scope, type) : parsed;
}

/** What is wrong is told of the names as they were written; what they mean has been checked before. */
function typedAs(
  json: unknown,
  written: Expression,
  scope: Scope | EntityScope,
  type: ValueType | null,
): ExpressionResult {
  const typed = (expression: Expression, within: Scope): Result<TypedExpression> =>
    type === null ? check(expression, within) : checkAs(expression, within, type);
  const checked = typed(written, scope);
  if (!checked.ok) return checked;
  const expanded = 'meaning' in scope ? scope.meaning.expanded(written) : written;
  if (expanded === null) return { ok: false, problems: [problem('', 'too_costly')] };
  if (expanded === written)
    return { ok: true, value: compiled(json, { written, expanded, typed: checked.value, scope }) };
  const meant = typed(expanded, 'meaning' in scope ? scope.meaning.scope : scope);
  return meant.ok ? { ok: true, value: compiled(json, { written, expanded, typed: meant.value, scope }) } : meant;
}

interface Parts {
  readonly written: Expression;
  readonly expanded: Expression;
  readonly typed: TypedExpression;
  readonly scope: Scope | EntityScope;
}

function compiled(json: unknown, { written, expanded, typed, scope }: Parts): CompiledExpression {
  const isRows = (path: readonly string[]): boolean => endsAtRows(scope, path);
  let predicate: ((context: Context) => boolean) | undefined;
  let evaluate: ((context: Context) => unknown) | undefined;
  return {
    json,
    expression: expanded,
    typed,
    names: fieldsUsed(written, isRows),
    paths: distinct(
      fieldsUsed(expanded, isRows).map((path) => ('meaning' in scope ? scope.meaning.direct(path) : path)),
    ),
    rows: rowsUsed(expanded, isRows).filter(isRows),
    holds: (context) => (predicate ??= compiledPredicate(typed))(context),
    value: (context) => (evaluate ??= compiledFunction(typed))(context),
  };
}

function distinct(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()];
}

/** Whether a path, which may lead through rows, ends at rows. */
function endsAtRows(scope: Scope, path: readonly string[]): boolean {
  for (const index of path.keys()) {
    const rows = scope.rowsOf?.(path.slice(0, index + 1));
    if (rows) return index === path.length - 1 || endsAtRows(rows, path.slice(index + 1));
  }
  return false;
}
