// A postal address in parts. Filters and sorting see it as one line.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { digits, pick } from '../fake.ts';
import { blank } from '../normalized.ts';
import { presenceMeasures } from '../operators.ts';
import { membersSchema, normalizeMembers, sameMembers, type Members } from './members.ts';
import { readSlots, writeSlots } from './slots.ts';
import { splitChinese } from './split-chinese.ts';

const options = Type.Object({});

const parts = ['country', 'province', 'city', 'district', 'street', 'postal_code'] as const;
const maxLength = 200;

export type Address = Members<(typeof parts)[number]>;

export const address = defineFieldType<'address', typeof options, Address>({
  name: 'address',
  label: { en: 'Address', 'zh-CN': '地址' },
  icon: 'Environment',
  group: 'other',
  options,
  column: () => ({ type: 'jsonb', natural: true }),
  valueType: () => 'text',
  schema: () => membersSchema(parts, maxLength),
  normalize,
  toColumn: (value) => JSON.stringify(value),
  scalar: {
    fromWire: (value) => presentParts(value).join(' '),
    sql: oneLineSql,
  },
  parse,
  format: (value) =>
    writeSlots(value, {
      names: parts,
      plain: plainText(value),
      says: (text) => sameMembers(parse(text), value, parts),
    }),
  operators: ['contains', 'is_blank'],
  sortable: true,
  groupable: false,
  searchable: true,
  unique: false,
  measures: presenceMeasures,
  fake: (random) => ({
    country: '中国',
    ...pick(random, [
      { province: '北京市', city: '北京市', district: '海淀区' },
      { province: '广东省', city: '深圳市', district: '南山区' },
      { province: '浙江省', city: '杭州市', district: '西湖区' },
    ]),
    street: `科技路${digits(random, 3)}号`,
    postal_code: `1${digits(random, 5)}`,
  }),
});

function normalize(value: unknown) {
  return normalizeMembers(value, parts, maxLength);
}

/** A text without places is a Chinese address where it begins with a province or city, else a street. */
function parse(text: string) {
  const typed = text.trim();
  return typed === '' ? blank : normalize(readSlots(typed, parts) ?? splitChinese(typed) ?? { street: typed });
}

/** The parts from the widest to the narrowest. */
function presentParts(value: Address): readonly string[] {
  return parts.map((part) => value[part]).filter((text) => text !== undefined);
}

/** Immutable, unlike concat_ws, so that it can be indexed; no part begins with a blank. */
function oneLineSql(column: string): string {
  const spaced = parts.map((part) => `coalesce(' ' || (${column}->>'${part}'), '')`);
  return `nullif(ltrim(${spaced.join(' || ')}), '')`;
}

/** As Chinese people write it: in one piece, with the postal code at the end. */
function plainText({ postal_code, ...place }: Address): string {
  return [presentParts(place).join(''), postal_code ?? ''].join(' ').trim();
}
