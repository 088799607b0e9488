import { describe, expect, test } from 'vitest';
import { reasonsOf, secondsLeft } from './import-report.ts';

const error = (row: number, field: string, message: string, value: string) => ({ row, field, message, value });

describe('why rows are refused', () => {
  test('is told once for each reason, the most frequent first, with examples', () => {
    const errors = [
      error(2, 'when', 'Not a date', '31/31'),
      error(3, 'who', 'Nobody of this name', 'Ann'),
      error(4, 'who', 'Nobody of this name', 'Bo'),
      error(5, 'who', 'Nobody of this name', 'Ann'),
    ];
    expect(reasonsOf(errors)).toEqual([
      { field: 'who', message: 'Nobody of this name', rows: 3, values: ['Ann', 'Bo'] },
      { field: 'when', message: 'Not a date', rows: 1, values: ['31/31'] },
    ]);
  });
});

describe('the time that is left', () => {
  test('goes by the pace so far', () => {
    expect(secondsLeft({ done: 250, total: 1000, elapsed: 5 })).toBe(15);
  });
  test('is not guessed before there is a pace', () => {
    expect(secondsLeft({ done: 0, total: 1000, elapsed: 5 })).toBeUndefined();
    expect(secondsLeft({ done: 5, total: null, elapsed: 5 })).toBeUndefined();
  });
});
