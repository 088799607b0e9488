import { describe, expect, test } from 'vitest';
import { secondsLeft } from './import-report.ts';

describe('the time that is left', () => {
  test('goes by the pace so far', () => {
    expect(secondsLeft({ done: 250, total: 1000, elapsed: 5 })).toBe(15);
  });
  test('is not guessed before there is a pace', () => {
    expect(secondsLeft({ done: 0, total: 1000, elapsed: 5 })).toBeUndefined();
    expect(secondsLeft({ done: 5, total: null, elapsed: 5 })).toBeUndefined();
  });
});
