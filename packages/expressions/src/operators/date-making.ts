// Dates and datetimes put together and taken apart; on the wall clock of the context's time zone, where one is needed.
import { named } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { makeDateFunction } from '../sql-functions/make-date.ts';
import { call } from '../sql-functions/sql-function.ts';
import { sql } from '../sql.ts';
import { exactly, type Operator } from '../typed.ts';
import { makeDate } from '../values/dates.ts';
import { instantOf, toWall } from '../values/datetimes.ts';
import { truncate } from '../values/numbers.ts';
import { withinCalendar } from './calendar-end.ts';

export const date: Operator = {
  help: {
    group: 'date',
    names: { en: 'DATE', 'zh-CN': '日期' },
    parameters: [named('year', '年'), named('month', '月'), named('day', '日')],
    summary: {
      en: 'The date of year, month and day; nothing where there is no such day.',
      'zh-CN': '由年、月、日组成的日期；没有这一天时为空值。',
    },
    examples: [
      { json: { date: [2026, 3, 31] }, result: '2026-03-31' },
      { json: { date: [2026, 2, 29] }, result: null },
    ],
  },
  signatures: [
    {
      name: 'date',
      takes: exactly('number', 'number', 'number'),
      gives: 'date',
      evaluate: (year: Numeric, month: Numeric, day: Numeric) =>
        makeDate(truncate(year), truncate(month), truncate(day)),
      sql: (args) => call(makeDateFunction, args),
    },
  ],
};

export const datetime: Operator = {
  help: {
    group: 'date',
    names: { en: 'DATETIME', 'zh-CN': '日期时间' },
    parameters: [named('date', '日期'), named('time', '时间')],
    summary: {
      en: 'The moment when it is that time on that day, in the time zone of whoever asks.',
      'zh-CN': '某日某时对应的时刻，按当前用户所在时区计算。',
    },
    examples: [{ json: { datetime: ['2026-03-31', '09:30'] }, result: '2026-03-31T09:30:00.000Z' }],
  },
  signatures: [
    {
      name: 'datetime',
      takes: exactly('date', 'time'),
      gives: 'datetime',
      zoned: true,
      evaluate: (day: string, time: string, zone: string) => instantOf(`${day}T${time}`, zone),
      sql: ([day, time, zone]) => withinCalendar(sql`(${day} + ${time}) at time zone ${zone}`),
    },
  ],
};

export const dateOf: Operator = {
  help: {
    group: 'date',
    names: { en: 'DATE_OF', 'zh-CN': '取日期' },
    parameters: [named('datetime', '日期时间')],
    summary: {
      en: 'The date of a moment, in the time zone of whoever asks.',
      'zh-CN': '某一时刻的日期，按当前用户所在时区计算。',
    },
    examples: [{ json: { date_of: ['2026-03-31T09:30:00Z'] }, result: '2026-03-31' }],
  },
  signatures: [
    {
      name: 'date_of',
      takes: exactly('datetime'),
      gives: 'date',
      zoned: true,
      evaluate: (instant: string, zone: string) => toWall(instant, zone)?.slice(0, 10) ?? null,
      sql: ([instant, zone]) => sql`(${instant} at time zone ${zone})::date`,
    },
  ],
};

export const timeOf: Operator = {
  help: {
    group: 'date',
    names: { en: 'TIME_OF', 'zh-CN': '取时间' },
    parameters: [named('datetime', '日期时间')],
    summary: {
      en: 'The time of day of a moment, in the time zone of whoever asks.',
      'zh-CN': '某一时刻的时间，按当前用户所在时区计算。',
    },
    examples: [{ json: { time_of: ['2026-03-31T09:30:00Z'] }, result: '09:30:00' }],
  },
  signatures: [
    {
      name: 'time_of',
      takes: exactly('datetime'),
      gives: 'time',
      zoned: true,
      evaluate: (instant: string, zone: string) => toWall(instant, zone)?.slice(11) ?? null,
      sql: ([instant, zone]) => sql`(${instant} at time zone ${zone})::time`,
    },
  ],
};
