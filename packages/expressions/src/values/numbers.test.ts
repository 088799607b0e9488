import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNumbers, divide, printNumber, readNumber, writeNumber } from './numbers.ts';

const big = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });

describe('Exact numbers', () => {
  test('go out as they came in, as numbers up to 15 digits and as text beyond', () => {
    expect(writeNumber(readNumber('1.50') ?? 0)).toBe(1.5);
    expect(writeNumber(readNumber('123456789012345') ?? 0)).toBe(123456789012345);
    expect(writeNumber(readNumber('1234567890123456') ?? 0)).toBe('1234567890123456');
    expect(writeNumber(readNumber(0.1 + 0.2) ?? 0)).toBe('0.30000000000000004');
    expect(writeNumber(readNumber('0.000000000001') ?? 0)).toBe(1e-12);
  });

  test('are read from plain notation alone', () => {
    for (const text of ['', ' ', '1e5', '0x10', '1,5', 'NaN', 'Infinity', '1'.repeat(61)])
      expect(readNumber(text)).toBeNull();
    for (const value of [NaN, Infinity, true, {}, null]) expect(readNumber(value)).toBeNull();
    expect(readNumber(' +.5 ')).toBe(0.5);
  });

  test('are printed without an exponent or trailing zeros', () => {
    expect(printNumber(1e21)).toBe('1000000000000000000000');
    expect(printNumber(1e-12)).toBe('0.000000000001');
    expect(printNumber(-0)).toBe('0');
  });

  test('a quotient is the whole number of millionths of millionths that is nearest, away from zero when two are', () => {
    fc.assert(
      fc.property(big, big, (top, bottom) => {
        fc.pre(bottom !== 0n);
        const quotient = divide(readNumber(String(top)) ?? 0, readNumber(String(bottom)) ?? 1);
        const units = BigInt(
          printNumber(quotient ?? 0).replace(
            /^(-?)(\d+)(?:\.(\d*))?$/,
            (_, sign, whole, places = '') => sign + whole + places.padEnd(12, '0'),
          ),
        );
        // |top * 10^12 / bottom - units| <= 1/2, and on a tie the greater one was taken.
        const error = 2n * (abs(top) * 10n ** 12n - abs(units) * abs(bottom));
        expect(error <= abs(bottom) && error >= -abs(bottom)).toBe(true);
        expect(error).not.toBe(abs(bottom));
      }),
    );
  });

  test('are compared by value', () => {
    expect(compareNumbers(readNumber('12345678901234567.1') ?? 0, readNumber('12345678901234567.2') ?? 0)).toBeLessThan(
      0,
    );
    expect(compareNumbers(readNumber('1.0') ?? 0, 1)).toBe(0);
  });
});

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
