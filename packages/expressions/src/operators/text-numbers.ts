// Between text and numbers, and any value as text.
import { named, optional } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { formatNumberFunction } from '../sql-functions/format-number.ts';
import { call } from '../sql-functions/sql-function.ts';
import { toNumberFunction } from '../sql-functions/to-number.ts';
import { raw, sql } from '../sql.ts';
import { between, exactly, type Operator } from '../typed.ts';
import { formatNumber } from '../values/format-number.ts';
import { readNumber } from '../values/numbers.ts';
import { whiteSpace } from '../values/text.ts';

export const toNumber: Operator = {
  help: {
    group: 'text',
    names: { en: 'VALUE', 'zh-CN': '转数字' },
    parameters: [named('text', '文本')],
    summary: {
      en: 'The number that the text writes in plain digits; nothing where it writes none.',
      'zh-CN': '文本所写的数字；不是纯数字写法时为空值。',
    },
    examples: [
      { json: { to_number: [' -12.50 '] }, result: -12.5 },
      { json: { to_number: ['1,000'] }, result: null },
    ],
  },
  signatures: [
    {
      name: 'to_number',
      takes: exactly('text'),
      gives: 'number',
      evaluate: (text: string) => readNumber(text),
      sql: ([text]) => call(toNumberFunction, [sql`btrim(${text}, ${whiteSpace}::text)`]),
    },
  ],
};

export const toText: Operator = {
  help: {
    group: 'text',
    names: { en: 'TO_TEXT', 'zh-CN': '转文本' },
    parameters: [named('value', '值')],
    summary: {
      en: 'The value as text: numbers in plain digits, dates as 2026-03-31, nothing as blank text.',
      'zh-CN': '把值转换为文本：数字用普通写法，日期写作 2026-03-31，空值为空文本。',
    },
    examples: [{ json: { to_text: [1.5] }, result: '1.5' }],
  },
  signatures: [
    {
      name: 'to_text',
      takes: exactly('printable'),
      gives: 'text',
      evaluate: (text: string) => text,
      sql: ([text = raw('null')]) => text,
    },
  ],
};

export const formatted: Operator = {
  help: {
    group: 'text',
    names: { en: 'FORMAT_NUMBER', 'zh-CN': '数字格式' },
    parameters: [named('number', '数字'), optional(named('decimals', '小数位数'))],
    summary: {
      en: 'The number as text with so many decimals, 0 where they are left out, and a comma between thousands.',
      'zh-CN': '把数字写成带千位分隔符的文本，保留指定的小数位数，省略时取整。',
    },
    examples: [
      { json: { format_number: [1234567.891, 2] }, result: '1,234,567.89' },
      { json: { format_number: [-999.5] }, result: '-1,000' },
    ],
  },
  signatures: [
    {
      name: 'format_number',
      takes: between(1, 2, 'number'),
      gives: 'text',
      evaluate: (value: Numeric, ...[places = 0]: readonly Numeric[]) => formatNumber(value, places),
      sql: ([value = raw('null'), places = raw('0')]) => call(formatNumberFunction, [value, places]),
    },
  ],
};
