// Text of a formula → Expression. Excel-like; the grammar is in docs/formulas.md. Everything that is wrong is told with its piece of
// the text; beside the expression comes the piece that each part of it was written as.
import type { Expression } from '../ast.ts';
import { problem as expressionProblemAt } from '../messages.ts';
import type { Fields, Resolved } from './fields.ts';
import { readExpression } from './infix.ts';
import { expressionProblem, formulaProblem, isFormulaProblemCode, type FormulaProblem } from './problems.ts';
import type { Range } from './range.ts';
import { isMark, make, peek, rangeOf, take, tell, type Made, type Reading, type Told } from './reading.ts';
import { tokenize, written } from './tokens.ts';

export interface Formula {
  readonly text: string;
  readonly expression: Expression;
  /** The part that a JSON pointer leads to, as problems of `check` have it; what holds it where it has no piece of its own. */
  partAt(pointer: string): FormulaPart;
}

export interface FormulaPart {
  readonly expression: Expression;
  readonly range: Range;
  /** Of a field: what its path means. */
  readonly resolved?: Resolved;
}

export type FormulaResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

/** Without fields every name is taken as it is, and there are no labels. */
export function parseFormula(text: string, fields?: Fields): FormulaResult<Formula> {
  const { tokens, problems } = tokenize(text);
  const reading: Reading = {
    tokens,
    position: 0,
    record: fields,
    here: fields,
    made: new Map(),
    problems: problems.map(({ token, ...told }) => ({ range: rangeOf(token), ...told })),
    nesting: 0,
    isGivenUp: false,
  };
  const expression = readAll(reading);
  if (reading.problems.length > 0) return { ok: false, problems: inOrder(text, reading.problems) };
  return { ok: true, value: { text, expression, partAt: (pointer) => partAt(expression, pointer, reading.made) } };
}

/** As in a cell of a sheet, an equals sign may come first. */
function readAll(reading: Reading): Expression {
  if (peek(reading).kind === 'sign' && peek(reading).text === '=') take(reading);
  const first = peek(reading);
  if (first.kind === 'end') {
    tell(reading, { range: rangeOf(first), code: 'nothing_written', params: {} });
    return make(reading, { kind: 'literal', value: null }, first.offset);
  }
  const expression = readExpression(reading);
  const extra = peek(reading);
  if (extra.kind !== 'end') {
    const code = isMark(extra, ')') || isMark(extra, '}') ? 'extra_closing' : 'unexpected';
    tell(reading, { range: rangeOf(extra), code, params: { token: written(extra) } });
  }
  return expression;
}

function inOrder(text: string, problems: readonly Told[]): readonly FormulaProblem[] {
  return problems
    .map(({ range, code, params }) =>
      isFormulaProblemCode(code)
        ? formulaProblem(text, range, code, params)
        : expressionProblem(text, range, expressionProblemAt('', code, params)),
    )
    .sort((one, other) => one.offset - other.offset);
}

function partAt(expression: Expression, pointer: string, made: ReadonlyMap<Expression, Made>): FormulaPart {
  let part = expression;
  for (const key of pointer.split('/').slice(1)) part = memberOf(part, key) ?? part;
  const { range = { offset: 0, length: 0 }, resolved } = made.get(part) ?? {};
  return { expression: part, range, ...(resolved && { resolved }) };
}

/** The name of the operator stays with the call: only the index behind it leads on. */
function memberOf(expression: Expression, key: string): Expression | undefined {
  if (expression.kind === 'list') return expression.items[Number(key)];
  return expression.kind === 'call' ? expression.args[Number(key)] : undefined;
}
