// A time of day without a date and a zone, to the second.
import { Type } from '@sinclair/typebox';
import { defineFieldType } from '../contract.ts';
import { padded } from '../date/calendar.ts';
import { pick, whole } from '../fake.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { orderedMeasures, orderedOperators } from '../operators.ts';
import { halfWidth } from '../text/characters.ts';
import { readClock } from './clock.ts';

const options = Type.Object({});

export const time = defineFieldType<'time', typeof options, string>({
  name: 'time',
  label: { en: 'Time', 'zh-CN': '时间' },
  icon: 'ClockCircle',
  group: 'time',
  options,
  column: () => ({ type: 'time(0)' }),
  valueType: () => 'time',
  schema: () => ({ type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$' }),
  normalize(value) {
    const isTime = typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value);
    return isTime ? ok(value.length === 5 ? `${value}:00` : value) : refuse('not_a_time');
  },
  wireSql: (column) => `to_char(${column}, 'HH24:MI:SS')`,
  parse(text) {
    const typed = halfWidth(text).trim();
    if (typed === '') return blank;
    const clock = readClock(typed);
    if (clock === undefined) return refuse('not_a_time');
    return ok([clock.hour, clock.minute, clock.second].map((part) => padded(part, 2)).join(':'));
  },
  format: (value) => (value.endsWith(':00') ? value.slice(0, 5) : value),
  operators: orderedOperators,
  sortable: true,
  groupable: true,
  searchable: false,
  unique: false,
  measures: orderedMeasures,
  fake: (random) => `${padded(whole(random, 8, 18), 2)}:${pick(random, ['00', '15', '30', '45'])}:00`,
});
