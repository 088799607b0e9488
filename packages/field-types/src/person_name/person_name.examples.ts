// What a field of type person_name takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const personNameExamples: Examples<'person_name'> = {
  field: { type: 'person_name' },
  valid: [
    { value: { full: '李明', family: '李', given: '明' } },
    { value: { family: '李', given: '明' }, canonical: { full: '李明', family: '李', given: '明' } },
    {
      value: { family: 'Berg', given: 'Anna', middle: 'Maria' },
      canonical: { full: 'Anna Maria Berg', family: 'Berg', given: 'Anna', middle: 'Maria' },
    },
    { value: '欧阳雪', canonical: { full: '欧阳雪', family: '欧阳', given: '雪' } },
    { value: 'Anna van der Berg', canonical: { full: 'Anna van der Berg', family: 'van der Berg', given: 'Anna' } },
    { value: 'Berg, Anna', canonical: { full: 'Anna Berg', family: 'Berg', given: 'Anna' } },
    { value: 'Pelé', canonical: { full: 'Pelé' } },
    { value: { full: 'Dr. Anna Berg', family: 'Berg', given: 'Anna', prefix: 'Dr.' } },
    { value: { prefix: 'Dr.' }, canonical: { full: 'Dr.', prefix: 'Dr.' } },
    { value: { full: 'Bob / Alice' } },
  ],
  blank: ['', ' ', {}, { family: ' ' }],
  invalid: [
    { value: 5, code: 'not_an_object' },
    { value: ['Anna'], code: 'not_an_object' },
    { value: { nick: 'x' }, code: 'unknown_member' },
    { value: { given: 5 }, code: 'not_a_text' },
    { value: 'x'.repeat(201), code: 'too_long' },
  ],
  texts: [
    { text: '王小芳', means: { full: '王小芳', family: '王', given: '小芳' } },
    { text: 'Rui Silva', means: { full: 'Rui Silva', family: 'Silva', given: 'Rui' } },
    { text: '', means: null },
  ],
};
