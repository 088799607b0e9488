// Raw JSON → Expression: the one door. Strict JSONLogic: an object is exactly one operator that we know, or `var`; everything
// else is refused with its place, all of it at once.
import { inside, pointer, type Expression, type Place } from './ast.ts';
import { problem, type ProblemCode } from './messages.ts';
import { withFields } from './missing-operands.ts';
import { operatorNames, findOperator } from './operators/registry.ts';
import { suggest } from './suggest.ts';
import type { Problem, Result } from './types.ts';
import { isStorable } from './values/text.ts';

const depthLimit = 50;
const sizeLimit = 2_000;

/** On either side of the point: more than any column has, and few enough that products stay within what PostgreSQL can hold. */
const digitLimit = 60;

/** Names as metadata gives them; `$` opens the words of the context. */
const pathPattern = /^\$?[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;

const unread: Expression = { kind: 'literal', value: null };

interface Reading {
  readonly problems: Problem[];
  size: number;
}

/** `at` is where the expression stands in its document. A lone operand counts as a list of one, in paths too. */
export function parseExpression(json: unknown, at = ''): Result<Expression> {
  const reading: Reading = { problems: [], size: 0 };
  const value = read(json, at, 1, reading);
  return reading.problems.length === 0 ? { ok: true, value } : { ok: false, problems: reading.problems };
}

function read(json: unknown, at: Place, depth: number, reading: Reading): Expression {
  if (!isWithinLimit(reading, at)) return unread;
  if (depth > depthLimit) return refuse(reading, at, 'too_deep', { limit: depthLimit });
  if (Array.isArray(json)) return { kind: 'list', items: readAll(json, at, depth, reading) };
  if (typeof json === 'object' && json !== null) return readCall(json, at, depth, reading);
  return readLiteral(json, at, reading);
}

/** Counts another part; that there are too many is told once. */
function isWithinLimit(reading: Reading, at: Place): boolean {
  reading.size += 1;
  if (reading.size === sizeLimit + 1) refuse(reading, at, 'too_large', { limit: sizeLimit });
  return reading.size <= sizeLimit;
}

function readAll(items: readonly unknown[], at: Place, depth: number, reading: Reading): readonly Expression[] {
  // One beyond the limit is enough to be refused; a list of a million is not walked through.
  return items.slice(0, sizeLimit + 1).map((item, index) => read(item, inside(at, index), depth + 1, reading));
}

function readCall(json: object, at: Place, depth: number, reading: Reading): Expression {
  const [member, another] = Object.entries(json);
  if (member === undefined || another !== undefined) return refuse(reading, at, 'not_an_expression');
  const [op, operands]: [string, unknown] = member;
  const list: readonly unknown[] = Array.isArray(operands) ? operands : [operands];
  if (op === 'var') return readVar(list, at, depth, reading);
  if (findOperator(op) === undefined) {
    const suggestion = closest(op);
    return refuse(reading, at, 'unknown_operator', {
      operator: op.slice(0, 60),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  return { kind: 'call', op, args: readAll(withFields(op, list), inside(at, op), depth, reading) };
}

/** A second operand stands for a missing value: that is what `coalesce` says. */
function readVar(operands: readonly unknown[], at: Place, depth: number, reading: Reading): Expression {
  const [name, ...otherwise] = operands;
  if (typeof name !== 'string' || (name !== '' && !pathPattern.test(name)) || otherwise.length > 1)
    return refuse(reading, at, 'bad_path');
  // The empty name is that of the member at hand, where the members of a list are gone through.
  const field: Expression = { kind: 'var', path: name === '' ? [] : name.split('.') };
  // Written out as a coalesce the field is a part of its own, and what is within the limit has to stay there.
  if (otherwise.length === 0 || !isWithinLimit(reading, at)) return field;
  return {
    kind: 'call',
    op: 'coalesce',
    args: [field, read(otherwise[0], inside(inside(at, 'var'), 1), depth + 1, reading)],
  };
}

function readLiteral(json: unknown, at: Place, reading: Reading): Expression {
  if (json === null || typeof json === 'boolean') return { kind: 'literal', value: json };
  if (typeof json === 'string') {
    return isStorable(json) ? { kind: 'literal', value: json } : refuse(reading, at, 'bad_text');
  }
  if (typeof json !== 'number') return refuse(reading, at, 'not_an_expression');
  const size = Math.abs(json);
  const isFine = size === 0 || (size < 10 ** digitLimit && size > 10 ** -digitLimit);
  return isFine ? { kind: 'literal', value: json } : refuse(reading, at, 'bad_number', { limit: digitLimit });
}

function refuse(reading: Reading, at: Place, code: ProblemCode, params: Problem['params'] = {}): Expression {
  reading.problems.push(problem(pointer(at), code, params));
  return unread;
}

/** The known operator that was meant, in whatever way its words were joined. */
function closest(op: string): string | undefined {
  const words = operatorNames().filter((name) => /^\w/.test(name));
  return suggest(op.toLowerCase().replaceAll(/[\s-]/g, '_').slice(0, 40), words);
}
