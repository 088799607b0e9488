// What a field of type boolean takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const booleanExamples: Examples<'boolean'> = {
  field: { type: 'boolean' },
  valid: [{ value: true }, { value: false }],
  blank: [],
  invalid: [
    { value: 'true', code: 'not_a_boolean' },
    { value: 1, code: 'not_a_boolean' },
    { value: {}, code: 'not_a_boolean' },
  ],
  texts: [
    { text: 'Yes', means: true },
    { text: ' 是 ', means: true },
    { text: '１', means: true },
    { text: 'FALSE', means: false },
    { text: '否', means: false },
    { text: '0', means: false },
    { text: 'perhaps', code: 'not_a_boolean' },
    { text: '', means: null },
  ],
};
