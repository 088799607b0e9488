// What a field of type tags takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const tagsExamples: Examples<'tags'> = {
  field: { type: 'tags', max_items: 5 },
  valid: [
    { value: ['urgent', '重要'] },
    { value: ['b', 'a', 'b', ' b '], canonical: ['b', 'a'] },
    { value: ['with, comma', 'with "quotes"', '半；角'] },
    { value: ['{"a":1}', '{}', 'NULL', '\\'] },
    { value: ['x', ' '], canonical: ['x'] },
  ],
  blank: [[], [' ']],
  invalid: [
    { value: 'urgent', code: 'not_a_list' },
    { value: [5], code: 'not_a_text' },
    { value: ['x'.repeat(101)], code: 'too_long' },
    { value: ['a\0'], code: 'nul_character', beyondSchema: true },
    { value: ['a', 'b', 'c', 'd', 'e', 'f'], code: 'too_many_items' },
  ],
  texts: [
    { text: 'a, b; c', means: ['a', 'b', 'c'] },
    { text: '甲、乙，丙', means: ['甲', '乙', '丙'] },
    { text: '"a, b", c', means: ['a, b', 'c'] },
    { text: '5" pipe', means: ['5" pipe'] },
    { text: '', means: null },
  ],
};
