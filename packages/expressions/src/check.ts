// Expression → TypedExpression. Names are looked up in the scope, which knows only what the asker may name; each operator's
// signatures are tried in order; every problem is told at once, with its place.
import { inside, pointer, type Expression, type Place } from './ast.ts';
import { matchEach } from './check-each.ts';
import { conformTo, listOf } from './conform.ts';
import { matchOperator, type Matched, type Misfit } from './match-operator.ts';
import { costLimit, costOf } from './cost.ts';
import { problem } from './messages.ts';
import { isBesideMember, meantName, namesOf, typeVar, type Names } from './names.ts';
import { briefly } from './operators/conversions.ts';
import { findOperator } from './operators/registry.ts';
import type { Scope } from './scope.ts';
import type { TypedExpression } from './typed.ts';
import { unknownOptions } from './unknown-options.ts';
import type { Problem, Result, ValueType } from './types.ts';

export type { Option, Scope } from './scope.ts';

export function check(expression: Expression, scope: Scope, at = ''): Result<TypedExpression> {
  const problems: Problem[] = [];
  const value = walk({ expression, names: namesOf(scope), at, problems });
  if (value === undefined) return { ok: false, problems };
  return costOf(value) <= costLimit ? { ok: true, value } : { ok: false, problems: [problem(at, 'too_costly')] };
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
  readonly names: Names;
  readonly at: Place;
  readonly problems: Problem[];
}

/** Undefined where there is a problem in it; what holds it says nothing more. */
function walk(place: Walk): TypedExpression | undefined {
  const { expression, names, at, problems } = place;
  switch (expression.kind) {
    case 'literal':
      return typeLiteral(expression.value);
    case 'var': {
      const variable = typeVar(expression.path, names);
      if (variable === undefined) {
        const suggestion = meantName(expression.path, names);
        const params = { name: expression.path.join('.'), ...(suggestion === undefined ? {} : { suggestion }) };
        problems.push(problem(pointer(at), 'unknown_field', params));
      }
      return variable;
    }
    case 'list':
      return typeList(
        expression.items.map((item, index) => walk({ ...place, expression: item, at: inside(at, index) })),
      );
    case 'call':
      return typeCall(place, expression.op, expression.args);
  }
}

function typeCall(place: Walk, op: string, args: readonly Expression[]): TypedExpression | undefined {
  const operator = findOperator(op);
  const typeOperand = operandsOf(place, op, args);
  const signatures = operator?.signatures ?? [];
  if (operator?.each !== undefined) {
    const hasOthers = signatures.length > 0;
    const matched = matchEach({ each: operator.each, hasOthers, args, names: place.names, typeOperand });
    if (matched === undefined) return undefined;
    if (matched !== 'elsewhere') return settle(place, op, matched);
  }
  const typed = args.map((_, index) => typeOperand(index, place.names));
  if (!typed.every((arg) => arg !== undefined)) return undefined;
  const matched = matchOperator(signatures, typed, place.names.scope);
  const misfits = matched.ok ? unknownOptions(matched.node, args, place.names) : [];
  return settle(place, op, misfits.length > 0 ? { ok: false, misfits } : matched);
}

/** The first operand may be asked for twice, and would be typed twice at every level. */
function operandsOf(
  place: Walk,
  op: string,
  args: readonly Expression[],
): (index: number, names: Names) => TypedExpression | undefined {
  let first: { readonly typed: TypedExpression | undefined } | undefined;
  const type = (index: number, names: Names): TypedExpression | undefined => {
    const expression = args[index];
    const at = inside(inside(place.at, op), index);
    return expression === undefined ? undefined : walk({ ...place, expression, names, at });
  };
  return (index, names) => {
    if (index > 0) return type(index, names);
    first ??= { typed: type(0, names) };
    return first.typed;
  };
}

function settle({ at, names, problems }: Walk, op: string, matched: Matched): TypedExpression | undefined {
  if (matched.ok) {
    const { node } = matched;
    const isLoop = node.kind === 'each' || node.kind === 'fold';
    if (!isLoop || costOf(node) <= costLimit) return isBesideMember(names) ? briefly(node) : node;
    problems.push(problem(pointer(at), 'too_costly'));
    return undefined;
  }
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

/** What its members are is settled by the place where the list stands. */
function typeList(items: readonly (TypedExpression | undefined)[]): TypedExpression | undefined {
  if (!items.every((item) => item !== undefined)) return undefined;
  const types = new Set(items.map(({ type }) => type));
  const item = types.size > 1 ? 'json' : (items[0]?.type ?? 'null');
  return { kind: 'list', items, item, type: listOf(item) };
}
