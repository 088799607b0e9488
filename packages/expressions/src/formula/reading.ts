// What the parts of the parser share while they read one formula: the tokens and how far they are read, what has been made of them
// and from which piece of the text, and what is wrong.
import type { Expression } from '../ast.ts';
import type { ProblemCode } from '../messages.ts';
import type { Problem } from '../types.ts';
import type { Fields, Resolved, Surroundings } from './fields.ts';
import type { FormulaProblemCode } from './problems.ts';
import type { Range } from './range.ts';
import type { Token } from './tokens.ts';

export interface Reading {
  readonly tokens: readonly Token[];
  position: number;
  readonly record: Fields | undefined;
  here: Surroundings['here'];
  readonly made: Map<Expression, Made>;
  readonly problems: Told[];
  /** How many operands within one another are being read. */
  nesting: number;
  /** It is too large or too deep, and is read no further. */
  isGivenUp: boolean;
}

export interface Made {
  readonly range: Range;
  readonly depth: number;
  /** Of a field: what its path means. */
  readonly resolved?: Resolved;
}

export interface Told {
  readonly range: Range;
  readonly code: FormulaProblemCode | ProblemCode;
  readonly params: Problem['params'];
}

/** Reads one expression, up to what does not belong to it. */
export type Read = (reading: Reading) => Expression;

const depthLimit = 50;
const sizeLimit = 2_000;

export function peek({ tokens, position }: Reading, ahead = 0): Token {
  const token = tokens[Math.min(position + ahead, tokens.length - 1)];
  if (token === undefined) throw new Error('The last token is the end.');
  return token;
}

export function take(reading: Reading): Token {
  const token = peek(reading);
  if (token.kind !== 'end') reading.position += 1;
  return token;
}

export function isMark(token: Token, mark: string): boolean {
  return token.kind === 'mark' && token.text === mark;
}

export function rangeOf({ offset, end }: Pick<Token, 'offset' | 'end'>): Range {
  return { offset, length: end - offset };
}

/** `from`: where in the text it begins; it ends with the last token taken. */
export function make(reading: Reading, expression: Expression, from: number, resolved?: Resolved): Expression {
  const end = reading.tokens[reading.position - 1]?.end ?? from;
  const range = { offset: from, length: Math.max(0, end - from) };
  const depth = 1 + Math.max(0, ...childrenOf(expression).map((child) => reading.made.get(child)?.depth ?? 0));
  reading.made.set(expression, { range, depth, ...(resolved && { resolved }) });
  if (depth > depthLimit) giveUp(reading, range, 'too_deep', depthLimit);
  if (reading.made.size > sizeLimit) giveUp(reading, range, 'too_large', sizeLimit);
  return expression;
}

/** Takes the place of what could not be read. */
export function unread(reading: Reading): Expression {
  return make(reading, { kind: 'literal', value: null }, peek(reading).offset);
}

/** Nothing is said of what would follow a quote that is not closed: it is within the text. */
export function tell(reading: Reading, problem: Told): void {
  const last = reading.tokens.at(-2);
  const isAtEnd = problem.range.offset >= (last?.offset ?? 0) || peek(reading).kind === 'end';
  if (!reading.isGivenUp && !(isAtEnd && last?.isOpen)) reading.problems.push(problem);
}

export function giveUp(reading: Reading, range: Range, code: 'too_deep' | 'too_large', limit: number): void {
  tell(reading, { range, code, params: { limit } });
  reading.isGivenUp = true;
  reading.position = reading.tokens.length - 1;
}

function childrenOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'list') return expression.items;
  return expression.kind === 'call' ? expression.args : [];
}
