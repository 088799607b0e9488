// Text of a formula → typed expression: parsed, then checked against what it may name. Whatever is wrong stands beside its piece of the
// text, in the words that formulas use: signs and function names, not operators of JSONLogic.
import { check, checkAs, type Scope } from '../check.ts';
import { suggest } from '../suggest.ts';
import type { TypedExpression } from '../typed.ts';
import type { Problem, ValueType } from '../types.ts';
import type { Fields } from './fields.ts';
import { findFunction, nameOf } from './functions.ts';
import { parseFormula, type Formula, type FormulaPart, type FormulaResult } from './parse-formula.ts';
import { expressionProblem, formulaProblem, type FormulaProblem } from './problems.ts';

export interface FormulaScope {
  readonly scope: Scope;
  readonly fields?: Fields;
  /** What it has to result in; anything where absent. */
  readonly type?: ValueType;
}

export interface CheckedFormula extends Formula {
  readonly typed: TypedExpression;
}

export function checkFormula(text: string, { scope, fields, type }: FormulaScope): FormulaResult<CheckedFormula> {
  const parsed = parseFormula(text, fields);
  if (!parsed.ok) return parsed;
  const { expression } = parsed.value;
  const checked = type === undefined ? check(expression, scope) : checkAs(expression, scope, type);
  if (checked.ok) return { ok: true, value: { ...parsed.value, typed: checked.value } };
  return { ok: false, problems: checked.problems.map((problem) => placed(problem, parsed.value)) };
}

function placed(problem: Problem, formula: Formula): FormulaProblem {
  const part = formula.partAt(problem.path);
  const { code, params } = problem;
  if (code === 'unknown_field' && params['suggestion'] === undefined) return unknownField(formula.text, part);
  const operator = nameOf(String(params['operator']));
  const number = params['expected'] === 'text' ? numberIn(part) : undefined;
  const inFormulas = { ...(operator && { operator }), ...(number !== undefined && { number }) };
  return expressionProblem(formula.text, part.range, problem, inFormulas);
}

/** A misspelt name, a function without its parentheses, or a text without its quotes. */
function unknownField(text: string, { range, expression, resolved }: FormulaPart): FormulaProblem {
  const path = expression.kind === 'var' ? expression.path : [];
  const name = text.slice(range.offset, range.offset + range.length);
  const suggestion = nearest(path, resolved?.unknown) ?? calledLike(name);
  if (suggestion !== undefined) return formulaProblem(text, range, 'unknown_name', { name, suggestion });
  return formulaProblem(text, range, path.length === 1 ? 'unknown_word' : 'unknown_name', { name });
}

function nearest(
  path: readonly string[],
  unknown: { readonly segment: number; readonly among: Fields } | undefined,
): string | undefined {
  const word = unknown && path[unknown.segment];
  const near =
    word &&
    suggest(
      word,
      unknown.among.map(({ name }) => name),
    );
  return near && path.map((name, index) => (index === unknown.segment ? near : name)).join('.');
}

function calledLike(name: string): string | undefined {
  return findFunction(name) && `${name.toUpperCase()}()`;
}

function numberIn({ expression }: FormulaPart): number | undefined {
  return expression.kind === 'literal' && typeof expression.value === 'number' ? expression.value : undefined;
}
