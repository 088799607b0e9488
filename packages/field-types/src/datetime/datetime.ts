// An instant, to the millisecond. On the wire always `2024-03-01T06:30:00.000Z`; people read and write it in their time zone.
import { defineFieldType, type TextContext } from '../contract.ts';
import { isDay } from '../date/calendar.ts';
import { momentOptions as options } from '../date/due.ts';
import { whole } from '../fake.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { orderedMeasures, orderedOperators } from '../operators.ts';
import { halfWidth } from '../text/characters.ts';
import { readInstant } from './read.ts';
import { wallClock } from './zone.ts';

export const datetime = defineFieldType<'datetime', typeof options, string>({
  name: 'datetime',
  label: { en: 'Date and time', 'zh-CN': '日期时间' },
  icon: 'FieldTime',
  group: 'time',
  options,
  column: () => ({ type: 'timestamptz(3)' }),
  valueType: () => 'datetime',
  schema: () => ({ type: 'string', format: 'date-time' }),
  normalize,
  wireSql: (column) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  wireJson,
  parse: (text, _field, context) => parse(halfWidth(text).trim(), context),
  format,
  operators: orderedOperators,
  sortable: true,
  groupable: true,
  searchable: false,
  unique: false,
  measures: orderedMeasures,
  fake: (random) => new Date(whole(random, 1_420_070_400, 1_893_456_000) * 1000).toISOString(),
});

const wire =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?([Zz]|[+-]([01]\d|2[0-3]):?([0-5]\d))?$/;

function normalize(value: unknown) {
  const match = typeof value === 'string' ? wire.exec(value) : null;
  if (match === null) return refuse('not_a_datetime');
  const [, year, month, day, hour, minute, second, fraction = '', zone] = match;
  if (zone === undefined) return refuse('missing_zone');
  if (!isDay(Number(year), Number(month), Number(day))) return refuse('not_a_datetime');
  const offset = zone.length === 1 ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  return canonical(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}${offset}`));
}

/** `2024-03-01 06:30:00+00`, with up to three decimals that do not end in 0. */
function wireJson(text: string): string {
  const fraction = text.slice(20, -3);
  return `"${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.padEnd(3, '0')}Z"`;
}

function parse(text: string, context: TextContext) {
  if (text === '') return blank;
  const read = readInstant(text, context);
  return read.ok ? canonical(read.value.instant) : read;
}

/** Only years of four digits can be written. */
function canonical(instant: number) {
  const text = new Date(instant).toISOString();
  return /^(?!0000)\d{4}-/.test(text) ? ok(text) : refuse('date_out_of_range');
}

/** Where the clock shows a time twice the offset is added, and where local time has no year of four digits it stays in UTC. */
function format(value: string, _field: unknown, context: TextContext): string {
  const instant = Date.parse(value);
  const wall = wallClock(instant, context.timeZone);
  const local = new Date(wall)
    .toISOString()
    .replace('T', ' ')
    .replace(/(:00)?\.000Z$|Z$/, '');
  const texts = [local, `${local} ${offsetText(wall - instant)}`];
  return texts.find((text) => readsAs(text, value, context)) ?? value;
}

function readsAs(text: string, value: string, context: TextContext): boolean {
  const read = parse(text, context);
  return read.ok && read.value === value;
}

function offsetText(offset: number): string {
  const seconds = Math.abs(offset) / 1000;
  const parts = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    ...(seconds % 60 === 0 ? [] : [seconds % 60]),
  ];
  return (offset < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}
