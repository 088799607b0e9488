// What a field of type auto_number takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const autoNumberExamples: Examples<'auto_number'> = {
  field: { type: 'auto_number', pattern: 'PO-{YYYY}{MM}-{0000}' },
  valid: [{ value: 'PO-202403-0007' }, { value: 'old 17' }],
  blank: ['', ' '],
  invalid: [
    { value: 7, code: 'not_a_text' },
    { value: 'x'.repeat(256), code: 'too_long' },
  ],
  texts: [{ text: ' PO-202403-0007 ', means: 'PO-202403-0007' }],
};
