// What a field of type address takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const addressExamples: Examples<'address'> = {
  field: { type: 'address' },
  valid: [
    {
      value: {
        country: '中国',
        province: '广东省',
        city: '深圳市',
        district: '南山区',
        street: '科技路1号',
        postal_code: '518000',
      },
    },
    { value: { street: ' 5 Main St ', city: '', country: null }, canonical: { street: '5 Main St' } },
    { value: { country: 'DE', city: 'Berlin', street: 'Unter den Linden 1', postal_code: '10117' } },
    { value: { street: 'A / B' } },
    { value: { street: '{"not": "JSON"}' } },
    { value: { city: '深圳市', street: '科技路1号' } },
  ],
  blank: [{}, { street: ' ' }],
  invalid: [
    { value: 'Main St', code: 'not_an_object' },
    { value: [], code: 'not_an_object' },
    { value: { town: 'x' }, code: 'unknown_member' },
    { value: JSON.parse('{"__proto__": "x"}'), code: 'unknown_member' },
    { value: { street: 5 }, code: 'not_a_text' },
    { value: { street: 'x'.repeat(201) }, code: 'too_long' },
    { value: { street: 'a\0' }, code: 'nul_character', beyondSchema: true },
  ],
  texts: [
    {
      text: '广东省深圳市南山区科技路1号 518000',
      means: { province: '广东省', city: '深圳市', district: '南山区', street: '科技路1号', postal_code: '518000' },
    },
    { text: '北京市海淀区中关村大街1号', means: { province: '北京市', district: '海淀区', street: '中关村大街1号' } },
    { text: '5 Main St, Springfield', means: { street: '5 Main St, Springfield' } },
    {
      text: 'DE / / Berlin / / Linden 1 / 10117',
      means: { country: 'DE', city: 'Berlin', street: 'Linden 1', postal_code: '10117' },
    },
    { text: ' ', means: null },
  ],
};
