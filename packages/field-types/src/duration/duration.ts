// A length of time in whole seconds.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { whole } from '../fake.ts';
import { normalizeInteger, integerSchema } from '../integer/integer.ts';
import { blank, refuse } from '../normalized.ts';
import { numberMeasures, orderedOperators } from '../operators.ts';
import { halfWidth } from '../text/characters.ts';

const options = Type.Object({
  min: Type.Optional(Type.Integer({ minimum: 0, description: 'Seconds.' })),
  max: Type.Optional(Type.Integer({ minimum: 0, description: 'Seconds.' })),
});

/** What a column of type `integer` holds: 68 years. */
const longest = 2 ** 31 - 1;

export const duration = defineFieldType<'duration', typeof options, number>({
  name: 'duration',
  label: { en: 'Duration', 'zh-CN': '时长' },
  icon: 'Hourglass',
  group: 'time',
  options,
  column: () => ({ type: 'integer' }),
  valueType: () => 'number',
  problems: ({ min = 0, max = longest }) => (min > max ? [{ path: 'min', code: 'min_above_max' }] : []),
  schema: (field) => integerSchema(limitsOf(field)),
  normalize: (value, field) => normalizeInteger(value, limitsOf(field)),
  parse(text, field) {
    const typed = halfWidth(text).trim().toLowerCase();
    if (typed === '') return blank;
    const seconds = readSeconds(typed);
    return seconds === undefined ? refuse('not_a_duration') : normalizeInteger(seconds, limitsOf(field));
  },
  format: (value, _field, { language }) => format(value, language),
  operators: orderedOperators,
  sortable: true,
  groupable: false,
  searchable: false,
  unique: false,
  measures: numberMeasures,
  fake: (random, field) => {
    const { min, max } = limitsOf(field);
    return whole(random, min, Math.min(max, min + 28_800));
  },
});

function limitsOf({ min = 0, max = longest }: { readonly min?: number; readonly max?: number }) {
  return { min, max: Math.min(max, longest) };
}

const units: { readonly [unit: string]: number } = {
  d: 86_400,
  day: 86_400,
  days: 86_400,
  天: 86_400,
  日: 86_400,
  h: 3600,
  hr: 3600,
  hrs: 3600,
  hour: 3600,
  hours: 3600,
  小时: 3600,
  时: 3600,
  m: 60,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  分钟: 60,
  分: 60,
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  秒: 1,
  秒钟: 1,
};

/** `1h 30m`, `1.5小时`, `1:30` and `1:30:00`; a bare number could mean anything and is refused. */
function readSeconds(text: string): number | undefined {
  if (text.length > 100) return undefined;
  const clock = /^(\d{1,6}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (clock !== null) return (Number(clock[1]) * 60 + Number(clock[2])) * 60 + Number(clock[3] ?? 0);
  if (!/^(?:\d+(?:\.\d+)?\s*[a-z\p{Script=Han}]+[\s,]*)+$/u.test(text)) return undefined;
  let seconds = 0;
  for (const [, amount, unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z\p{Script=Han}]+)/gu)) {
    const size = Object.hasOwn(units, unit) ? units[unit] : undefined;
    if (size === undefined) return undefined;
    seconds += Number(amount) * size;
  }
  return Math.round(seconds * 1000) / 1000;
}

function format(value: number, language: string): string {
  const [hour, minute, second] = language.startsWith('zh') ? ['小时', '分', '秒'] : ['h', 'm', 's'];
  const parts = [
    [Math.floor(value / 3600), hour],
    [Math.floor(value / 60) % 60, minute],
    [value % 60, second],
  ] as const;
  const shown = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`);
  if (shown.length === 0) return `0${minute}`;
  return shown.join(language.startsWith('zh') ? '' : ' ');
}
