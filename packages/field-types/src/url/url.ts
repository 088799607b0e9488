// A web address. Only http and https: other schemes run code or open programs.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { pick, digits } from '../fake.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { countMeasures, textOperators } from '../operators.ts';
import { refuseCharacters } from '../text/characters.ts';

const options = Type.Object({});

const maxLength = 2048;

export const url = defineFieldType<'url', typeof options, string>({
  name: 'url',
  label: { en: 'Web address', 'zh-CN': '网址' },
  icon: 'Link',
  group: 'text',
  options,
  column: () => ({ type: 'text' }),
  valueType: () => 'text',
  schema: () => ({ type: 'string', pattern: '^ *[Hh][Tt][Tt][Pp][Ss]?://[^ ]+ *$', maxLength }),
  normalize,
  parse(text) {
    const typed = text.trim();
    const bare = /^[\p{L}\p{N}][\p{L}\p{N}.-]*\.\p{L}{2,}([/?#:]|$)/u.test(typed);
    return normalize(bare ? `https://${typed}` : typed);
  },
  format: (value) => value,
  operators: textOperators,
  sortable: true,
  groupable: false,
  searchable: true,
  unique: true,
  measures: countMeasures,
  fake: (random) => `https://${pick(random, ['www', 'shop', 'docs'])}.example.com/${digits(random, 5)}`,
});

/** Kept as it was typed, but for the blanks around it. */
function normalize(value: unknown) {
  if (typeof value !== 'string') return refuse('not_a_text');
  if (value.length > maxLength) return refuse('too_long', { max: maxLength });
  const typed = value.trim();
  if (typed === '') return blank;
  return refuseCharacters(typed) ?? (isWebAddress(typed) ? ok(typed) : refuse('not_a_url'));
}

/** No user names: `https://bank.example@evil.example` leads elsewhere than it seems to. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\\\p{Cc}]+$/iu.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname !== '' && username === '' && password === '';
}
