// Parts of dates and times: numbers, and the date and the time of day alone. Datetimes are seen on the wall clock of the context's
// time zone.
import { named, type Bilingual, type Help } from '../help.ts';
import { raw, sql } from '../sql.ts';
import { exactly, type Operator } from '../typed.ts';
import { partsOf, quarterOf, weekdayOf, weekOf } from '../values/dates.ts';
import { toWall } from '../values/datetimes.ts';

export const year = dayPart({
  name: 'year',
  names: { en: 'YEAR', 'zh-CN': '年' },
  summary: { en: 'The year of a date.', 'zh-CN': '日期的年份。' },
  result: 2026,
  evaluate: (date) => partsOf(date).year,
});

export const quarter = dayPart({
  name: 'quarter',
  names: { en: 'QUARTER', 'zh-CN': '季度' },
  summary: { en: 'The quarter of a date, from 1 to 4.', 'zh-CN': '日期所在的季度，1 到 4。' },
  result: 1,
  evaluate: quarterOf,
});

export const month = dayPart({
  name: 'month',
  names: { en: 'MONTH', 'zh-CN': '月' },
  summary: { en: 'The month of a date, from 1 to 12.', 'zh-CN': '日期的月份，1 到 12。' },
  result: 3,
  evaluate: (date) => partsOf(date).month,
});

export const week = dayPart({
  name: 'week',
  names: { en: 'ISOWEEKNUM', 'zh-CN': '周数' },
  summary: {
    en: 'The week of the year by ISO 8601, from 1 to 53: weeks begin on Monday, the first has the first Thursday.',
    'zh-CN': '按 ISO 8601 计算的周数，1 到 53：每周从星期一开始，含当年首个星期四的一周为第 1 周。',
  },
  result: 14,
  evaluate: weekOf,
});

export const day = dayPart({
  name: 'day',
  names: { en: 'DAY', 'zh-CN': '日' },
  summary: { en: 'The day of the month, from 1 to 31.', 'zh-CN': '日期是当月的第几天，1 到 31。' },
  result: 31,
  evaluate: (date) => partsOf(date).day,
});

export const weekday = dayPart({
  name: 'weekday',
  sqlName: 'isodow',
  names: { en: 'WEEKDAY', 'zh-CN': '星期' },
  summary: {
    en: 'The day of the week, from 1 for Monday to 7 for Sunday.',
    'zh-CN': '星期几，星期一为 1，星期日为 7。',
  },
  result: 2,
  evaluate: weekdayOf,
});

export const hour = clockPart('hour', {
  names: { en: 'HOUR', 'zh-CN': '时' },
  summary: { en: 'The hour, from 0 to 23.', 'zh-CN': '小时，0 到 23。' },
  result: 9,
});

export const minute = clockPart('minute', {
  names: { en: 'MINUTE', 'zh-CN': '分' },
  summary: { en: 'The minute, from 0 to 59.', 'zh-CN': '分钟，0 到 59。' },
  result: 30,
});

export const second = clockPart('second', {
  names: { en: 'SECOND', 'zh-CN': '秒' },
  summary: { en: 'The second, from 0 to 59.', 'zh-CN': '秒，0 到 59。' },
  result: 15,
});

/** The result is that for 31 March 2026. */
function dayPart({
  name,
  sqlName = name,
  names,
  summary,
  result,
  evaluate,
}: {
  readonly name: string;
  readonly sqlName?: string;
  readonly names: Bilingual;
  readonly summary: Bilingual;
  readonly result: number;
  readonly evaluate: (date: string) => number;
}): Operator {
  return {
    help: {
      group: 'date',
      names,
      parameters: [named('date', '日期')],
      summary,
      examples: [{ json: { [name]: ['2026-03-31'] }, result }],
    },
    signatures: [
      {
        name,
        takes: exactly('day'),
        gives: 'number',
        evaluate: (date: string) => evaluate(date),
        sql: ([date]) => sql`extract(${raw(sqlName)} from ${date})`,
      },
    ],
  };
}

/** The result is that for 09:30:15. */
function clockPart(
  name: 'hour' | 'minute' | 'second',
  { result, ...help }: Pick<Help, 'names' | 'summary'> & { readonly result: number },
): Operator {
  const partOf = (time: string) => Number(time.slice(starts[name], starts[name] + 2));
  return {
    help: {
      group: 'date',
      parameters: [named('time', '时间')],
      examples: [{ json: { [name]: ['09:30:15'] }, result }],
      ...help,
    },
    signatures: [
      {
        name: `${name}_of_time`,
        takes: exactly('time'),
        gives: 'number',
        evaluate: partOf,
        sql: ([time]) => sql`trunc(extract(${raw(name)} from ${time}))`,
      },
      {
        name: `${name}_of_datetime`,
        takes: exactly('datetime'),
        gives: 'number',
        zoned: true,
        evaluate: (instant: string, zone: string) => {
          const wall = toWall(instant, zone);
          return wall === null ? null : partOf(wall.slice(11));
        },
        sql: ([instant, zone]) => sql`trunc(extract(${raw(name)} from ${instant} at time zone ${zone}))`,
      },
    ],
  };
}

const starts = { hour: 0, minute: 3, second: 6 } as const;
