// What a field of type team takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const teamExamples: Examples<'team'> = {
  field: { type: 'team' },
  valid: [
    { value: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f' },
    { value: '018F3C5E-7B1A-7C3D-8E4F-5A6B7C8D9E0F', canonical: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f' },
    {
      value: { id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', title: 'One' },
      canonical: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f',
    },
  ],
  blank: [''],
  invalid: [
    { value: 'one', code: 'not_an_id' },
    { value: 5, code: 'not_an_id' },
    { value: {}, code: 'not_an_id' },
    { value: { id: { id: 1 } }, code: 'not_an_id' },
    { value: [], code: 'not_an_id' },
  ],
  texts: [
    { text: ' 018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f ', means: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f' },
    { text: 'One', code: 'not_an_id' },
    { text: '', means: null },
  ],
};
