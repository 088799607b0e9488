// Reads one operand: a value, a list, a field, a function, or an expression in parentheses, with the signs before it.
import type { Expression } from '../ast.ts';
import { readCall } from './call.ts';
import { findConstant, findWordOperator } from './functions.ts';
import { notClosed, readItems } from './items.ts';
import { readNumeral } from './numerals.ts';
import { isPathPart, readPath } from './path.ts';
import { giveUp, isMark, make, peek, rangeOf, take, tell, unread, type Read, type Reading } from './reading.ts';
import { written } from './tokens.ts';

/** Each makes one level of an expression at most, and parentheses around each level another. */
const nestingLimit = 150;

export interface Reads {
  /** An expression, as it stands between parentheses. */
  readonly whole: Read;
  /** What NOT belongs to where it is written as a word: up to the next AND or OR. */
  readonly denied: Read;
}

export function readOperand(reading: Reading, reads: Reads): Expression {
  if (reading.nesting >= nestingLimit) giveUp(reading, rangeOf(peek(reading)), 'too_deep', 50);
  reading.nesting += 1;
  const operand = readOne(reading, reads);
  reading.nesting -= 1;
  return operand;
}

function readOne(reading: Reading, reads: Reads): Expression {
  const token = peek(reading);
  const isCalled = (token.kind === 'word' || token.kind === 'name') && isMark(peek(reading, 1), '(');
  if (isCalled) return readCall(reading, reads.whole);
  switch (token.kind) {
    case 'number':
      return readNumber(reading, false);
    case 'text':
      take(reading);
      return make(reading, { kind: 'literal', value: token.text }, token.offset);
    case 'sign':
      return readSigned(reading, reads);
    case 'mark':
      return readMarked(reading, reads);
    case 'other':
      take(reading);
      return readOperand(reading, reads);
    default:
      return isPathPart(token) ? readWord(reading, reads) : missing(reading);
  }
}

function readWord(reading: Reading, reads: Reads): Expression {
  const token = peek(reading);
  const isAlone = token.kind === 'word' && !isMark(peek(reading, 1), '.');
  const constant = isAlone ? findConstant(token.text) : undefined;
  const operator = isAlone ? findWordOperator(token.text) : undefined;
  if (constant !== undefined) {
    take(reading);
    return make(reading, { kind: 'literal', value: constant.value }, token.offset);
  }
  if (operator === undefined) return readPath(reading);
  if (operator !== '!') return missing(reading);
  take(reading);
  return make(reading, { kind: 'call', op: '!', args: [reads.denied(reading)] }, token.offset);
}

function readNumber(reading: Reading, isNegative: boolean): Expression {
  const token = take(reading);
  const from = isNegative ? (reading.tokens[reading.position - 2]?.offset ?? token.offset) : token.offset;
  const numeral = readNumeral(token.text, isNegative);
  if (numeral === undefined) tell(reading, { range: rangeOf(token), code: 'bad_number', params: { limit: 60 } });
  if (numeral?.kind === 'call') for (const digits of numeral.args) make(reading, digits, from);
  return make(reading, numeral ?? { kind: 'literal', value: null }, from);
}

/** A number with a minus is one value; a plus changes nothing. */
function readSigned(reading: Reading, reads: Reads): Expression {
  const { text, offset } = peek(reading);
  if (text !== '-' && text !== '+') return missing(reading);
  take(reading);
  if (text === '+') return readOperand(reading, reads);
  if (peek(reading).kind === 'number') return readNumber(reading, true);
  return make(reading, { kind: 'call', op: '-', args: [readOperand(reading, reads)] }, offset);
}

function readMarked(reading: Reading, reads: Reads): Expression {
  const opening = peek(reading);
  switch (opening.text) {
    case '(': {
      take(reading);
      const inner = reads.whole(reading);
      if (isMark(peek(reading), ')')) take(reading);
      else tell(reading, { range: rangeOf(opening), code: notClosed['('], params: {} });
      return inner;
    }
    case '{':
      return make(reading, { kind: 'list', items: readItems(reading, reads.whole) }, opening.offset);
    case '@':
      take(reading);
      return make(reading, { kind: 'var', path: [] }, opening.offset);
    default:
      return missing(reading);
  }
}

/** Nothing is taken: what stands here may go on with what comes. */
function missing(reading: Reading): Expression {
  const next = peek(reading);
  const before = reading.tokens[reading.position - 1];
  const isBehind = before !== undefined && (before.kind === 'sign' || before.kind === 'word' || next.kind === 'end');
  const token = isBehind ? before : next;
  if (before?.kind !== 'other') {
    const code = isBehind ? 'missing_behind' : 'missing_before';
    tell(reading, { range: rangeOf(token), code, params: { token: written(token) } });
  }
  return unread(reading);
}
