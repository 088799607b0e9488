// Text → Pattern, or the first reason to refuse it, with its place. By recursive descent over code points.
import { hasAnchor, sizeOf, type Pattern } from './pattern.ts';
import { readClass } from './read-class.ts';
import { only, readEscape } from './read-escape.ts';
import { accept, peek, refuse, take, type Reader } from './reader.ts';
import type { PatternReason } from './reasons.ts';

export type ParsedPattern =
  | { readonly ok: true; readonly pattern: Pattern }
  /** `position` counts characters from 1. */
  | { readonly ok: false; readonly reason: PatternReason; readonly position: number };

const lengthLimit = 1_000;
const sizeLimit = 300;
const countLimit = 100;

export function parsePattern(text: string): ParsedPattern {
  const reader: Reader = { characters: Array.from(text), at: 0 };
  if (reader.characters.length > lengthLimit) return { ok: false, reason: 'too_large', position: lengthLimit + 1 };
  const pattern = readChoice(reader);
  if (peek(reader) === ')') refuse(reader, 'unopened_group', reader.at);
  if (reader.fault === undefined && sizeOf(pattern) > sizeLimit) refuse(reader, 'too_large', 0);
  return reader.fault === undefined ? { ok: true, pattern } : { ok: false, ...reader.fault };
}

function readChoice(reader: Reader): Pattern {
  const options = [readSequence(reader)];
  while (accept(reader, '|')) options.push(readSequence(reader));
  const [single = { kind: 'sequence', parts: [] }] = options;
  return options.length === 1 ? single : { kind: 'choice', options };
}

function readSequence(reader: Reader): Pattern {
  const parts: Pattern[] = [];
  while (peek(reader) !== undefined && peek(reader) !== '|' && peek(reader) !== ')') {
    parts.push(readRepeat(reader, readAtom(reader)));
  }
  const [single, another] = parts;
  return single !== undefined && another === undefined ? single : { kind: 'sequence', parts };
}

function readAtom(reader: Reader): Pattern {
  const at = reader.at;
  const character = take(reader) ?? '';
  switch (character) {
    case '.':
      return { kind: 'character', ranges: [], negated: true };
    case '^':
      return { kind: 'start' };
    case '$':
      return { kind: 'end' };
    case '[':
      return readClass(reader);
    case '\\':
      return readEscape(reader);
    case '(':
      return readGroup(reader, at);
    default: {
      const reason = misplaced.get(character);
      if (reason !== undefined) refuse(reader, reason, at);
      return only(character.codePointAt(0) ?? 0);
    }
  }
}

const misplaced: ReadonlyMap<string, PatternReason> = new Map([
  ['*', 'nothing_to_repeat'],
  ['+', 'nothing_to_repeat'],
  ['?', 'nothing_to_repeat'],
  ['{', 'bad_count'],
  ['}', 'bad_count'],
  [']', 'unclosed_class'],
]);

/** The reader stands behind the opening parenthesis. */
function readGroup(reader: Reader, at: number): Pattern {
  if (peek(reader) === '?' && !accept(reader, '?:')) {
    const isLook = peek(reader, 1) === '=' || peek(reader, 1) === '!';
    const isBehind = peek(reader, 1) === '<' && (peek(reader, 2) === '=' || peek(reader, 2) === '!');
    refuse(reader, isLook || isBehind ? 'lookaround' : 'group_option', at);
  }
  const inner = readChoice(reader);
  if (!accept(reader, ')')) refuse(reader, 'unclosed_group', at);
  return inner;
}

/** PostgreSQL would run out of memory over anchors that are repeated often enough. */
function readRepeat(reader: Reader, part: Pattern): Pattern {
  const at = reader.at;
  const count = readCount(reader);
  if (count === undefined) return part;
  if (hasAnchor(part)) refuse(reader, 'repeated_anchor', at);
  if (/^[*+?{]$/.test(peek(reader) ?? '')) refuse(reader, 'repeated_twice', reader.at);
  return { kind: 'repeat', part, ...count };
}

function readCount(reader: Reader): { readonly least: number; readonly most: number } | undefined {
  if (accept(reader, '*')) return { least: 0, most: Infinity };
  if (accept(reader, '+')) return { least: 1, most: Infinity };
  if (accept(reader, '?')) return { least: 0, most: 1 };
  if (peek(reader) !== '{') return undefined;
  const at = reader.at;
  const [written = '', low = '', comma, high = ''] =
    /^\{(\d{1,3})(,(\d{0,3}))?\}/.exec(reader.characters.slice(at, at + 9).join('')) ?? [];
  const least = Number(low);
  const most = comma === undefined ? least : high === '' ? Infinity : Number(high);
  if (written === '' || least > most || Math.max(least, most === Infinity ? 0 : most) > countLimit) {
    refuse(reader, 'bad_count', at);
  } else {
    reader.at += written.length;
  }
  return { least, most };
}
