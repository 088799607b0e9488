// What every text has to satisfy before PostgreSQL can store it, its length as people count it, and full-width forms.
import { refuse, type Refusal } from '../normalized.ts';

/** PostgreSQL stores neither U+0000 nor halves of surrogate pairs. */
export function refuseCharacters(text: string): Refusal | undefined {
  if (text.includes('\0')) return refuse('nul_character');
  return text.isWellFormed() ? undefined : refuse('lone_surrogate');
}

/** Lengths count code points, as JSON Schema and PostgreSQL do. */
export function refuseLength(text: string, min: number, max: number): Refusal | undefined {
  // A text of more than twice `max` units is too long however it is counted, so that huge input costs nothing.
  if (text.length > 2 * max) return refuse('too_long', { max });
  const length = text.length > max || min > 0 ? codePoints(text) : text.length;
  if (length > max) return refuse('too_long', { max });
  return length < min ? refuse('too_short', { min }) : undefined;
}

/** １２３，￥ as Chinese input methods write them → 123,¥ */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('\uFFE5', '\u00A5');
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
