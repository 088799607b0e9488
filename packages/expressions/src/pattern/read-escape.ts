// What stands behind a backslash: a class of ASCII characters, a character by its number, or punctuation as itself.
import type { CharacterPattern, Range } from './pattern.ts';
import { refuse, take, type Reader } from './reader.ts';
import type { PatternReason } from './reasons.ts';

const digits: readonly Range[] = [[0x30, 0x39]];
const spaces: readonly Range[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
];
const wordCharacters: readonly Range[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];

const classes: ReadonlyMap<string, readonly Range[]> = new Map([
  ['d', digits],
  ['s', spaces],
  ['w', wordCharacters],
]);

const controls: ReadonlyMap<string, number> = new Map([
  ['t', 0x09],
  ['n', 0x0a],
  ['v', 0x0b],
  ['f', 0x0c],
  ['r', 0x0d],
]);

/** Known elsewhere, and not here. */
const refused: readonly (readonly [RegExp, PatternReason])[] = [
  [/^[0-9k]$/, 'back_reference'],
  [/^[bBAZzGyYmM]$/, 'boundary'],
  [/^[pP]$/, 'unicode_property'],
];

/** The reader stands behind the backslash. */
export function readEscape(reader: Reader): CharacterPattern {
  const at = reader.at - 1;
  const character = take(reader) ?? '';
  const ranges = classes.get(character.toLowerCase());
  if (ranges !== undefined) return { kind: 'character', ranges, negated: character < 'a' };
  const control = controls.get(character);
  if (control !== undefined) return only(control);
  if (character === 'u') return readNumber(reader, at);
  if (/^[!-/:-@[-`{-~ ]$/.test(character)) return only(character.charCodeAt(0));
  refuse(reader, refused.find(([names]) => names.test(character))?.[1] ?? 'unknown_escape', at);
  return only(0);
}

export function only(code: number): CharacterPattern {
  return { kind: 'character', ranges: [[code, code]], negated: false };
}

/** Four hexadecimal digits; neither zero nor half of a character, which no text holds. */
function readNumber(reader: Reader, at: number): CharacterPattern {
  const text = reader.characters.slice(reader.at, reader.at + 4).join('');
  const code = /^[0-9a-fA-F]{4}$/.test(text) ? parseInt(text, 16) : 0;
  if (code === 0 || (code >= 0xd800 && code <= 0xdfff)) refuse(reader, 'unknown_escape', at);
  else reader.at += 4;
  return only(code);
}
