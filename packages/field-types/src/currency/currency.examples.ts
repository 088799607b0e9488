// What a field of type currency takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const currencyExamples: Examples<'currency'> = {
  field: { type: 'currency' },
  valid: [
    { value: 0 },
    { value: 1234.5 },
    { value: -0.01 },
    { value: '19.90', canonical: 19.9 },
    { value: 9999999999999.99 },
  ],
  blank: [],
  invalid: [
    { value: 0.001, code: 'too_many_decimals', beyondSchema: true },
    { value: 1e13, code: 'too_large' },
    { value: '¥5', code: 'not_a_number' },
    { value: -1, code: 'too_small', field: { type: 'currency', min: 0 } },
  ],
  texts: [
    { text: '¥1,234.50', means: 1234.5 },
    { text: '￥１，２３４', means: 1234 },
    { text: '-¥5', means: -5 },
    { text: '¥-5', means: -5 },
    { text: '(¥5.00)', means: -5 },
    { text: '1,234.50 元', means: 1234.5 },
    { text: '3.5万元', means: 35000 },
    { text: 'CNY 12', means: 12 },
    { text: 'RMB12.00', means: 12 },
    { text: '12', means: 12 },
    { text: '$12', code: 'other_currency' },
    { text: '$12', means: 12, context: { currency: 'USD' } },
    { text: 'US$1,000,000', means: 1000000, field: { type: 'currency', currency: 'USD' } },
    { text: '€ 12.5', means: 12.5, field: { type: 'currency', currency: 'EUR' } },
    { text: '12.5 €', means: 12.5, field: { type: 'currency', currency: 'EUR' } },
    { text: '$12', means: 12, field: { type: 'currency', multi: true } },
    { text: '¥', code: 'not_a_number' },
    { text: 'twelve', code: 'not_a_number' },
    { text: '5 apples', code: 'not_a_number' },
    { text: '5 apples', code: 'not_a_number', field: { type: 'currency', multi: true } },
    { text: '12 美元', code: 'other_currency' },
    { text: '', means: null },
  ],
};
