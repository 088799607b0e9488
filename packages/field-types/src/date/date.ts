// A day of the calendar, without a time and without a zone.
import { defineFieldType, type TextContext } from '../contract.ts';
import { readInstant } from '../datetime/read.ts';
import { dayIn } from '../datetime/zone.ts';
import { whole } from '../fake.ts';
import { blank, ok, refuse } from '../normalized.ts';
import { orderedMeasures, orderedOperators } from '../operators.ts';
import { halfWidth } from '../text/characters.ts';
import { dayText, isDay } from './calendar.ts';
import { momentOptions as options } from './due.ts';
import { readDay } from './read.ts';

export const date = defineFieldType<'date', typeof options, string>({
  name: 'date',
  label: { en: 'Date', 'zh-CN': '日期' },
  icon: 'Calendar',
  group: 'time',
  options,
  column: () => ({ type: 'date' }),
  valueType: () => 'date',
  schema: () => ({ type: 'string', format: 'date' }),
  normalize,
  parse: (text, _field, context) => parse(halfWidth(text).trim(), context),
  format: (value) => value,
  operators: orderedOperators,
  sortable: true,
  groupable: true,
  searchable: false,
  unique: true,
  measures: orderedMeasures,
  fake: (random) =>
    dayText({ year: whole(random, 2015, 2030), month: whole(random, 1, 12), day: whole(random, 1, 28) }),
});

function normalize(value: unknown) {
  const match = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (match === null) return refuse('not_a_date');
  const [text, year, month, day] = match;
  if (year === '0000') return refuse('date_out_of_range');
  return isDay(Number(year), Number(month), Number(day)) ? ok(text) : refuse('not_a_date');
}

/** A time behind the date is dropped; with a zone, the day is the one in the reader's zone. */
function parse(text: string, context: TextContext) {
  if (text === '') return blank;
  if (text.length > 100) return refuse('not_a_date');
  const read = readDay(text, context.dateOrder);
  if (!read.ok) return read;
  if (read.value.rest === '') return ok(dayText(read.value.day));
  const instant = readInstant(text, context);
  if (!instant.ok) return refuse('not_a_date');
  return instant.value.zoned ? normalize(dayIn(instant.value.instant, context.timeZone)) : ok(dayText(read.value.day));
}
