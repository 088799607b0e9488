// What a field of type looked_up gives where only the field itself is known.
import type { Examples } from '../examples.ts';

export const lookedUpExamples: Examples<'looked_up'> = {
  field: { type: 'looked_up', via: 'account', field: 'industry' },
  valid: [{ value: 'Energy' }, { value: { given: 'Li', family: 'Wang' } }],
  blank: [],
  invalid: [{ value: 'x\0', code: 'nul_character', beyondSchema: true }],
  texts: [
    { text: '"Energy"', means: 'Energy' },
    { text: '', means: null },
  ],
};
