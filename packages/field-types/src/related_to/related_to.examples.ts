// What a field of type related_to takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const relatedToExamples: Examples<'related_to'> = {
  field: { type: 'related_to', entities: ['book', 'visit'] },
  valid: [
    { value: { entity: 'visit', id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f' } },
    {
      value: { entity: 'book', id: '018F3C5E-7B1A-7C3D-8E4F-5A6B7C8D9E0F', title: 'One' },
      canonical: { entity: 'book', id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f' },
    },
  ],
  blank: [],
  invalid: [
    { value: { entity: 'patient', id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f' }, code: 'entity_not_allowed' },
    { value: { entity: 'book', id: 'one' }, code: 'not_an_id' },
    { value: { id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f' }, code: 'not_an_object' },
    { value: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', code: 'not_an_object' },
    { value: [], code: 'not_an_object' },
  ],
  texts: [
    {
      text: 'visit:018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f',
      means: { entity: 'visit', id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f' },
    },
    { text: 'visit', code: 'not_an_id' },
    { text: '', means: null },
  ],
};
