// What a field of type rating takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const ratingExamples: Examples<'rating'> = {
  field: { type: 'rating' },
  valid: [{ value: 1 }, { value: 5 }, { value: 10, field: { type: 'rating', max: 10 } }],
  blank: [],
  invalid: [
    { value: 0, code: 'too_small' },
    { value: 6, code: 'too_large' },
    { value: 2.5, code: 'not_an_integer' },
    { value: '3', code: 'not_an_integer' },
  ],
  texts: [
    { text: '4', means: 4 },
    { text: '9', code: 'too_large' },
    { text: '', means: null },
  ],
};
