// What a field of type datetime takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const datetimeExamples: Examples<'datetime'> = {
  field: { type: 'datetime' },
  valid: [
    { value: '2024-03-01T06:30:00.000Z' },
    { value: '2024-03-01T14:30:00+08:00', canonical: '2024-03-01T06:30:00.000Z' },
    { value: '2024-03-01T06:30:00.123456Z', canonical: '2024-03-01T06:30:00.123Z' },
    { value: '0001-01-01T00:00:00.000Z' },
    { value: '9999-12-31T23:59:59.999Z' },
    { value: '1900-01-01T00:00:00.000Z' },
  ],
  blank: [],
  invalid: [
    { value: '2024-03-01T06:30:00', code: 'missing_zone' },
    { value: '2024-03-01', code: 'not_a_datetime' },
    { value: '2023-02-29T00:00:00Z', code: 'not_a_datetime' },
    { value: '2024-03-01T24:00:00Z', code: 'not_a_datetime' },
    { value: '0001-01-01T00:00:00+08:00', code: 'date_out_of_range', beyondSchema: true },
    { value: 1709274600000, code: 'not_a_datetime' },
    { value: '', code: 'not_a_datetime' },
  ],
  texts: [
    { text: '2024-03-01 14:30', means: '2024-03-01T06:30:00.000Z' },
    { text: '2024/3/1 14:30:05', means: '2024-03-01T06:30:05.000Z' },
    { text: '1996-07-04 00:00:00.000', means: '1996-07-03T16:00:00.000Z' },
    { text: '2024年3月1日 下午2:30', means: '2024-03-01T06:30:00.000Z' },
    { text: '2024年3月1日14时30分', means: '2024-03-01T06:30:00.000Z' },
    { text: '2024-11-03 01:30', means: '2024-11-03T05:30:00.000Z', context: { timeZone: 'America/New_York' } },
    { text: '2024-03-10 02:30', means: '2024-03-10T07:30:00.000Z', context: { timeZone: 'America/New_York' } },
    { text: '2024-03-01 2:30 PM', means: '2024-03-01T06:30:00.000Z' },
    { text: '2024-03-01T06:30:00Z', means: '2024-03-01T06:30:00.000Z' },
    { text: '2024-03-01 06:30 UTC', means: '2024-03-01T06:30:00.000Z' },
    { text: '2024-03-01 01:30 -05:00', means: '2024-03-01T06:30:00.000Z' },
    { text: '2024-03-01', means: '2024-02-29T16:00:00.000Z' },
    { text: '03/01/2024 14:30', code: 'ambiguous_date' },
    { text: '2024-03-01 25:00', code: 'not_a_datetime' },
    { text: '2024-03-01 later', code: 'not_a_datetime' },
    { text: '', means: null },
  ],
};
