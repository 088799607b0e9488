// What a field of type file takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const fileExamples: Examples<'file'> = {
  field: { type: 'file' },
  valid: [
    {
      value: {
        id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f',
        name: '合同 [v2], final.pdf',
        size: 1024,
        type: 'application/pdf',
      },
    },
    {
      value: [
        { id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', name: 'a.txt', size: 0, type: 'text/plain' },
        { id: '0190f0aa-0000-7000-8000-000000000001', name: 'b, c.txt', size: 5, type: 'text/plain' },
      ],
      field: { type: 'file', multiple: true },
    },
  ],
  blank: [],
  invalid: [
    { value: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', code: 'not_a_file' },
    {
      value: { id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', name: 'a.txt', size: -1, type: 'text/plain' },
      code: 'not_a_file',
    },
    { value: { id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', name: 'a.txt', size: 1 }, code: 'not_a_file' },
    {
      value: { id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', name: 'a.txt', size: 1, type: 'text/plain', path: '/etc' },
      code: 'not_a_file',
    },
    {
      value: { id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', name: 'a.txt', size: 1e9, type: 'text/plain' },
      code: 'file_too_big',
      beyondSchema: true,
    },
    { value: [], code: 'not_a_file' },
    { value: {}, code: 'not_a_list', field: { type: 'file', multiple: true } },
    {
      value: { id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', name: 'a.txt', size: 1, type: 'text/plain' },
      code: 'file_type_refused',
      field: { type: 'file', accept: ['application/pdf', 'image/*'] },
      beyondSchema: true,
    },
  ],
  texts: [
    {
      text: 'a.txt [018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f 5 text/plain]',
      means: { id: '018f3c5e-7b1a-7c3d-8e4f-5a6b7c8d9e0f', name: 'a.txt', size: 5, type: 'text/plain' },
    },
    { text: 'a.txt', code: 'not_a_file' },
    { text: '', means: null },
  ],
};
