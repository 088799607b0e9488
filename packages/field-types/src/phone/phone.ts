// A telephone number in E.164, with its extension as RFC 3966 writes it: `+861088886666;ext=8001`.
import { Type } from '@sinclair/typebox';
import { parsePhoneNumberFromString, isSupportedCountry, type PhoneNumber } from 'libphonenumber-js/min';
import { defineFieldType, type FieldContext } from '../contract.ts';
import { digits, pick } from '../fake.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { countMeasures, textOperators } from '../operators.ts';
import { halfWidth } from '../text/characters.ts';

const options = Type.Object({
  country: Type.Optional(
    Type.String({
      pattern: '^[A-Z]{2}$',
      description: "ISO 3166; of numbers without a prefix. Absent: the workspace's country.",
    }),
  ),
});

interface PhoneOptions {
  readonly country?: string;
}

const maxLength = 100;

export const phone = defineFieldType<'phone', typeof options, string>({
  name: 'phone',
  label: { en: 'Phone', 'zh-CN': '电话' },
  icon: 'Phone',
  group: 'text',
  options,
  column: () => ({ type: 'text' }),
  valueType: () => 'text',
  schema: () => ({ type: 'string', maxLength }),
  normalize,
  parse: (text, field, context) => normalize(text, field, context),
  format,
  operators: textOperators,
  sortable: true,
  groupable: false,
  searchable: true,
  unique: true,
  measures: countMeasures,
  fake: (random) => `+86${pick(random, ['138', '139', '150', '186', '188'])}${digits(random, 8)}`,
});

function normalize(value: unknown, field: PhoneOptions, context: FieldContext) {
  if (typeof value !== 'string') return refuse('not_a_text');
  if (value.length > maxLength) return refuse('too_long', { max: maxLength });
  const typed = halfWidth(value).trim();
  if (typed === '') return blank;
  const number = readPhone(typed, field, context);
  return number === undefined ? refuse('not_a_phone') : ok(canonical(number));
}

/** Chinese switchboards write extensions as 转8001, 分机8001 or one more group of digits. */
function readPhone(typed: string, field: PhoneOptions, context: FieldContext): PhoneNumber | undefined {
  const text = typed
    .replace(/^\(\+(\d{1,3})\)/, '+$1 ')
    .replace(/\s*(?:转|分机(?:号)?)[:：\s]*(\d{1,7})$/, ' ext. $1')
    .replace(/^(\(?0\d{2,3}\)?[-\s]?\d{7,8})[-–—](\d{1,6})$/, '$1 ext. $2');
  // Letters would be read as the digits of a keypad, and words around a number as noise.
  if (/\p{L}/u.test(text.replace(/(?:;ext=|\s*(?:ext|x|extension)\.?\s*)\d{1,7}$/iu, ''))) return undefined;
  const number = parsePhoneNumberFromString(text, { ...countryOf(field, context), extract: false });
  return number?.isValid() === true ? number : undefined;
}

function countryOf(field: PhoneOptions, context: FieldContext) {
  const country = field.country ?? context.country;
  return isSupportedCountry(country) ? { defaultCountry: country } : {};
}

function canonical(number: PhoneNumber): string {
  return number.ext === undefined ? number.number : `${number.number};ext=${number.ext}`;
}

/** As people at home write it; numbers of other countries with their prefix. */
function format(value: string, field: PhoneOptions, context: FieldContext): string {
  const number = readPhone(value, field, context);
  if (number === undefined) return value;
  const texts = [
    number.country === (field.country ?? context.country) ? number.formatNational() : number.formatInternational(),
  ];
  return texts.find((text) => sameNumber(text, value, field, context)) ?? value;
}

function sameNumber(text: string, value: string, field: PhoneOptions, context: FieldContext): boolean {
  const read = normalize(text, field, context);
  return read.ok && read.value === value;
}
