// The values that may stand at the caret, where they are known: options of the field that something is compared with, words for units
// of time.
import { findOperator } from '../operators/registry.ts';
import type { Parameter } from '../typed.ts';
import { periods, units } from '../values/dates.ts';
import { clockUnits } from '../values/elapsed.ts';
import { fieldOf, firstOperand, pathBefore, type Caret, type Frame } from './caret.ts';
import type { FormulaOption } from './fields.ts';
import { findWordOperator } from './functions.ts';
import { isMark } from './reading.ts';
import { findSign, strengths } from './signs.ts';
import type { Token } from './tokens.ts';

export function optionsAt(caret: Caret): readonly FormulaOption[] {
  const { before, frames, surroundings } = caret;
  const last = before.at(-1);
  if (last === undefined) return [];
  if (isComparison(last)) return fieldOf(pathBefore(before.slice(0, -1)), surroundings)?.options ?? [];
  const frame = frames.at(-1);
  if (frame === undefined) return [];
  return wordsAt(frame) ?? fieldOf(comparedWith(caret, frame), surroundings)?.options ?? [];
}

/** `stage IN {`, `IN(stage, {`, `HAS_ANY(channels, {`, `SWITCH(stage, `. */
function comparedWith({ before, frames }: Caret, frame: Frame): ReturnType<typeof pathBefore> {
  if (isOperator(frame, 'case') && frame.index > 0) return firstOperand(frame, before);
  if (frame.mark !== '{') return [];
  const opener = before[frame.opening - 1];
  if (opener === undefined) return [];
  if (opener.kind === 'word' && findWordOperator(opener.text) === 'in') {
    const denied = before[frame.opening - 2];
    const isDenied = denied?.kind === 'word' && findWordOperator(denied.text) === '!';
    return pathBefore(before.slice(0, frame.opening - (isDenied ? 2 : 1)));
  }
  const outer = frames.at(-2);
  const isListed = outer !== undefined && ['in', 'has_any', 'has_all'].some((op) => isOperator(outer, op));
  return isListed && isMark(opener, ',') ? firstOperand(outer, before) : [];
}

/** Words that the operator asks for at this place. */
function wordsAt({ called, index }: Frame): readonly FormulaOption[] | undefined {
  if (called === undefined || called.means === 'old' || !('op' in called.means)) return undefined;
  const { signatures = [] } = findOperator(called.means.op) ?? {};
  const parameters = signatures.flatMap(({ takes }) => (index < takes.most ? [takes.at(index, index + 1)] : []));
  const words = new Set(parameters.flatMap(wordsOf));
  return words.size === 0 ? undefined : [...words].map((value) => ({ value, label: value }));
}

function wordsOf(parameter: Parameter): readonly string[] {
  if (parameter === 'unit') return units;
  if (parameter === 'clock_unit') return clockUnits;
  return parameter === 'period' ? periods : [];
}

function isComparison({ kind, text }: Token): boolean {
  return kind === 'sign' && findSign(text)?.strength === strengths.comparison;
}

function isOperator({ called }: Frame, op: string): boolean {
  return called !== undefined && called.means !== 'old' && 'op' in called.means && called.means.op === op;
}
