// Where the caret stands in a formula that is being written: in which functions and at which of their operands, among which fields, and
// what of a word is there already. It looks at the tokens before the caret alone, since what is being written is seldom whole.
import { findOperator } from '../operators/registry.ts';
import { resolve, type FormulaField, type Segment, type Surroundings, type Fields } from './fields.ts';
import { findFunction, findWordOperator, type FormulaFunction } from './functions.ts';
import { isPathPart, segmentOf } from './path.ts';
import { isMark } from './reading.ts';
import { tokenize, type Token } from './tokens.ts';

export interface Caret {
  /** What is open around it, from outside in. */
  readonly frames: readonly Frame[];
  readonly surroundings: Surroundings;
  /** The whole tokens before it, without what is being written. */
  readonly before: readonly Token[];
  /** The word, label, name or text that it stands in or at the end of. */
  readonly written: Token | undefined;
}

export interface Frame {
  readonly mark: '(' | '{';
  /** Undefined for plain parentheses, lists, and names of no function. */
  readonly called: FormulaFunction | undefined;
  /** How many operands stand before. */
  readonly index: number;
  /** Where among the tokens it opens. */
  readonly opening: number;
}

export function caretAt(text: string, offset: number, fields: Fields | undefined): Caret {
  const tokens = tokenize(text.slice(0, offset)).tokens.slice(0, -1);
  const last = tokens.at(-1);
  const isWriting = last !== undefined && last.end === offset && (last.isOpen || last.kind === 'word');
  const before = isWriting ? tokens.slice(0, -1) : tokens;
  const frames = framesOf(before);
  return {
    frames,
    surroundings: surroundingsIn(frames, before, fields),
    before,
    written: isWriting ? last : undefined,
  };
}

/** The path that ends with the last of these tokens, if one does. */
export function pathBefore(tokens: readonly Token[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (let index = tokens.length - 1; index >= 0; index -= 2) {
    const part = tokens[index];
    if (part === undefined || !isPathPart(part)) break;
    segments.unshift(segmentOf(part));
    const point = tokens[index - 1];
    if (point === undefined || !isMark(point, '.')) break;
  }
  return segments;
}

/** The path that is the whole first operand of a function. */
export function firstOperand({ opening }: Frame, tokens: readonly Token[]): readonly Segment[] {
  const end = tokens.findIndex((token, index) => index > opening && isMark(token, ','));
  const operand = tokens.slice(opening + 1, end < 0 ? undefined : end);
  const path = pathBefore(operand);
  return path.length * 2 - 1 === operand.length ? path : [];
}

export function fieldOf(path: readonly Segment[], surroundings: Surroundings): FormulaField | undefined {
  const resolved = path.length > 0 ? resolve(path, surroundings) : undefined;
  return resolved?.ok ? resolved.field : undefined;
}

/** Goes through something, and names within are not those around it. */
export function goesThrough({ called, index }: Frame): boolean {
  return called !== undefined && called.means !== 'old' && 'op' in called.means && index > 0
    ? findOperator(called.means.op)?.each !== undefined
    : false;
}

/** Whether an operand is whole before the caret, so that a sign would come next. */
export function isBehindOperand(before: readonly Token[]): boolean {
  const last = before.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'word') return findWordOperator(last.text) === undefined;
  return !['sign', 'other', 'mark'].includes(last.kind) || [')', '}', '@'].some((mark) => isMark(last, mark));
}

function framesOf(tokens: readonly Token[]): readonly Frame[] {
  const frames: Frame[] = [];
  for (const [opening, token] of tokens.entries()) {
    if (token.kind !== 'mark') continue;
    if (token.text === '(' || token.text === '{') {
      const name = tokens[opening - 1];
      const called = token.text === '(' && name?.kind === 'word' ? findFunction(name.text) : undefined;
      frames.push({ mark: token.text, called, index: 0, opening });
    }
    if (token.text === ')' || token.text === '}') frames.pop();
    const last = frames.at(-1);
    if (token.text === ',' && last !== undefined) frames[frames.length - 1] = { ...last, index: last.index + 1 };
  }
  return frames;
}

function surroundingsIn(frames: readonly Frame[], tokens: readonly Token[], record: Fields | undefined): Surroundings {
  return frames.reduce<Surroundings>((around, frame) => ({ record, here: fieldsIn(frame, tokens, around) }), {
    record,
    here: record,
  });
}

function fieldsIn(frame: Frame, tokens: readonly Token[], around: Surroundings): Fields | undefined {
  const { record, here } = around;
  if (frame.called?.means === 'old') return record?.find(({ name }) => name === '$old')?.fields?.() ?? record;
  const path = goesThrough(frame) ? firstOperand(frame, tokens) : [];
  const resolved = path.length > 0 ? resolve(path, around) : undefined;
  return resolved?.ok ? (resolved.rows?.fields ?? here) : here;
}
