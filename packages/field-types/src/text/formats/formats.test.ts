// Published numbers are accepted; with one character changed they are refused.
import { makeRandom } from '@trellis/testing/random';
import { describe, expect, test } from 'vitest';
import { checkedFormats, compact } from './registry.ts';

const published = {
  cn_id_card: ['11010519491231002X', '440524188001010014'],
  cn_uscc: ['91350100M000100Y43', '91110000600037341L'],
  bank_card: ['4111111111111111', '5500005555555559', '6222021234567890128', '378282246310005'],
  iban: [
    'GB29NWBK60161331926819',
    'DE89370400440532013000',
    'FR1420041010050500013M02606',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
    'BR1800360305000010009795493C1',
  ],
  vat: [
    'ATU13585627',
    'BE0428759497',
    'DE136695976',
    'DK13585628',
    'EL094259216',
    'FI20774740',
    'FR40303265045',
    'GB980780684',
    'HR33392005961',
    'HU12892312',
    'IT00743110157',
    'LU15027442',
    'MT11679112',
    'NL004495445B01',
    'PL8567346215',
    'PT501964843',
    'SE123456789701',
    'SI50223054',
    'SK2022749619',
    'CHE107787577IVA',
    'NO974760673MVA',
  ],
  currency_code: ['CNY', 'USD', 'EUR', 'JPY'],
} as const;

const numbers = Object.entries(published).flatMap(([name, texts]) => texts.map((text) => ({ name, text })));
const withCheckDigit = numbers.filter(({ name }) => name !== 'currency_code');
const formats = new Map(Object.entries(checkedFormats));

test.each(numbers)('$name accepts $text', ({ name, text }) => {
  expect(formats.get(name)?.accepts(text)).toBe(true);
});

test.each(withCheckDigit)('$name refuses $text with its last digit changed', ({ name, text }) => {
  const digit = /\d(?=\D*$)/.exec(
    text.replace(/(?<=SE\d{10})01$|(?<=B)\d\d$|MWST$|[A-Z]+$/, (end) => '_'.repeat(end.length)),
  );
  const place = digit?.index ?? -1;
  const changed = text.slice(0, place) + String((Number(text[place]) + 1) % 10) + text.slice(place + 1);
  expect(formats.get(name)?.accepts(changed)).toBe(false);
});

describe.each([...formats])('%s', (_, format) => {
  test('refuses texts that are no numbers', () => {
    for (const text of ['', '0', 'constructor', '11010519491231002', '９１', '__proto__', 'DE', 'XX123456789']) {
      expect(format.accepts(text)).toBe(false);
    }
  });

  test('accepts its own random numbers', () => {
    const { number } = makeRandom(5);
    for (let round = 0; round < 200; round += 1) {
      const text = format.fake(number);
      expect(format.accepts(text), text).toBe(true);
    }
  });
});

test('an identity card needs a day of the calendar and a known region', () => {
  expect(checkedFormats.cn_id_card.accepts('110105194913310020')).toBe(false);
  expect(checkedFormats.cn_id_card.accepts('990105194912310028')).toBe(false);
});

test('an IBAN has the length of its country', () => {
  expect(checkedFormats.iban.accepts('DE8937040044053201300')).toBe(false);
  expect(checkedFormats.iban.accepts('ZZ89370400440532013000')).toBe(false);
});

test('grouping characters are dropped, and letters are capitals', () => {
  expect(compact(' de89 3704-0044.0532 0130 00 ')).toBe('DE89370400440532013000');
});
