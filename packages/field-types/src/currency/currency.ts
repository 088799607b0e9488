// An amount of money: exact, in the workspace's currency, in one fixed for the field, or in one of its own beside it.
import { Type } from '@sinclair/typebox';
import { defineFieldType, type FieldContext } from '../contract.ts';
import {
  checkDecimal,
  decimalColumn,
  decimalDigits,
  decimalOptions,
  decimalProblems,
  decimalSchema,
  decimalWireJson,
  decimalWireSql,
  defaultScale,
  normalizeDecimal,
  type DecimalWire,
} from '../decimal/amount.ts';
import { fakeDecimal } from '../decimal/fake.ts';
import { readNumber } from '../decimal/read.ts';
import { groupDigits } from '../decimal/write.ts';
import { blank, refuse } from '../normalized.ts';
import { numberMeasures, orderedOperators } from '../operators.ts';
import { isCurrencyCode } from '../text/formats/currency_code.ts';
import { currencySign, isSign, isSignOf, splitSign } from './sign.ts';

const options = Type.Object({
  ...decimalOptions,
  currency: Type.Optional(
    Type.String({ pattern: '^[A-Z]{3}$', description: "ISO 4217; absent: the workspace's currency." }),
  ),
  multi: Type.Optional(
    Type.Boolean({ default: false, description: 'Each record has a currency of its own, in `<name>_currency`.' }),
  ),
});

export const currency = defineFieldType<'currency', typeof options, DecimalWire>({
  name: 'currency',
  label: { en: 'Currency', 'zh-CN': '货币' },
  icon: 'MoneyCollect',
  group: 'number',
  options,
  column: decimalColumn,
  valueType: () => 'number',
  companions(name, { multi = false }) {
    const code = { type: 'text', label: { en: 'Currency', 'zh-CN': '币种' }, format: 'currency_code', max_length: 3 };
    return multi ? { [`${name}_currency`]: code } : {};
  },
  problems: (field) => [
    ...decimalProblems(field),
    ...(field.currency === undefined || isCurrencyCode(field.currency)
      ? []
      : [{ path: 'currency', code: 'not_a_currency' } as const]),
  ],
  schema: decimalSchema,
  normalize: normalizeDecimal,
  wireSql: decimalWireSql,
  wireJson: decimalWireJson,
  parse(text, field, context) {
    if (text.trim() === '') return blank;
    const { sign, amount } = splitSign(text);
    const code = codeOf(field, context);
    if (sign !== undefined && !isSign(sign)) return refuse('not_a_number');
    // An amount in another currency would silently become one in ours.
    if (sign !== undefined && field.multi !== true && !isSignOf(sign, code)) {
      return refuse('other_currency', { currency: code });
    }
    const number = readNumber(amount);
    return number === undefined ? refuse('not_a_number') : checkDecimal(number, field);
  },
  format(value, field, context) {
    const digits = groupDigits(decimalDigits(value, field.scale ?? defaultScale));
    if (field.multi === true) return digits;
    const sign = currencySign(codeOf(field, context), context.language);
    return digits.startsWith('-') ? `-${sign}${digits.slice(1)}` : `${sign}${digits}`;
  },
  figure: (value, field) => decimalDigits(value, field.scale ?? defaultScale),
  operators: orderedOperators,
  sortable: true,
  groupable: true,
  searchable: false,
  unique: false,
  measures: numberMeasures,
  fake: fakeDecimal,
});

function codeOf(field: { readonly currency?: string }, context: FieldContext): string {
  return field.currency ?? context.currency;
}
