// What a field of type json takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const jsonExamples: Examples<'json'> = {
  field: { type: 'json' },
  valid: [
    { value: { a: [1, -0, 1.5, null, { b: '' }] }, canonical: { a: [1, 0, 1.5, null, { b: '' }] } },
    { value: 'text' },
    { value: '' },
    { value: false },
    { value: [] },
    { value: {} },
    { value: 1e308 },
    { value: 5e-324 },
    { value: 123456789012345680000 },
    { value: JSON.parse('{"__proto__": {"admin": true}, "constructor": 1}') },
  ],
  blank: [],
  invalid: [
    { value: { a: 'x\0' }, code: 'nul_character', beyondSchema: true },
    { value: { 'x\0': 1 }, code: 'nul_character', beyondSchema: true },
    { value: ['\uD800'], code: 'lone_surrogate', beyondSchema: true },
    { value: JSON.parse('[1e999]'), code: 'too_large', beyondSchema: true },
    { value: JSON.parse('['.repeat(40) + ']'.repeat(40)), code: 'too_deep', beyondSchema: true },
    { value: 'x'.repeat(262_145), code: 'too_big', beyondSchema: true },
  ],
  texts: [
    { text: '{"a": [1, 2]}', means: { a: [1, 2] } },
    { text: '{a: 1}', code: 'not_json' },
    { text: '', means: null },
  ],
};
