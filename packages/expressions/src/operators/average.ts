// The mean of some numbers; those that are null are passed over.
import { named, repeated } from '../help.ts';
import type { Numeric, Operand } from '../operand.ts';
import { join, sql } from '../sql.ts';
import { atLeast, type Operator } from '../typed.ts';
import { add, divide, isNumeric } from '../values/numbers.ts';
import { quotient } from './arithmetic.ts';
import { order } from './each-conditions.ts';
import { averageOfEach } from './each-values.ts';

export const average: Operator = {
  help: {
    group: 'number',
    names: { en: 'AVERAGE', 'zh-CN': '平均值' },
    parameters: [repeated(named('number', '数字'))],
    summary: {
      en: 'The average of the numbers, rounded half away from zero to 12 decimals. Blanks are passed over.',
      'zh-CN': '各数的平均值，四舍五入到 12 位小数；空值不计。',
    },
    examples: [
      { json: { average: [1, null, 2] }, result: 1.5 },
      { json: { average: [{ var: 'lines' }, { var: 'amount' }] }, record: order, result: 12.5 },
    ],
  },
  each: averageOfEach,
  signatures: [
    {
      name: 'average',
      takes: atLeast(1, 'number'),
      gives: 'number',
      seesNull: true,
      evaluate: (...values: readonly Operand[]) => mean(values.filter(isNumeric)),
      sql: (args) =>
        sql`(select ${quotient(sql`sum(number)`, sql`count(number)`)} from unnest(array[${join(args, ', ')}]) as number)`,
    },
  ],
};

function mean(values: readonly Numeric[]): Numeric | null {
  return divide(values.reduce(add, 0), values.length);
}
