// What a field of type long_text takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const longTextExamples: Examples<'long_text'> = {
  field: { type: 'long_text', max_length: 5000 },
  valid: [
    { value: ' first\n\nsecond ' },
    { value: ' ' },
    { value: '中文\r\n换行' },
    { value: '<script>alert(1)</script>' },
  ],
  blank: [''],
  invalid: [
    { value: 5, code: 'not_a_text' },
    { value: 'x'.repeat(5001), code: 'too_long' },
    { value: 'a\0b', code: 'nul_character', beyondSchema: true },
    { value: '\uDC00', code: 'lone_surrogate', beyondSchema: true },
  ],
  texts: [{ text: 'one\ntwo', means: 'one\ntwo' }],
};
