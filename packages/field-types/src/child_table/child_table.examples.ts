// What a field of type child_table takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const childTableExamples: Examples<'child_table'> = {
  field: { type: 'child_table', entity: 'line', parent_field: 'book' },
  valid: [{ value: [{ name: 'one', amount: 5 }, {}] }],
  blank: [[]],
  invalid: [
    { value: {}, code: 'not_a_list' },
    { value: ['one'], code: 'not_an_object' },
    { value: [null], code: 'not_an_object' },
    { value: [[]], code: 'not_an_object' },
    { value: Array.from({ length: 1001 }, () => ({})), code: 'too_many_items' },
  ],
  texts: [
    { text: '[{"name":"one"}]', means: [{ name: 'one' }] },
    { text: 'one', code: 'not_json' },
    { text: '', means: null },
  ],
};
