// How great a number is, whatever its sign, and the sign alone.
import { named } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { sql } from '../sql.ts';
import { exactly, type Operator } from '../typed.ts';
import { compareNumbers, negate } from '../values/numbers.ts';

export const abs: Operator = {
  help: {
    group: 'number',
    names: { en: 'ABS', 'zh-CN': '绝对值' },
    parameters: [named('number', '数字')],
    summary: { en: 'The number without its sign.', 'zh-CN': '数字的绝对值。' },
    examples: [{ json: { abs: [-2.5] }, result: 2.5 }],
  },
  signatures: [
    {
      name: 'abs',
      takes: exactly('number'),
      gives: 'number',
      evaluate: (value: Numeric) => (compareNumbers(value, 0) < 0 ? negate(value) : value),
      sql: ([value]) => sql`abs(${value})`,
    },
  ],
};

export const sign: Operator = {
  help: {
    group: 'number',
    names: { en: 'SIGN', 'zh-CN': '正负号' },
    parameters: [named('number', '数字')],
    summary: {
      en: 'The sign of the number: 1 above zero, -1 below, 0 for zero itself.',
      'zh-CN': '数字的正负：正数为 1，负数为 -1，零为 0。',
    },
    examples: [{ json: { sign: [-0.5] }, result: -1 }],
  },
  signatures: [
    {
      name: 'sign',
      takes: exactly('number'),
      gives: 'number',
      evaluate: (value: Numeric) => Math.sign(compareNumbers(value, 0)),
      sql: ([value]) => sql`sign(${value})`,
    },
  ],
};
