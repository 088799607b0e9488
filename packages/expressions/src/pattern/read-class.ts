// What stands between brackets: characters, ranges of them, and escapes. A hyphen is itself at either end.
import type { CharacterPattern, Range } from './pattern.ts';
import { only, readEscape } from './read-escape.ts';
import { accept, peek, refuse, take, type Reader } from './reader.ts';

const lastCode = 0x10ffff;

/** The reader stands behind the opening bracket. */
export function readClass(reader: Reader): CharacterPattern {
  const start = reader.at - 1;
  const negated = accept(reader, '^');
  const ranges: Range[] = [];
  if (peek(reader) === ']') refuse(reader, 'empty_class', start);
  while (peek(reader) !== undefined && peek(reader) !== ']') ranges.push(...readMember(reader));
  if (!accept(reader, ']')) refuse(reader, 'unclosed_class', start);
  return { kind: 'character', ranges, negated };
}

function readMember(reader: Reader): readonly Range[] {
  const at = reader.at;
  const first = readOne(reader);
  const isRange = peek(reader) === '-' && peek(reader, 1) !== undefined && peek(reader, 1) !== ']';
  if (!isRange) return listed(first);
  take(reader);
  const last = readOne(reader);
  const [from, to] = [codeOf(first), codeOf(last)];
  if (from === undefined || to === undefined || from > to || isHyphenAfter(reader)) {
    refuse(reader, 'bad_range', at);
    return [];
  }
  return [[from, to]];
}

function readOne(reader: Reader): CharacterPattern {
  const at = reader.at;
  const character = take(reader) ?? '';
  if (character === '\\') return readEscape(reader);
  if (character === '[') refuse(reader, 'bracket_in_class', at);
  return only(character.codePointAt(0) ?? 0);
}

/** `a-c-e` could mean several things. */
function isHyphenAfter(reader: Reader): boolean {
  return peek(reader) === '-' && peek(reader, 1) !== ']';
}

function codeOf({ ranges: [range, another], negated }: CharacterPattern): number | undefined {
  return range !== undefined && another === undefined && !negated && range[0] === range[1] ? range[0] : undefined;
}

/** `\D` and the like, as what they leave; there is no character zero. */
function listed({ ranges, negated }: CharacterPattern): readonly Range[] {
  if (!negated) return ranges;
  const starts = [1, ...ranges.map(([, to]) => to + 1)];
  const ends = [...ranges.map(([from]) => from - 1), lastCode];
  return starts.map((from, index): Range => [from, ends[index] ?? lastCode]);
}
