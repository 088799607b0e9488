// What a field of type integer takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const integerExamples: Examples<'integer'> = {
  field: { type: 'integer' },
  valid: [
    { value: 0 },
    { value: -0, canonical: 0 },
    { value: 42 },
    { value: -9007199254740991 },
    { value: 9007199254740991 },
  ],
  blank: [],
  invalid: [
    { value: 1.5, code: 'not_an_integer' },
    { value: '42', code: 'not_an_integer' },
    { value: 9007199254740992, code: 'too_large' },
    { value: Number.NaN, code: 'not_an_integer' },
    { value: Number.POSITIVE_INFINITY, code: 'too_large' },
    { value: -1, code: 'too_small', field: { type: 'integer', min: 0 } },
    { value: 11, code: 'too_large', field: { type: 'integer', max: 10 } },
  ],
  texts: [
    { text: '1,234', means: 1234 },
    { text: '１２３', means: 123 },
    { text: '-5', means: -5 },
    { text: '(5)', means: -5 },
    { text: '3.00', means: 3 },
    { text: '1.2E+3', means: 1200 },
    { text: '3万', means: 30000 },
    { text: '3.5', code: 'not_an_integer' },
    { text: '12,34', code: 'not_an_integer' },
    { text: 'many', code: 'not_an_integer' },
    { text: '99999999999999999999', code: 'too_large' },
    { text: ' ', means: null },
  ],
};
