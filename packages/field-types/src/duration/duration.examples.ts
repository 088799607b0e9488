// What a field of type duration takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const durationExamples: Examples<'duration'> = {
  field: { type: 'duration' },
  valid: [{ value: 0 }, { value: 5400 }, { value: 2147483647 }],
  blank: [],
  invalid: [
    { value: -1, code: 'too_small' },
    { value: 2147483648, code: 'too_large' },
    { value: 1.5, code: 'not_an_integer' },
    { value: '1h', code: 'not_an_integer' },
    { value: 59, code: 'too_small', field: { type: 'duration', min: 60 } },
  ],
  texts: [
    { text: '1h 30m', means: 5400 },
    { text: '1.5h', means: 5400 },
    { text: '90 min', means: 5400 },
    { text: '1小时30分', means: 5400 },
    { text: '1:30', means: 5400 },
    { text: '1:30:15', means: 5415 },
    { text: '2天', means: 172800 },
    { text: '1 day, 2 hours', means: 93600 },
    { text: '90', code: 'not_a_duration' },
    { text: '1x', code: 'not_a_duration' },
    { text: '0.3s', code: 'not_an_integer' },
    { text: '', means: null },
  ],
};
