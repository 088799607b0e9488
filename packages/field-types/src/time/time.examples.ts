// What a field of type time takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const timeExamples: Examples<'time'> = {
  field: { type: 'time' },
  valid: [{ value: '00:00:00' }, { value: '23:59:59' }, { value: '09:05', canonical: '09:05:00' }],
  blank: [],
  invalid: [
    { value: '24:00', code: 'not_a_time' },
    { value: '9:05', code: 'not_a_time' },
    { value: '09:05:07.5', code: 'not_a_time' },
    { value: 905, code: 'not_a_time' },
  ],
  texts: [
    { text: '9:05', means: '09:05:00' },
    { text: '14：30', means: '14:30:00' },
    { text: '2:30 PM', means: '14:30:00' },
    { text: '12:00 am', means: '00:00:00' },
    { text: '下午2:30', means: '14:30:00' },
    { text: '14时30分', means: '14:30:00' },
    { text: '晚上8点', means: '20:00:00' },
    { text: '14', code: 'not_a_time' },
    { text: '14:60', code: 'not_a_time' },
    { text: '', means: null },
  ],
};
