import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Numeric } from '../operand.ts';
import { printNumber, readNumber } from './numbers.ts';
import { power as powerOf, squareRoot as rootOf } from './powers.ts';

const scale = 10n ** 12n;

describe('Powers', () => {
  test('of whole exponents are the product, rounded half away from zero to 12 decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000, max: 2_000 }), fc.integer({ min: 0, max: 12 }), (thousandths, exponent) => {
        const exact = { top: BigInt(thousandths) ** BigInt(exponent) * scale, bottom: 1000n ** BigInt(exponent) };
        expect(unitsOf(power(thousandths / 1000, exponent))).toBe(rounded(exact));
      }),
    );
  });

  test('of exponents that are not whole are rounded the same way', () => {
    expect(printed(power(2, 0.5))).toBe(printed(squareRoot(2)));
    expect(printed(power(1.05, 2.5))).toBe('1.129726321947');
    expect(printed(power(2, -2))).toBe('0.25');
    expect(printed(power('0.000000000001', 0.5))).toBe('0.000001');
  });

  test('of zero and of negative bases are there only where mathematics has them', () => {
    expect(power(0, 0)).toBe(1);
    expect(power(0, 2)).toBe(0);
    expect(power(0, -1)).toBeNull();
    expect(printed(power(-2, 3))).toBe('-8');
    expect(power(-2, 0.5)).toBeNull();
  });

  test('of 10^60 and more are refused, whatever they are made of, and take no time', () => {
    const nines = '9'.repeat(60);
    expect(power(10, 60)).toBeNull();
    expect(printed(power(10, 59))).toBe(`1${'0'.repeat(59)}`);
    expect(power(nines, nines)).toBeNull();
    expect(power(nines, 1.01)).toBeNull();
    expect(power(nines, `-${nines}`)).toBe(0);
    expect(printed(power(`1.${'0'.repeat(58)}1`, `1${'0'.repeat(59)}`))).toBe('2.718281828459');
  });
});

describe('Square roots', () => {
  test('are the nearest number of 12 decimals', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (millionths) => {
        const root = unitsOf(
          squareRoot(`${millionths / 10n ** 6n}.${String(millionths % 10n ** 6n).padStart(6, '0')}`),
        );
        // (2 root - 1)^2 <= 4 radicand < (2 root + 1)^2, all of it in units of 10^-24.
        const radicand = 4n * millionths * 10n ** 18n;
        expect((2n * root - 1n) ** 2n <= radicand || root === 0n).toBe(true);
        expect(radicand < (2n * root + 1n) ** 2n).toBe(true);
      }),
    );
  });

  test('of negative numbers are null', () => {
    expect(squareRoot(-0.01)).toBeNull();
    expect(squareRoot(0)).toBe(0);
  });
});

function power(base: number | string, exponent: number | string): Numeric | null {
  return powerOf(readNumber(base) ?? 0, readNumber(exponent) ?? 0);
}

function squareRoot(value: number | string): Numeric | null {
  return rootOf(readNumber(value) ?? 0);
}

function printed(value: Numeric | null): string {
  return value === null ? 'null' : printNumber(value);
}

/** In millionths of millionths. */
function unitsOf(value: Numeric | null): bigint {
  const [, sign = '', whole = '', places = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(printed(value)) ?? [];
  return BigInt(sign + whole + places.padEnd(12, '0'));
}

function rounded({ top, bottom }: { readonly top: bigint; readonly bottom: bigint }): bigint {
  const size = top < 0n ? -top : top;
  const result = (2n * size + bottom) / (2n * bottom);
  return top < 0n ? -result : result;
}
