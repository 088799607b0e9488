// An expression of metadata as a form asks it: what it gives, and every name that it reads, so that a form can tell whether it
// knows them all. Prepared once when the form opens, run at every key.
import type { Expression } from '@trellis/expressions/ast';
import { check, type Scope } from '@trellis/expressions/check';
import { compiledFunction, compiledPredicate } from '@trellis/expressions/compiled';
import { parseExpression } from '@trellis/expressions/parse';
import type { Context } from '@trellis/expressions/to-function';
import type { TypedExpression } from '@trellis/expressions/typed';

export interface FormExpression {
  /** As written: `price`, `account.grade`, `$old.price`; what begins at `$record` without that. */
  readonly paths: readonly (readonly string[])[];
  value(context: Context): unknown;
  holds(context: Context): boolean;
}

/** Null where it names what is not known here, such as rows of a child table: the server alone can tell then. */
export function formExpression(json: unknown, scope: Scope): FormExpression | null {
  const parsed = parseExpression(json);
  return parsed.ok ? formExpressionOf(parsed.value, scope) : null;
}

export function formExpressionOf(expression: Expression, scope: Scope): FormExpression | null {
  const checked = check(expression, scope);
  if (!checked.ok) return null;
  const typed = checked.value;
  let evaluate: FormExpression['value'] | undefined;
  let predicate: FormExpression['holds'] | undefined;
  return {
    paths: pathsIn(typed).map(fromRecord),
    value: (context) => (evaluate ??= compiledFunction(typed))(context),
    holds: (context) => (predicate ??= compiledPredicate(typed))(context),
  };
}

/** A condition as metadata writes it: a constant, an expression, or absent. */
export type FormCondition = boolean | FormExpression | null;

export function formCondition(condition: unknown, absent: boolean, scope: Scope): FormCondition {
  if (condition === undefined || condition === null) return absent;
  return typeof condition === 'boolean' ? condition : formExpression(condition, scope);
}

export function pathsOf(condition: FormCondition): FormExpression['paths'] {
  return typeof condition === 'boolean' || condition === null ? [] : condition.paths;
}

function fromRecord(path: readonly string[]): readonly string[] {
  return path[0] === '$record' ? path.slice(1) : path;
}

/** Those within rows begin with the table; `$record` leads out of them. */
function pathsIn(node: TypedExpression): readonly (readonly string[])[] {
  switch (node.kind) {
    case 'literal':
    case 'member':
      return [];
    case 'list':
      return node.items.flatMap(pathsIn);
    case 'var':
      return [node.path];
    case 'call':
      return node.args.flatMap(pathsIn);
    case 'each': {
      const within = [...(node.value ? pathsIn(node.value) : []), ...(node.condition ? pathsIn(node.condition) : [])];
      if (node.source.kind === 'members') return [...pathsIn(node.source.list), ...within];
      const rows = fromRecord(node.source.path);
      return [rows, ...within.map((path) => (path[0]?.startsWith('$') ? fromRecord(path) : [...rows, ...path]))];
    }
    case 'fold':
      return [node.list, node.step, node.initial].flatMap(pathsIn);
  }
}
