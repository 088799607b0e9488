import { describe, expect, test } from 'vitest';
import type { Numeric } from '../operand.ts';
import { printNumber, readNumber } from './numbers.ts';
import { round, type Rounding } from './rounding.ts';

const rounded = (value: Numeric | string, places: Numeric, rounding?: Rounding) => {
  const result = round(readNumber(value) ?? 0, places, rounding);
  return result === null ? null : printNumber(result);
};

describe('Rounding', () => {
  test('takes halves away from zero, as they stand in decimals', () => {
    expect(rounded(1.005, 2)).toBe('1.01');
    expect(rounded(2.5, 0)).toBe('3');
    expect(rounded(-2.5, 0)).toBe('-3');
    expect(rounded('0.4999999999999999999999', 0)).toBe('0');
    expect(rounded(-0.4, 0)).toBe('0');
  });

  test('of banks takes halves to the even neighbour', () => {
    expect(['0.5', '1.5', '2.5', '-0.5', '-1.5'].map((value) => rounded(value, 0, 'half_even'))).toEqual([
      '0', '2', '2', '0', '-2',
    ]); // prettier-ignore
    expect(rounded('2.5000000000000000000001', 0, 'half_even')).toBe('3');
    expect(rounded(250, -2, 'half_even')).toBe('200');
  });

  test('goes to tens and hundreds where the decimals are negative', () => {
    expect(rounded(1250, -2)).toBe('1300');
    expect(rounded(49, -2)).toBe('0');
    expect(rounded('500000000000', -12)).toBe('1000000000000');
  });

  test('knows twelve places on either side of the point, and null beyond', () => {
    expect(rounded('0.1234567890125', 12)).toBe('0.123456789013');
    expect(rounded(1, 12.9)).toBe('1');
    expect(rounded(1, 13)).toBeNull();
    expect(rounded(1, -13)).toBeNull();
  });

  test('to whole numbers goes down, up or towards zero', () => {
    expect([rounded(-1.5, 0, 'floor'), rounded(-1.5, 0, 'ceil'), rounded(-1.5, 0, 'trunc')]).toEqual([
      '-2',
      '-1',
      '-1',
    ]);
  });
});
