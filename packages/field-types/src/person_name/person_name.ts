// The name of a person in parts. `full` is always there: filters, sorting and titles see it.
import { Type } from '@sinclair/typebox';
import { membersSchema, normalizeMembers, sameMembers, type Members } from '../address/members.ts';
import { readSlots, writeSlots } from '../address/slots.ts';
import { defineFieldType } from '../contract.ts';
import { pick } from '../fake.ts';
import { blank, ok } from '../normalized.ts';
import { countMeasures, textOperators } from '../operators.ts';
import { normalizeTrimmed } from '../text/plain.ts';
import { joinName, splitName, type NameParts } from './split.ts';

const options = Type.Object({});

const parts = ['full', 'family', 'given', 'middle', 'prefix', 'suffix'] as const;
const maxLength = 200;

export type PersonName = Members<(typeof parts)[number]>;

export const personName = defineFieldType<'person_name', typeof options, PersonName>({
  name: 'person_name',
  label: { en: 'Name of a person', 'zh-CN': '姓名' },
  icon: 'Idcard',
  group: 'people',
  options,
  column: () => ({ type: 'jsonb', natural: true }),
  valueType: () => 'text',
  schema: () => ({ ...membersSchema(parts, maxLength), type: ['object', 'string'], maxLength }),
  normalize,
  toColumn: (value) => JSON.stringify(value),
  scalar: { fromWire: (value) => value.full, sql: (column) => `(${column}->>'full')` },
  parse,
  format: (value) =>
    writeSlots(value, {
      names: parts,
      plain: value.full ?? '',
      says: (text) => sameMembers(parse(text), value, parts),
    }),
  operators: textOperators,
  sortable: true,
  groupable: false,
  searchable: true,
  unique: false,
  measures: countMeasures,
  fake: (random) => {
    const names = pick(random, samples);
    return { full: joinName(names), ...names };
  },
});

const samples: readonly [NameParts, ...NameParts[]] = [
  { family: '李', given: '明' },
  { family: '王', given: '小芳' },
  { family: '欧阳', given: '雪' },
  { family: 'Berg', given: 'Anna' },
  { family: 'Silva', given: 'Rui' },
];

function normalize(value: unknown) {
  if (typeof value === 'string') return normalizeFull(value);
  const members = normalizeMembers(value, parts, maxLength);
  if (!members.ok || members.value === null) return members;
  const { full, prefix, suffix, ...names } = members.value;
  return full === undefined ? withFull(members.value, joinName(names) || [prefix, suffix].join(' ').trim()) : members;
}

/** `Family, Given` reads as `Given Family`; other names stay as they are written. */
function normalizeFull(value: string) {
  const text = normalizeTrimmed(value, maxLength);
  if (!text.ok) return text;
  if (text.value === null) return blank;
  const names = splitName(text.value);
  const turned = names !== undefined && /[,，]/.test(text.value);
  return withFull(names ?? {}, turned ? joinName(names) : text.value);
}

function withFull(members: PersonName, full: string) {
  return ok({ full, ...members });
}

function parse(text: string) {
  const typed = text.trim();
  return typed === '' ? blank : normalize(readSlots(typed, parts) ?? typed);
}
