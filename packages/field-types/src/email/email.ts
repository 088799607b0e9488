// An e-mail address as mail servers accept it: no comments, quotes or address literals; letters of all scripts (RFC 6531).
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { digits, pick } from '../fake.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { countMeasures, textOperators } from '../operators.ts';
import { refuseCharacters } from '../text/characters.ts';

const options = Type.Object({});

/** RFC 5321: 64 octets before the @, 254 in all. */
const maxLocal = 64;
const maxLength = 254;

const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domainLabel = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

export const email = defineFieldType<'email', typeof options, string>({
  name: 'email',
  label: { en: 'E-mail', 'zh-CN': '邮箱' },
  icon: 'Mail',
  group: 'text',
  options,
  column: () => ({ type: 'text' }),
  valueType: () => 'text',
  schema: () => ({ type: 'string', pattern: '^ *[^ @]+@[^ @]+ *$', maxLength }),
  normalize,
  parse: (text) => normalize(text.trim()),
  format: (value) => value,
  operators: textOperators,
  sortable: true,
  groupable: false,
  searchable: true,
  unique: true,
  measures: countMeasures,
  fake: (random) => `${pick(random, ['lin', 'mia', 'noah', 'wei', 'zoe'])}${digits(random, 6)}@example.com`,
});

/** Only the domain is the same in capitals; blanks around the address are dropped. */
function normalize(value: unknown) {
  if (typeof value !== 'string') return refuse('not_a_text');
  if (value.length > maxLength) return refuse('too_long', { max: maxLength });
  const typed = value.replace(/^ +| +$/g, '');
  if (typed === '') return blank;
  const refusal = refuseCharacters(typed);
  if (refusal !== undefined) return refusal;
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, Math.max(0, at));
  const domain = typed.slice(at + 1).toLowerCase();
  return isLocal(local) && isDomain(domain) ? ok(`${local}@${domain}`) : refuse('not_an_email');
}

function isLocal(local: string): boolean {
  return new TextEncoder().encode(local).length <= maxLocal && localPart.test(local);
}

/** A last label of digits would be an IP address. */
function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return labels.every((label) => domainLabel.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
}
