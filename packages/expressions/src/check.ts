// Expression → TypedExpression. Names are looked up in the scope, which knows only what the asker may name; each operator's
// signatures are tried in order; every problem is told at once, with its place.
import { inside, pointer, type Expression, type Place } from './ast.ts';
import { conformTo, listOf } from './conform.ts';
import { matchOperator, type Misfit } from './match-operator.ts';
import { problem } from './messages.ts';
import { findOperator } from './operators/registry.ts';
import type { TypedExpression } from './typed.ts';
import type { ExchangeRate, Problem, Result, ValueType, WorkingDays } from './types.ts';

export interface Scope {
  /**
   * The type of what a path leads to, undefined where it leads nowhere. Fields come as their plain path (`$record.x` as x), the
   * rest as written: `$old.x`, `$user.id`. `$now` and `$today` are not asked for.
   */
  typeOf(path: readonly string[]): ValueType | undefined;
  /** The names within a row of the child table that a path leads to; undefined where it leads to none. */
  rowsOf?(path: readonly string[]): Scope | undefined;
  /** The working days that a calendar of this name knows. */
  calendar?(name: string): WorkingDays | undefined;
  /** The rates that amounts are converted by; absent: none are known here. */
  readonly rates?: readonly ExchangeRate[];
}

export function check(expression: Expression, scope: Scope, at = ''): Result<TypedExpression> {
  const problems: Problem[] = [];
  const value = walk({ expression, scope, at, problems });
  return value === undefined ? { ok: false, problems } : { ok: true, value };
}

/** The same, and the result is of this type: a default or a computed value for a field. */
export function checkAs(expression: Expression, scope: Scope, type: ValueType, at = ''): Result<TypedExpression> {
  const checked = check(expression, scope, at);
  if (!checked.ok) return checked;
  const conformed = conformTo(checked.value, type);
  if (conformed.ok) return { ok: true, value: conformed.node };
  const code = conformed.code === 'operand_type' ? 'result_type' : conformed.code;
  return { ok: false, problems: [problem(at, code, conformed.params)] };
}

interface Walk {
  readonly expression: Expression;
  readonly scope: Scope;
  readonly at: Place;
  readonly problems: Problem[];
}

/** Undefined where there is a problem in it; what holds it says nothing more. */
function walk({ expression, scope, at, problems }: Walk): TypedExpression | undefined {
  const walkAll = (expressions: readonly Expression[], within: Place) =>
    expressions.map((each, index) => walk({ expression: each, scope, at: inside(within, index), problems }));
  switch (expression.kind) {
    case 'literal':
      return typeLiteral(expression.value);
    case 'var': {
      const variable = typeVar(expression.path, scope);
      if (variable === undefined) {
        problems.push(problem(pointer(at), 'unknown_field', { name: expression.path.join('.') }));
      }
      return variable;
    }
    case 'list':
      return typeList(walkAll(expression.items, at));
    case 'call':
      return typeCall(expression.op, walkAll(expression.args, inside(at, expression.op)), at, problems);
  }
}

function typeCall(
  op: string,
  args: readonly (TypedExpression | undefined)[],
  at: Place,
  problems: Problem[],
): TypedExpression | undefined {
  if (!args.every((arg) => arg !== undefined)) return undefined;
  const matched = matchOperator(findOperator(op)?.signatures ?? [], args);
  if (matched.ok) return matched.node;
  for (const misfit of matched.misfits) {
    problems.push(problem(pointer(placeOf(misfit, op, at)), misfit.code, { operator: op, ...misfit.params }));
  }
  return undefined;
}

function placeOf({ operand, item }: Misfit, op: string, at: Place): Place {
  if (operand === undefined) return at;
  const place = inside(inside(at, op), operand);
  return item === undefined ? place : inside(place, item);
}

function typeLiteral(value: null | boolean | number | string): TypedExpression {
  if (value === null) return { kind: 'literal', value, type: 'null' };
  if (typeof value === 'boolean') return { kind: 'literal', value, type: 'boolean' };
  return { kind: 'literal', value, type: typeof value === 'number' ? 'number' : 'text' };
}

function typeVar(path: readonly string[], scope: Scope): TypedExpression | undefined {
  const plain = path[0] === '$record' ? path.slice(1) : path;
  const [first, second] = plain;
  if (first === undefined) return undefined;
  const type = (second === undefined ? contextTypes.get(first) : undefined) ?? scope.typeOf(plain);
  return type === undefined ? undefined : { kind: 'var', path: plain, type };
}

const contextTypes: ReadonlyMap<string, ValueType> = new Map([
  ['$now', 'datetime'],
  ['$today', 'date'],
]);

/** What its members are is settled by the place where the list stands. */
function typeList(items: readonly (TypedExpression | undefined)[]): TypedExpression | undefined {
  if (!items.every((item) => item !== undefined)) return undefined;
  const types = new Set(items.map(({ type }) => type));
  const item = types.size > 1 ? 'json' : (items[0]?.type ?? 'null');
  return { kind: 'list', items, item, type: listOf(item) };
}
