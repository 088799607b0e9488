// Powers and roots. What has no result, or one of 10^60 and more, is null; see ../values/powers.ts.
import { named } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { powerFunction } from '../sql-functions/power.ts';
import { call } from '../sql-functions/sql-function.ts';
import { squareRootFunction } from '../sql-functions/square-root.ts';
import { exactly, type Operator } from '../typed.ts';
import { power as toPower, squareRoot } from '../values/powers.ts';

export const power: Operator = {
  help: {
    group: 'number',
    names: { en: 'POWER', 'zh-CN': '乘方' },
    sign: '^',
    parameters: [named('base', '底数'), named('exponent', '指数')],
    summary: {
      en: 'The base raised to the exponent, rounded half away from zero to 12 decimals.',
      'zh-CN': '底数的指数次方，四舍五入到 12 位小数。',
    },
    examples: [
      { json: { power: [1.05, 10] }, result: 1.628894626777 },
      { json: { power: [-2, 0.5] }, result: null },
    ],
  },
  signatures: [
    {
      name: 'power',
      takes: exactly('number', 'number'),
      gives: 'number',
      evaluate: (base: Numeric, exponent: Numeric) => toPower(base, exponent),
      sql: (args) => call(powerFunction, args),
      weight: 50,
    },
  ],
};

export const sqrt: Operator = {
  help: {
    group: 'number',
    names: { en: 'SQRT', 'zh-CN': '平方根' },
    parameters: [named('number', '数字')],
    summary: {
      en: 'The square root, rounded to 12 decimals; nothing for a negative number.',
      'zh-CN': '平方根，四舍五入到 12 位小数；负数的结果为空值。',
    },
    examples: [
      { json: { sqrt: [2] }, result: 1.414213562373 },
      { json: { sqrt: [-4] }, result: null },
    ],
  },
  signatures: [
    {
      name: 'sqrt',
      takes: exactly('number'),
      gives: 'number',
      evaluate: (value: Numeric) => squareRoot(value),
      sql: (args) => call(squareRootFunction, args),
      weight: 50,
    },
  ],
};
