// JSON values within the limits of what is stored and shown.
import { ok, refuse, type Refusal } from '../normalized.ts';
import { refuseCharacters } from '../text/characters.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export const maxDepth = 32;
export const maxBytes = 262_144;

/** Blanks included, as an editor indents it. */
const maxTextLength = 4 * maxBytes;

export function readJson(text: string): { readonly ok: true; readonly value: unknown } | Refusal {
  if (text.length > maxTextLength) return refuse('too_big', { max: maxTextLength });
  try {
    return ok(JSON.parse(text));
  } catch {
    return refuse('not_json');
  }
}

/** The first thing that keeps a value from being stored, at any depth. */
export function refuseJson(value: unknown, depth = 0): Refusal | undefined {
  if (depth > maxDepth) return refuse('too_deep', { max: maxDepth });
  if (typeof value === 'string') return refuseCharacters(value);
  // JSON numbers beyond the range of a double have become infinite on their way.
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : refuse('too_large', { max: Number.MAX_VALUE });
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const refusal = refuseCharacters(name) ?? refuseJson(member, depth + 1);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
