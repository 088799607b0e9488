import { describe, expect, test } from 'vitest';
import { matchesPattern, replacePattern } from '../values/patterns.ts';
import { parsePattern } from './parse-pattern.ts';
import { toPostgres } from './to-postgres.ts';

const refusals: readonly (readonly [string, string, number])[] = [
  ['(a', 'unclosed_group', 1],
  ['a)', 'unopened_group', 2],
  ['[a', 'unclosed_class', 1],
  ['a]', 'unclosed_class', 2],
  ['[]', 'empty_class', 1],
  ['[z-a]', 'bad_range', 2],
  ['[\\d-z]', 'bad_range', 2],
  ['[a-c-e]', 'bad_range', 2],
  ['[[:alpha:]]', 'bracket_in_class', 2],
  ['*a', 'nothing_to_repeat', 1],
  ['(|+)', 'nothing_to_repeat', 3],
  ['a*?', 'repeated_twice', 3],
  ['a++', 'repeated_twice', 3],
  ['(^a)*', 'repeated_anchor', 5],
  ['a{2,1}', 'bad_count', 2],
  ['a{101}', 'bad_count', 2],
  ['{', 'bad_count', 1],
  ['(?=a)', 'lookaround', 1],
  ['(?<!a)', 'lookaround', 1],
  ['(?i)a', 'group_option', 1],
  ['(?<name>a)', 'group_option', 1],
  ['(a)\\1', 'back_reference', 4],
  ['\\bword', 'boundary', 1],
  ['\\p{L}', 'unicode_property', 1],
  ['\\q', 'unknown_escape', 1],
  ['\\ud83d', 'unknown_escape', 1],
  ['a\\', 'unknown_escape', 2],
  ['(((a{10}){10}){10})', 'too_large', 1],
  ['a'.repeat(1_001), 'too_large', 1_001],
];

describe('What both interpreters do not read alike is refused with its place', () => {
  test.each(refusals)('%s: %s', (text, reason, position) => {
    expect(parsePattern(text)).toEqual({ ok: false, reason, position });
  });
});

describe('What is left means the same as everywhere', () => {
  test('classes are those of ASCII', () => {
    expect(matchesPattern('٣', '\\d')).toBe(false);
    expect(matchesPattern('é', '\\w')).toBe(false);
    expect(matchesPattern('\u00a0', '\\s')).toBe(false);
    expect(matchesPattern('华为', '^[\\u4e00-\\u9fff]{2}$')).toBe(true);
  });

  test('a dot is any one character, a line break too, and anchors know no lines', () => {
    expect(matchesPattern('😀', '^.$')).toBe(true);
    expect(matchesPattern('a\nb', '^a.b$')).toBe(true);
    expect(matchesPattern('a\nb', 'a$')).toBe(false);
  });

  test('a pattern that takes others for ever takes no time', () => {
    expect(matchesPattern(`${'a'.repeat(100_000)}!`, '^(a+)+$')).toBe(false);
    expect(matchesPattern('ab'.repeat(50_000), '(a|b)*a(a|b){20}c')).toBe(false);
  });

  test('the leftmost is replaced, and there the longest', () => {
    expect(replacePattern('aab', 'a|aa', '-')).toBe('-b');
    expect(replacePattern('abc', 'b*', '-')).toBe('-a--c-');
    expect(replacePattern('x', 'x', '$&\\0')).toBe('$&\\0');
  });

  test('long texts, and those that could become too long, are not searched for what to replace', () => {
    expect(replacePattern('a'.repeat(2_000), 'a', 'b')).toBe('b'.repeat(2_000));
    expect(replacePattern('a'.repeat(2_001), 'a', 'b')).toBeNull();
    expect(replacePattern('a'.repeat(1_000), 'a', 'b'.repeat(1_000))).toBeNull();
  });
});

test('PostgreSQL is given nothing that it could take for an option of its own', () => {
  const written = (text: string) => {
    const parsed = parsePattern(text);
    return parsed.ok ? toPostgres(parsed.pattern) : parsed.reason;
  };
  expect(written('\\*\\*\\*=a')).toBe('\\u002a\\u002a\\u002a\\u003da');
  expect(written('^(a|b)+[^\\w-]?.$')).toBe('^(?:a|b)+[^0-9A-Z\\u005fa-z\\u002d]?.$');
});
