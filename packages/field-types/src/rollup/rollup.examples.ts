// What a field of type rollup gives where only the field itself is known.
import type { Examples } from '../examples.ts';

export const rollupExamples: Examples<'rollup'> = {
  field: { type: 'rollup', from: 'line', via: 'order', function: 'sum', field: 'amount' },
  valid: [{ value: 3 }, { value: '2026-03-31' }],
  blank: [],
  invalid: [{ value: 'x\0', code: 'nul_character', beyondSchema: true }],
  texts: [
    { text: '3', means: 3 },
    { text: '', means: null },
  ],
};
