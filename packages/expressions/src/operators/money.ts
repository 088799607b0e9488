// Amounts in another currency, and amounts in words.
import { named, optional } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { amountInWordsFunction } from '../sql-functions/amount-in-words.ts';
import { convertAmountFunction } from '../sql-functions/convert-amount.ts';
import { call } from '../sql-functions/sql-function.ts';
import { sql, type Sql } from '../sql.ts';
import { exactly, type Operator, type Signature, type TypedExpression } from '../typed.ts';
import { amountInWords as inWords } from '../values/amount-in-words.ts';
import { convert, type RateTable } from '../values/exchange-rates.ts';

const conversion: Pick<Signature, 'gives' | 'rated' | 'evaluate' | 'sql'> = {
  gives: 'number',
  rated: true,
  evaluate: (amount: Numeric, from: string, to: string, date: string, table: RateTable) =>
    convert(amount, { from, to, date }, table),
  sql: (args, nodes) => call(convertAmountFunction, [...args.slice(0, 4), ...written(nodes[4])]),
};

export const converted: Operator = {
  help: {
    group: 'money',
    names: { en: 'CONVERT_CURRENCY', 'zh-CN': '汇率换算' },
    parameters: [
      named('amount', '金额'),
      named('from', '原币种'),
      named('to', '目标币种'),
      optional(named('date', '日期')),
    ],
    summary: {
      en: 'The amount in another currency, by the newest exchange rate of the date, or of today; nothing where none is known.',
      'zh-CN': '按指定日期（省略时为今天）最新的汇率换算成另一币种的金额；没有汇率时为空值。',
    },
    examples: [
      { json: { convert: [100, 'USD', 'CNY', '2026-03-31'] }, result: 712.34 },
      { json: { convert: [100, 'CNY', 'USD', '2026-03-31'] }, result: 14.038240166213 },
    ],
  },
  signatures: [
    { name: 'convert', takes: exactly('number', 'text', 'text'), dated: true, ...conversion },
    { name: 'convert_on', takes: exactly('number', 'text', 'text', 'day'), ...conversion },
  ],
};

export const amountInWords: Operator = {
  help: {
    group: 'money',
    names: { en: 'AMOUNT_IN_WORDS', 'zh-CN': '大写金额' },
    parameters: [named('amount', '金额')],
    summary: {
      en: 'An amount of yuan in Chinese words as cheques and invoices have it, rounded to the fen.',
      'zh-CN': '按票据和发票的规定写成人民币大写金额，四舍五入到分。',
    },
    examples: [
      { json: { amount_in_words: [1234.56] }, result: '壹仟贰佰叁拾肆元伍角陆分' },
      { json: { amount_in_words: [100_005] }, result: '壹拾万零伍元整' },
    ],
  },
  signatures: [
    {
      name: 'amount_in_words',
      takes: exactly('number'),
      gives: 'text',
      evaluate: (amount: Numeric) => inWords(amount),
      sql: (args) => call(amountInWordsFunction, args),
    },
  ],
};

/** As arrays, which PostgreSQL reads once in a statement. */
function written(node: TypedExpression | undefined): readonly Sql[] {
  const value = node?.kind === 'literal' && typeof node.value === 'object' ? node.value : null;
  if (value === null || !('rates' in value)) throw new Error('Rates have to be known.');
  const { keys, rates } = value;
  return [sql`${keys}::text[]`, sql`${rates}::numeric[]`];
}
