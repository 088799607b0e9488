// The least and the greatest of some values; those that are null are passed over.
import { named, repeated } from '../help.ts';
import type { Operand } from '../operand.ts';
import { join, raw, sql } from '../sql.ts';
import { atLeast, type Operator, type Signature } from '../typed.ts';
import type { ValueType } from '../types.ts';
import { compare } from './comparison.ts';

export const measured: readonly ValueType[] = ['number', 'date', 'datetime', 'time'];

export const min: Operator = {
  help: {
    group: 'number',
    names: { en: 'MIN', 'zh-CN': '最小值' },
    parameters: [repeated(named('value', '值'))],
    summary: {
      en: 'The least of the values: numbers, dates or times. Blanks are passed over.',
      'zh-CN': '最小的值，可用于数字、日期和时间；空值不计。',
    },
    examples: [{ json: { min: [3, null, 2] }, result: 2 }],
  },
  signatures: [extreme('min', 'least')],
};

export const max: Operator = {
  help: {
    group: 'number',
    names: { en: 'MAX', 'zh-CN': '最大值' },
    parameters: [repeated(named('value', '值'))],
    summary: {
      en: 'The greatest of the values: numbers, dates or times. Blanks are passed over.',
      'zh-CN': '最大的值，可用于数字、日期和时间；空值不计。',
    },
    examples: [{ json: { max: [3, null, 2] }, result: 3 }],
  },
  signatures: [extreme('max', 'greatest')],
};

/** Null where no value is there. */
export function extremeOf(name: 'min' | 'max', values: readonly Operand[]): Operand {
  const sign = name === 'min' ? -1 : 1;
  return values.reduce(
    (best, value) => (best === null || (value !== null && compare(value, best) * sign > 0) ? value : best),
    null,
  );
}

function extreme(name: 'min' | 'max', sqlName: string): Signature {
  return {
    name,
    takes: atLeast(1, 'T'),
    gives: 'T',
    over: measured,
    seesNull: true,
    evaluate: (...values) => extremeOf(name, values),
    sql: (args) => sql`${raw(sqlName)}(${join(args, ', ')})`,
  };
}
