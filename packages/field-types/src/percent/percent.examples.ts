// What a field of type percent takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const percentExamples: Examples<'percent'> = {
  field: { type: 'percent' },
  valid: [{ value: 0 }, { value: 12.5 }, { value: 100 }, { value: -3, field: { type: 'percent', min: -10 } }],
  blank: [],
  invalid: [
    { value: 101, code: 'too_large' },
    { value: -1, code: 'too_small' },
    { value: 0.125, code: 'too_many_decimals', beyondSchema: true },
    { value: '12%', code: 'not_a_number' },
  ],
  texts: [
    { text: '12.5%', means: 12.5 },
    { text: '12.5 ％', means: 12.5 },
    { text: '12.5', means: 12.5 },
    { text: '120%', code: 'too_large' },
    { text: '%', code: 'not_a_number' },
  ],
};
