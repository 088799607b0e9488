// What a field of type formula gives where only the field itself is known.
import type { Examples } from '../examples.ts';

export const formulaExamples: Examples<'formula'> = {
  field: { type: 'formula', returns: 'decimal', expression: { '*': [{ var: 'price' }, { var: 'quantity' }] } },
  valid: [{ value: 12.5 }, { value: 'high' }, { value: true }],
  blank: [],
  invalid: [{ value: 'x\0', code: 'nul_character', beyondSchema: true }],
  texts: [
    { text: '12.5', means: 12.5 },
    { text: '', means: null },
  ],
};
