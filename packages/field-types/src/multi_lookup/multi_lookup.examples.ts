// What a field of type multi_lookup takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const multiLookupExamples: Examples<'multi_lookup'> = {
  field: { type: 'multi_lookup', entity: 'book' },
  valid: [
    { value: ['018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', '0190f0aa-0000-7000-8000-000000000001'] },
    {
      value: [{ id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', title: 'One' }, '018F3C5E-7B1A-7C3D-8E4F-5A6B7C8D9E0F'],
      canonical: ['018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f'],
    },
  ],
  blank: [[]],
  invalid: [
    { value: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', code: 'not_a_list' },
    { value: ['one'], code: 'not_an_id' },
    { value: [null], code: 'not_an_id' },
    { value: Array.from({ length: 1001 }, () => '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f'), code: 'too_many_items' },
  ],
  texts: [
    { text: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f;', means: ['018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f'] },
    { text: 'One', code: 'not_an_id' },
    { text: '', means: null },
  ],
};
