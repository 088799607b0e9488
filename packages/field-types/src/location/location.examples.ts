// What a field of type location takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const locationExamples: Examples<'location'> = {
  field: { type: 'location' },
  valid: [
    { value: { latitude: 39.9042, longitude: 116.4074 } },
    { value: { latitude: -90, longitude: 180 } },
    { value: { latitude: -0, longitude: 0.000000049 }, canonical: { latitude: 0, longitude: 0 } },
    { value: { latitude: 1e-7, longitude: 100 } },
  ],
  blank: [],
  invalid: [
    { value: { latitude: 91, longitude: 0 }, code: 'not_a_location' },
    { value: { latitude: 0, longitude: -180.1 }, code: 'not_a_location' },
    { value: { latitude: '1', longitude: 1 }, code: 'not_a_location' },
    { value: { latitude: 1 }, code: 'not_a_location' },
    { value: { latitude: 1, longitude: 1, altitude: 1 }, code: 'unknown_member' },
    { value: [39.9, 116.4], code: 'not_a_location' },
    { value: { latitude: Number.NaN, longitude: 1 }, code: 'not_a_location' },
  ],
  texts: [
    { text: '39.9042, 116.4074', means: { latitude: 39.9042, longitude: 116.4074 } },
    { text: '39.9042，116.4074', means: { latitude: 39.9042, longitude: 116.4074 } },
    { text: '-33.9 18.4', means: { latitude: -33.9, longitude: 18.4 } },
    { text: '116.4074, 39.9042', code: 'not_a_location' },
    { text: '北京', code: 'not_a_location' },
    { text: '', means: null },
  ],
};
