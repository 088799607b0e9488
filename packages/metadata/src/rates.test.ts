// Rates as expressions see them, those through the workspace's currency among them.
import { describe, expect, test } from 'vitest';
import { exchangeRate, metadata } from './builders.ts';
import type { RawItem } from './kinds.ts';
import { ratesOf } from './rates.ts';

const rates = (...items: readonly RawItem[]): string[] =>
  ratesOf(metadata(...items).exchange_rates.values(), 'CNY').map(
    ({ from, to, since, rate }) => `${from} ${to} ${since} ${rate}`,
  );

test('are in the order of their days, as decimal text', () => {
  expect(rates(exchangeRate('dollar', ['USD', 'CNY'], { '2026-02-01': 7.05, '2026-01-01': '7.123456789012' }))).toEqual(
    ['USD CNY 2026-01-01 7.123456789012', 'USD CNY 2026-02-01 7.05'],
  );
});

describe('between two currencies that are connected through that of the workspace', () => {
  test('change on each day on which either changes, from the first on which both are known', () => {
    expect(
      rates(
        exchangeRate('dollar', ['USD', 'CNY'], { '2026-01-01': '7', '2026-03-01': '7.5' }),
        exchangeRate('euro', ['EUR', 'CNY'], { '2026-02-01': '8' }),
      ).slice(3),
    ).toEqual([
      'USD EUR 2026-02-01 0.875',
      'USD EUR 2026-03-01 0.9375',
      'EUR USD 2026-02-01 1.142857142857',
      'EUR USD 2026-03-01 1.066666666667',
    ]);
  });

  test('are rounded once, half away from zero: to 12 places, below one to 15 digits', () => {
    expect(
      rates(
        exchangeRate('a', ['USD', 'CNY'], { '2026-01-01': '0.000001' }),
        exchangeRate('b', ['CNY', 'EUR'], { '2026-01-01': '0.0000015' }),
      ).slice(2),
    ).toEqual(['USD EUR 2026-01-01 0.0000000000015', 'EUR USD 2026-01-01 666666666666.666666666667']);
    expect(
      rates(
        exchangeRate('a', ['CNY', 'VND'], { '2026-01-01': '3700' }),
        exchangeRate('b', ['EUR', 'CNY'], { '2026-01-01': '8' }),
      ).slice(2),
    ).toEqual(['VND EUR 2026-01-01 0.0000337837837837838', 'EUR VND 2026-01-01 29600']);
  });

  test('take what is written of the way back for what is not written of the way there', () => {
    expect(
      rates(
        exchangeRate('there', ['USD', 'CNY'], { '2026-02-01': '8' }),
        exchangeRate('back', ['CNY', 'USD'], { '2026-01-01': '0.125', '2026-03-01': '0.1' }),
        exchangeRate('euro', ['EUR', 'CNY'], { '2026-01-01': '10' }),
      ).filter((rate) => rate.startsWith('USD EUR')),
    ).toEqual(['USD EUR 2026-01-01 0.8', 'USD EUR 2026-02-01 0.8', 'USD EUR 2026-03-01 0.8']);
  });

  test('are not made where somebody has written them, one way or the other', () => {
    expect(
      rates(
        exchangeRate('dollar', ['USD', 'CNY'], { '2026-01-01': '7' }),
        exchangeRate('euro', ['EUR', 'CNY'], { '2026-01-01': '8' }),
        exchangeRate('both', ['EUR', 'USD'], { '2026-06-01': '1.1' }),
      ),
    ).toHaveLength(3);
  });

  test('lead through no other currency', () => {
    expect(
      rates(
        exchangeRate('dollar', ['USD', 'GBP'], { '2026-01-01': '0.8' }),
        exchangeRate('euro', ['EUR', 'GBP'], { '2026-01-01': '0.9' }),
      ),
    ).toHaveLength(2);
  });
});
