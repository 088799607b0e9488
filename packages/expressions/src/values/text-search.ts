// A text within a text, in a time that grows with their lengths alone: the searches that JavaScript and PostgreSQL have grow with
// the product of the two where both repeat themselves. Source: Knuth, Morris and Pratt.
import { mostTextSought } from '../limits.ts';
import { characters } from './text.ts';

/** Up to this length the quick searches are quick enough whatever the texts are; likewise for texts that come to so little together. */
export const shortLimit = 100;
export const smallProduct = 1_000_000;

export function isSoughtFor(part: string): boolean {
  return (
    part.length <= mostTextSought || (part.length <= 2 * mostTextSought && characters(part).length <= mostTextSought)
  );
}

/** In UTF-16 units from 0, -1 where the part does not stand in the text; `part` is not too long. */
export function indexIn(text: string, part: string): number {
  if (isQuick(text, part)) return text.indexOf(part);
  return indicesIn(text, part, 1)[0] ?? -1;
}

/** What stands around each occurrence, from the left; `part` is not too long. */
export function piecesAround(text: string, part: string): readonly string[] {
  if (isQuick(text, part)) return text.split(part);
  const starts = indicesIn(text, part, Infinity);
  return [...starts, text.length].map((start, index) =>
    text.slice(index === 0 ? 0 : (starts[index - 1] ?? 0) + part.length, start),
  );
}

function isQuick(text: string, part: string): boolean {
  return part.length <= shortLimit || text.length * part.length <= smallProduct;
}

/** Where occurrences begin that do not overlap, `most` of them. */
function indicesIn(text: string, part: string, most: number): readonly number[] {
  const borders = bordersOf(part);
  const starts: number[] = [];
  let matched = 0;
  for (let at = 0; at < text.length && starts.length < most; at += 1) {
    matched = extended(part, borders, matched, text.charCodeAt(at));
    if (matched < part.length) continue;
    starts.push(at + 1 - part.length);
    matched = 0;
  }
  return starts;
}

/** Of each start of the part, how much of its end is a start of the part too. */
function bordersOf(part: string): readonly number[] {
  const borders = [0];
  let matched = 0;
  for (let at = 1; at < part.length; at += 1) {
    matched = extended(part, borders, matched, part.charCodeAt(at));
    borders.push(matched);
  }
  return borders;
}

function extended(part: string, borders: readonly number[], matched: number, unit: number): number {
  let length = matched;
  while (length > 0 && part.charCodeAt(length) !== unit) length = borders[length - 1] ?? 0;
  return part.charCodeAt(length) === unit ? length + 1 : length;
}
