// Text that may grow: null where it would have more characters than a text may.
import { characters, textLimit } from './text.ts';
import { isSoughtFor, piecesAround } from './text-search.ts';

/** One after the other; they are not put together before it is known that they may be. */
export function joinTexts(texts: readonly string[]): string | null {
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  // A character is of one unit or two.
  if (units > 2 * textLimit) return null;
  if (units > textLimit && texts.reduce((sum, text) => sum + countCharacters(text), 0) > textLimit) return null;
  return texts.join('');
}

/** Every occurrence, from the left; there is none of the empty text, and null of one too long to be looked for. */
export function replaceText(text: string, part: string, replacement: string): string | null {
  if (part === '') return text;
  if (!isSoughtFor(part)) return null;
  const pieces = piecesAround(text, part);
  const growth = characters(replacement).length - characters(part).length;
  if (characters(text).length + (pieces.length - 1) * growth > textLimit) return null;
  return pieces.join(replacement);
}

/** `times` is whole; a text less than once is empty. */
export function repeatText(text: string, times: number): string | null {
  if (text === '' || times <= 0) return '';
  return characters(text).length * times > textLimit ? null : text.repeat(times);
}

/** The text, as far as it has no more characters than that. */
export function textWithin(text: string, limit: number): string | null {
  return text.length <= limit || (text.length <= 2 * limit && countCharacters(text) <= limit) ? text : null;
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
