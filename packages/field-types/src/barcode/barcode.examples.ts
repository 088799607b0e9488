// What a field of type barcode takes, refuses and reads.
import type { Examples } from '../examples.ts';

export const barcodeExamples: Examples<'barcode'> = {
  field: { type: 'barcode', format: 'ean13' },
  valid: [
    { value: '4006381333931' },
    { value: '6901234567892\r\n', canonical: '6901234567892' },
    { value: '96385074', field: { type: 'barcode', format: 'ean8' } },
    { value: '036000291452', field: { type: 'barcode', format: 'upca' } },
    { value: 'TR-0001 a', field: { type: 'barcode' } },
    { value: 'https://example.com/码', field: { type: 'barcode', format: 'qr' } },
  ],
  blank: ['', ' '],
  invalid: [
    { value: '4006381333932', code: 'not_a_barcode', beyondSchema: true },
    { value: '400638133393', code: 'not_a_barcode', beyondSchema: true },
    { value: 4006381333931, code: 'not_a_text' },
    { value: '码', code: 'not_a_barcode', field: { type: 'barcode', format: 'code128' }, beyondSchema: true },
    { value: 'x'.repeat(2001), code: 'too_long', field: { type: 'barcode', format: 'qr' } },
  ],
  texts: [
    { text: ' 4006381333931 ', means: '4006381333931' },
    { text: '', means: null },
  ],
};
