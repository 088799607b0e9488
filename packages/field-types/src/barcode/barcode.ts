// What a barcode or QR code says.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { digits } from '../fake.ts';
import { ok, refuse } from '../normalized.ts';
import { countMeasures, textOperators } from '../operators.ts';
import { normalizeTrimmed } from '../text/plain.ts';
import { hasGs1CheckDigit, withGs1CheckDigit } from './check-digit.ts';

const formats = Object.freeze({
  ean13: {
    pattern: '^[0-9]{13}$',
    checked: true,
    fake: (random: () => number) => withGs1CheckDigit(digits(random, 12)),
  },
  ean8: { pattern: '^[0-9]{8}$', checked: true, fake: (random: () => number) => withGs1CheckDigit(digits(random, 7)) },
  upca: {
    pattern: '^[0-9]{12}$',
    checked: true,
    fake: (random: () => number) => withGs1CheckDigit(digits(random, 11)),
  },
  code128: { pattern: '^[ -~]{1,80}$', checked: false, fake: (random: () => number) => `TR-${digits(random, 8)}` },
  qr: { pattern: '^[^\\u0000]{1,2000}$', checked: false, fake: (random: () => number) => `TR/${digits(random, 12)}` },
});

const options = Type.Object({
  format: Type.Optional(
    Type.Unsafe<keyof typeof formats>({ type: 'string', enum: Object.keys(formats), default: 'code128' }),
  ),
});

const maxLength = 2000;

export const barcode = defineFieldType<'barcode', typeof options, string>({
  name: 'barcode',
  label: { en: 'Barcode', 'zh-CN': '条码' },
  icon: 'Barcode',
  group: 'text',
  options,
  column: () => ({ type: 'text' }),
  valueType: () => 'text',
  schema: () => ({ type: 'string', maxLength }),
  normalize,
  parse: (text, field) => normalize(text, field),
  format: (value) => value,
  operators: textOperators,
  sortable: true,
  groupable: false,
  searchable: true,
  unique: true,
  measures: countMeasures,
  fake: (random, { format = 'code128' }) => formats[format].fake(random),
});

/** A scanner's line end and the blanks around it are dropped. */
function normalize(value: unknown, { format = 'code128' }: { readonly format?: keyof typeof formats }) {
  const text = normalizeTrimmed(value, maxLength);
  if (!text.ok || text.value === null) return text;
  const { pattern, checked } = formats[format];
  const accepted = new RegExp(pattern, 'u').test(text.value) && (!checked || hasGs1CheckDigit(text.value));
  return accepted ? ok(text.value) : refuse('not_a_barcode', { format });
}
