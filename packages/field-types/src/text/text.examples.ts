// What a field of type text takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const textExamples: Examples<'text'> = {
  field: { type: 'text', max_length: 40 },
  valid: [
    { value: 'Bridge over the river' },
    { value: ' 桥 ' },
    { value: '👩‍👩‍👧'.repeat(8) },
    { value: 'two\nlines' },
    { value: 'x'.repeat(100), field: { type: 'text', min_length: 100, max_length: 100 } },
    { value: 'AB-12', field: { type: 'text', pattern: '^[A-Z]{2}-[0-9]+$' } },
    { value: '11010519491231002X', field: { type: 'text', format: 'cn_id_card' } },
    { value: '11010519491231002x', canonical: '11010519491231002X', field: { type: 'text', format: 'cn_id_card' } },
    { value: '91350100M000100Y43', field: { type: 'text', format: 'cn_uscc' } },
    {
      value: '6222 0212 3456 7890 128',
      canonical: '6222021234567890128',
      field: { type: 'text', format: 'bank_card' },
    },
    {
      value: 'GB82 WEST 1234 5698 7654 32',
      canonical: 'GB82WEST12345698765432',
      field: { type: 'text', format: 'iban' },
    },
    { value: 'DE136695976', field: { type: 'text', format: 'vat' } },
  ],
  blank: ['', ' ', '\u3000\n'],
  invalid: [
    { value: 5, code: 'not_a_text' },
    { value: ['a'], code: 'not_a_text' },
    { value: 'x'.repeat(41), code: 'too_long' },
    { value: 'ab', code: 'too_short', field: { type: 'text', min_length: 3 } },
    { value: 'a\0b', code: 'nul_character', beyondSchema: true },
    { value: 'a\uD800', code: 'lone_surrogate', beyondSchema: true },
    { value: 'ab-12', code: 'pattern_mismatch', field: { type: 'text', pattern: '^[A-Z]{2}-[0-9]+$' } },
    {
      value: '110105194912310021',
      code: 'not_a_cn_id_card',
      field: { type: 'text', format: 'cn_id_card' },
      beyondSchema: true,
    },
    {
      value: '91350100M000100Y44',
      code: 'not_a_cn_uscc',
      field: { type: 'text', format: 'cn_uscc' },
      beyondSchema: true,
    },
    {
      value: '6222021234567890129',
      code: 'not_a_bank_card',
      field: { type: 'text', format: 'bank_card' },
      beyondSchema: true,
    },
    {
      value: 'GB82WEST12345698765433',
      code: 'not_an_iban',
      field: { type: 'text', format: 'iban' },
      beyondSchema: true,
    },
    { value: 'DE136695977', code: 'not_a_vat', field: { type: 'text', format: 'vat' }, beyondSchema: true },
  ],
  texts: [
    { text: '桥', means: '桥' },
    { text: '  ', means: null },
    { text: 'x'.repeat(41), code: 'too_long' },
  ],
};
