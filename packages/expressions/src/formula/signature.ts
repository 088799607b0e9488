// How a function is called, and which of its operands the caret stands at: the hint beside a formula that is being written.
import type { ParameterHelp } from '../help.ts';
import type { Language } from '../messages.ts';
import { caretAt } from './caret.ts';
import type { FormulaFunction } from './functions.ts';

export interface Signature {
  readonly name: string;
  /** As they are shown: what may be left out in brackets, `…` behind what may come again. */
  readonly parameters: readonly string[];
  readonly summary: string;
}

export interface SignatureAtCaret extends Signature {
  /** Which parameter the caret stands at; undefined where there are fewer. */
  readonly active: number | undefined;
}

export function signatureOf({ names, parameters, summary }: FormulaFunction, language: Language): Signature {
  const shown = parameters.map((parameter) => shownParameter(parameter, language));
  return { name: names[language], parameters: shown, summary: summary[language] };
}

/** Of the innermost function that is open at the caret. */
export function signatureAt(text: string, offset: number, language: Language): SignatureAtCaret | undefined {
  const frame = caretAt(text, offset, undefined).frames.findLast(({ called }) => called !== undefined);
  if (frame?.called === undefined) return undefined;
  const { parameters } = frame.called;
  const last = parameters.length - 1;
  const active = frame.index <= last ? frame.index : parameters[last]?.repeats ? last : undefined;
  return { ...signatureOf(frame.called, language), active };
}

/** As a call shows it. */
export function shownParameter({ name, optional, repeats }: ParameterHelp, language: Language): string {
  const shown = repeats ? `${name[language]}, …` : name[language];
  return optional ? `[${shown}]` : shown;
}
