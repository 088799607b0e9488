// Rounding: to so many decimals, half away from zero or half to even, and to whole numbers.
import { named, optional, type Help } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { raw, sql } from '../sql.ts';
import { call } from '../sql-functions/sql-function.ts';
import { roundHalfEvenFunction } from '../sql-functions/round-half-even.ts';
import { between, exactly, type Operator } from '../typed.ts';
import { placesLimit, round as toPlaces } from '../values/rounding.ts';
import { wholeOf } from './literals.ts';

const parameters = [named('number', '数字'), optional(named('decimals', '小数位数'))];

export const round: Operator = {
  help: {
    group: 'number',
    names: { en: 'ROUND', 'zh-CN': '四舍五入' },
    parameters,
    summary: {
      en: 'The number rounded to so many decimals, 0 where they are left out; halves go away from zero.',
      'zh-CN': '四舍五入到指定的小数位数，省略时取整；负数按绝对值进位。',
    },
    examples: [
      { json: { round: [2.345, 2] }, result: 2.35 },
      { json: { round: [-2.5] }, result: -3 },
      { json: { round: [1250, -2] }, result: 1300 },
    ],
  },
  signatures: [
    {
      name: 'round',
      takes: between(1, 2, 'number'),
      gives: 'number',
      evaluate: (value: Numeric, ...[places = 0]: readonly Numeric[]) => toPlaces(value, places),
      sql: ([value, places], [, node]) => {
        if (places === undefined) return sql`round(${value})`;
        if (Math.abs(wholeOf(node) ?? Infinity) <= placesLimit) return sql`round(${value}, ${places}::int)`;
        return sql`case when abs(trunc(${places})) <= ${raw(String(placesLimit))} then round(${value}, trunc(${places})::int) end`;
      },
      repeats: [1],
    },
  ],
};

export const roundHalfEven: Operator = {
  help: {
    group: 'number',
    names: { en: 'ROUND_HALF_EVEN', 'zh-CN': '银行家舍入' },
    parameters,
    summary: {
      en: 'The number rounded to so many decimals as banks do it: halves go to the even neighbour.',
      'zh-CN': '按银行家舍入法（四舍六入五成双）保留指定的小数位数，省略时取整。',
    },
    examples: [
      { json: { round_half_even: [2.5] }, result: 2 },
      { json: { round_half_even: [0.375, 2] }, result: 0.38 },
    ],
  },
  signatures: [
    {
      name: 'round_half_even',
      takes: between(1, 2, 'number'),
      gives: 'number',
      evaluate: (value: Numeric, ...[places = 0]: readonly Numeric[]) => toPlaces(value, places, 'half_even'),
      sql: ([value = raw('null'), places = raw('0')]) => call(roundHalfEvenFunction, [value, places]),
    },
  ],
};

export const floor = toWhole('floor', {
  names: { en: 'FLOOR', 'zh-CN': '向下取整' },
  summary: { en: 'The greatest whole number that is not above the number.', 'zh-CN': '不大于该数的最大整数。' },
  examples: [{ json: { floor: [-1.5] }, result: -2 }],
});

export const ceil = toWhole('ceil', {
  names: { en: 'CEILING', 'zh-CN': '向上取整' },
  summary: { en: 'The least whole number that is not below the number.', 'zh-CN': '不小于该数的最小整数。' },
  examples: [{ json: { ceil: [1.2] }, result: 2 }],
});

export const trunc = toWhole('trunc', {
  names: { en: 'TRUNC', 'zh-CN': '截尾取整' },
  summary: { en: 'The number without what is behind its point.', 'zh-CN': '去掉小数部分。' },
  examples: [{ json: { trunc: [-1.9] }, result: -1 }],
});

/** PostgreSQL calls them by the same names. */
function toWhole(name: 'floor' | 'ceil' | 'trunc', help: Pick<Help, 'names' | 'summary' | 'examples'>): Operator {
  return {
    help: { group: 'number', parameters: [named('number', '数字')], ...help },
    signatures: [
      {
        name,
        takes: exactly('number'),
        gives: 'number',
        evaluate: (value: Numeric) => toPlaces(value, 0, name),
        sql: ([value]) => sql`${raw(name)}(${value})`,
      },
    ],
  };
}
