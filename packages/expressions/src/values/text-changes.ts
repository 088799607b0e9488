// Text that may grow: null where it would have more characters than a text may.
import { characters, textLimit } from './text.ts';

/** Every occurrence, from the left; there is none of the empty text. */
export function replaceText(text: string, part: string, replacement: string): string | null {
  if (part === '') return text;
  const pieces = text.split(part);
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
  return text.length <= limit || characters(text).length <= limit ? text : null;
}
