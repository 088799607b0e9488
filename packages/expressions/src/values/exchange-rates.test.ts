import { describe, expect, test } from 'vitest';
import { convert, rateTableOf } from './exchange-rates.ts';
import { printNumber } from './numbers.ts';

const table = rateTableOf([
  { from: 'USD', to: 'CNY', since: '2026-02-01', rate: '7.2' },
  { from: 'USD', to: 'CNY', since: '2026-01-01', rate: '7.1' },
  { from: 'EUR', to: 'CNY', since: '2026-01-15', rate: '8' },
  { from: 'CNY', to: 'EUR', since: '2026-03-01', rate: '0.12' },
]);

const converted = (from: string, to: string, date: string) => {
  const result = convert(100, { from, to, date }, table);
  return result === null ? null : printNumber(result);
};

describe('An amount is converted', () => {
  test('by the newest rate that holds on the day', () => {
    expect(converted('USD', 'CNY', '2026-01-31')).toBe('710');
    expect(converted('USD', 'CNY', '2026-02-01')).toBe('720');
    expect(converted('USD', 'CNY', '2030-01-01')).toBe('720');
  });

  test('by division by the rate of the other direction, where its own has none on the day', () => {
    expect(converted('CNY', 'USD', '2026-01-31')).toBe('14.084507042254');
    expect(converted('CNY', 'EUR', '2026-02-28')).toBe('12.5');
    expect(converted('CNY', 'EUR', '2026-03-01')).toBe('12');
  });

  test('to the cent by either direction, however large it is and small its currency', () => {
    const small = rateTableOf([{ from: 'USD', to: 'VND', since: '2026-01-01', rate: '26000' }]);
    const result = convert(100_000_000_000, { from: 'VND', to: 'USD', date: '2026-01-01' }, small);
    expect(result === null ? null : printNumber(result)).toBe('3846153.846153846154');
  });

  test('not at all before there is a rate, or between currencies of which none is known', () => {
    expect(converted('USD', 'CNY', '2025-12-31')).toBeNull();
    expect(converted('USD', 'EUR', '2026-03-01')).toBeNull();
    expect(converted('', 'CNY', '2026-03-01')).toBeNull();
    expect(converted('USD CNY', '', '2026-03-01')).toBeNull();
  });

  test('into its own currency as it is', () => {
    expect(converted('JPY', 'JPY', '2026-01-01')).toBe('100');
  });
});
