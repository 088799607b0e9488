// The rules that every short text obeys, whatever the type that carries it.
import { blank, ok, refuse, type Refusal } from '../normalized.ts';
import { refuseCharacters, refuseLength } from './characters.ts';
import { matchesPattern } from './pattern.ts';

export interface TextLimits {
  readonly min?: number;
  readonly max: number;
  readonly pattern?: string;
}

type PlainText = { readonly ok: true; readonly value: string | null } | Refusal;

/** Kept as it was typed; only white space is blank. */
export function normalizeText(value: unknown, limits: TextLimits): PlainText {
  if (typeof value !== 'string') return refuse('not_a_text');
  const refusal = refuseCharacters(value);
  if (refusal !== undefined) return refusal;
  if (value.trim() === '') return blank;
  return refuseLength(value, limits.min ?? 0, limits.max) ?? refusePattern(value, limits.pattern) ?? ok(value);
}

/** As `normalizeText`, without the white space around it: for parts of a structure, codes and addresses. */
export function normalizeTrimmed(value: unknown, max: number): PlainText {
  return normalizeText(typeof value === 'string' ? value.trim() : value, { max });
}

function refusePattern(text: string, pattern: string | undefined): Refusal | undefined {
  if (pattern === undefined || matchesPattern(text, pattern)) return undefined;
  return refuse('pattern_mismatch', { pattern });
}
