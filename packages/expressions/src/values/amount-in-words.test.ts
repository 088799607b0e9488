import { describe, expect, test } from 'vitest';
import { amountInWords } from './amount-in-words.ts';
import { readNumber } from './numbers.ts';

const words = (amount: number | string) => amountInWords(readNumber(amount) ?? 0);

describe('Amounts in words', () => {
  test.each([
    [1409.5, '壹仟肆佰零玖元伍角'],
    [6007.14, '陆仟零柒元壹角肆分'],
    [1680.32, '壹仟陆佰捌拾元零叁角贰分'],
    [107_000.53, '壹拾万柒仟元零伍角叁分'],
    [16_409.02, '壹万陆仟肆佰零玖元零贰分'],
    [325.04, '叁佰贰拾伍元零肆分'],
  ])('%s is what the rules themselves give as example', (amount, expected) => {
    expect(words(amount)).toBe(expected);
  });

  test.each([
    [0, '零元整'],
    [0.05, '伍分'],
    [0.5, '伍角'],
    [0.55, '伍角伍分'],
    [10, '壹拾元整'],
    [15.01, '壹拾伍元零壹分'],
    [10_000, '壹万元整'],
    [10_001, '壹万零壹元整'],
    [100_010_000, '壹亿零壹万元整'],
    [100_000_001, '壹亿零壹元整'],
    [2_000_003_000, '贰拾亿零叁仟元整'],
    [101_010_101_010, '壹仟零壹拾亿壹仟零壹拾万壹仟零壹拾元整'],
    ['999999999999.99', '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%s has its zeros where they are needed, once', (amount, expected) => {
    expect(words(amount)).toBe(expected);
  });

  test('below zero begin with 负, and are rounded half away from zero to the fen', () => {
    expect(words(-12.345)).toBe('负壹拾贰元叁角伍分');
    expect(words(-0.004)).toBe('零元整');
    expect(words(1.995)).toBe('贰元整');
  });

  test('have no word from a billion thousand on', () => {
    expect(words('999999999999.995')).toBeNull();
    expect(words('-1000000000000')).toBeNull();
  });
});
