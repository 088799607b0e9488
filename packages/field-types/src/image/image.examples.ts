// What a field of type image takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const imageExamples: Examples<'image'> = {
  field: { type: 'image' },
  valid: [
    { value: { id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', name: 'photo.png', size: 1024, type: 'image/png' } },
    {
      value: [{ id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', name: 'photo.png', size: 1024, type: 'image/png' }],
      field: { type: 'image', multiple: true },
    },
  ],
  blank: [],
  invalid: [
    {
      value: { id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', name: 'x.svg', size: 1, type: 'image/svg+xml' },
      code: 'file_type_refused',
      beyondSchema: true,
    },
    { value: { id: 'x', name: 'x.png', size: 1, type: 'image/png' }, code: 'not_an_id' },
    { value: 5, code: 'not_a_file' },
  ],
  texts: [
    { text: 'photo.png', code: 'not_a_file' },
    { text: '', means: null },
  ],
};
