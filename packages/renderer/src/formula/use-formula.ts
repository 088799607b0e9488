// The text of a formula while it is written, beside the JSONLogic that it stands for. What comes from outside is shown as text anew; what
// was written here stays as it was written.
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkFormula, type FormulaScope } from '@trellis/expressions/formula/check';
import { printFormula } from '@trellis/expressions/formula/print';
import type { FormulaProblem } from '@trellis/expressions/formula/problems';
import { parseExpression } from '@trellis/expressions/parse';
import { toJson } from '@trellis/expressions/to-json';
import type { Value } from '@trellis/expressions/types';
import { languageOf } from './language-of.ts';

export interface FormulaValue extends FormulaScope {
  /** JSONLogic; undefined where there is none. */
  readonly value: unknown;
  /** Undefined while nothing is written, or something is wrong with it. */
  onChange(value: Value | undefined): void;
}

export interface FormulaInHand {
  readonly text: string;
  readonly problems: readonly FormulaProblem[];
  /** The value is no expression, and not shown. */
  readonly isUnreadable: boolean;
  write(text: string): void;
}

export function useFormula({ value, onChange, scope, fields, type }: FormulaValue): FormulaInHand {
  const language = languageOf(useTranslation().i18n.language);
  const shown = (json: unknown) =>
    textOf(json, (expression) => printFormula(expression, { language, fields: fields ?? [], labels: true }));
  const [written, setWritten] = useState(() => ({ value, text: shown(value) }));
  const isOurs = isSame(value, written.value);
  if (!isOurs) setWritten({ value, text: shown(value) });
  const text = (isOurs ? written.text : shown(value)) ?? '';
  const checking = useMemo(() => ({ scope, ...(fields && { fields }), ...(type && { type }) }), [scope, fields, type]);
  const problems = useMemo(() => problemsOf(text, checking), [text, checking]);
  const write = (next: string): void => {
    const checked = checkFormula(next, checking);
    const json = checked.ok ? toJson(checked.value.expression) : undefined;
    setWritten({ value: json, text: next });
    onChange(json);
  };
  // What it may name, or has to result in, has changed: a text that was wrong may be a formula now.
  const checkAgain = useEffectEvent(() => {
    if (value === undefined && text.trim() !== '' && problems.length === 0) write(text);
  });
  useEffect(() => checkAgain(), [problems]);
  return {
    text,
    problems,
    isUnreadable: isOurs && written.text === undefined,
    write,
  };
}

/** Undefined where the value is no expression. */
function textOf(value: unknown, print: (expression: Parameters<typeof printFormula>[0]) => string): string | undefined {
  if (value === undefined) return '';
  const parsed = parseExpression(value);
  return parsed.ok ? print(parsed.value) : undefined;
}

function problemsOf(text: string, scope: FormulaScope): readonly FormulaProblem[] {
  if (text.trim() === '') return [];
  const checked = checkFormula(text, scope);
  return checked.ok ? [] : checked.problems;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
