// Patterns of metadata: what is taken, and that no text holds them up.
import { expect, test } from 'vitest';
import { matchesPattern, patternProblem } from './pattern.ts';

test.each([
  ['^[A-Z]{2}-\\d+$', 'AB-12', 'AB-x'],
  ['^\\p{Script=Han}+$', '北京', 'Beijing'],
  ['^[\\u4e00-\\u9fa5]{2,4}$', '欧阳娜', 'Ada'],
  ['^\\p{Lu}\\p{Ll}*$', 'Élan', 'élan'],
  ['(?<year>\\d{4})', 'in 1922', 'then'],
  ['\\u{1F600}', 'so 😀', 'so'],
  ['^(?:a|b)+?/\\w*$', 'ab/c', 'abc'],
])('%s takes %j and refuses %j', (pattern, good, bad) => {
  expect(patternProblem(pattern)).toBeUndefined();
  expect([matchesPattern(good, pattern), matchesPattern(bad, pattern)]).toEqual([true, false]);
});

test.each([
  ['(a', 'invalid_pattern'],
  ['(?=a)b', 'unsupported_pattern'],
  ['(?<!a)b', 'unsupported_pattern'],
  ['(a)\\1', 'unsupported_pattern'],
  ['[^x]{1200}', 'unsupported_pattern'],
  ['(?:[^x]{0,99}a?){10}', 'unsupported_pattern'],
])('%s is refused: %s', (pattern, code) => {
  expect(patternProblem(pattern)).toBe(code);
});

test.each(['(a+)+$', '^(a|aa)+$', '(.*a){20}$'])('%s is judged at once over a text made to hold it up', (pattern) => {
  const begun = performance.now();
  expect(matchesPattern(`${'a'.repeat(4_000)}!`, pattern)).toBe(false);
  expect(performance.now() - begun).toBeLessThan(500);
});
