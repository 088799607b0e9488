// Periods, parts and differences. Dates need no zone; datetimes are seen on the wall clock of the context's time zone, so that a
// month begins at local midnight.
import { named, type Bilingual } from '../help.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { exactly, type Operator, type TypedExpression } from '../typed.ts';
import { daysBetween, endOfPeriod, partsOf, periods, startOfPeriod, type Period } from '../values/dates.ts';
import { onWall } from '../values/datetimes.ts';
import { isNearToday } from './near-today.ts';

const intervals: { readonly [period in Period]: string } = {
  day: '1 day',
  week: '7 days',
  month: '1 month',
  quarter: '3 months',
  year: '1 year',
};

/** Whole days from the first to the second. */
export const dateDiff: Operator = {
  help: {
    group: 'date',
    names: { en: 'DATEDIF', 'zh-CN': '日期差' },
    parameters: [named('from', '开始'), named('to', '结束')],
    summary: { en: 'Whole days from the first date to the second.', 'zh-CN': '从第一个日期到第二个日期的整天数。' },
    examples: [{ json: { date_diff: ['2026-02-27', '2026-03-01'] }, result: 2 }],
  },
  signatures: [
    {
      name: 'days_between',
      takes: exactly('day', 'day'),
      gives: 'number',
      evaluate: (from: string, to: string) => daysBetween(from, to),
      sql: ([from, to]) => sql`(${to} - ${from})::numeric`,
    },
  ],
};

export const startOf: Operator = {
  help: {
    group: 'date',
    names: { en: 'START_OF', 'zh-CN': '期初' },
    parameters: [named('date', '日期'), named('period', '周期')],
    summary: {
      en: 'The first moment of the day, week, month, quarter or year. Weeks begin on Monday.',
      'zh-CN': '所在日、周、月、季度或年的开始。每周从星期一开始。',
    },
    examples: [{ json: { start_of: ['2026-05-20', 'quarter'] }, result: '2026-04-01' }],
  },
  signatures: [
    {
      name: 'start_of_date',
      takes: exactly('date', 'period'),
      gives: 'date',
      evaluate: (date: string, period: Period) => startOfPeriod(date, period),
      sql: ([date], [, node]) => sql`date_trunc(${periodText(node)}, ${date}::timestamp)::date`,
    },
    {
      name: 'start_of_datetime',
      takes: exactly('datetime', 'period'),
      gives: 'datetime',
      zoned: true,
      evaluate: (instant: string, period: Period, zone: string) =>
        onWall(instant, zone, (date) => ({ date: startOfPeriod(date, period), time: '00:00:00.000000' })),
      sql: ([instant, , zone], [, node]) =>
        sql`(date_trunc(${periodText(node)}, ${instant} at time zone ${zone}) at time zone ${zone})`,
    },
  ],
};

/** The last day, or the last microsecond, so that `<=` takes in the whole period. */
export const endOf: Operator = {
  help: {
    group: 'date',
    names: { en: 'END_OF', 'zh-CN': '期末' },
    parameters: [named('date', '日期'), named('period', '周期')],
    summary: {
      en: 'The last moment of the day, week, month, quarter or year. Weeks begin on Monday.',
      'zh-CN': '所在日、周、月、季度或年的结束。每周从星期一开始。',
    },
    examples: [{ json: { end_of: ['2024-02-10', 'month'] }, result: '2024-02-29' }],
  },
  signatures: [
    {
      name: 'end_of_date',
      takes: exactly('date', 'period'),
      gives: 'date',
      evaluate: (date: string, period: Period) => endOfPeriod(date, period),
      sql: ([date], nodes) => {
        const [, node] = nodes;
        const last = sql`(date_trunc(${periodText(node)}, ${date}::timestamp) + interval ${intervalText(node)} - interval '1 day')::date`;
        if (periodOf(node) !== 'week' || isNearToday(nodes)) return last;
        // The last week of the year 9999 ends in the next.
        return sql`(select case when day <= date '9999-12-31' then day end from (select ${last} as day offset 0) as last)`;
      },
    },
    {
      name: 'end_of_datetime',
      takes: exactly('datetime', 'period'),
      gives: 'datetime',
      zoned: true,
      evaluate: (instant: string, period: Period, zone: string) =>
        onWall(instant, zone, (date) => ({ date: endOfPeriod(date, period), time: '23:59:59.999999' })),
      sql: ([instant, , zone], [, node]) =>
        sql`((date_trunc(${periodText(node)}, ${instant} at time zone ${zone}) + interval ${intervalText(node)} - interval '1 microsecond') at time zone ${zone})`,
    },
  ],
};

export const year = part('year', {
  names: { en: 'YEAR', 'zh-CN': '年' },
  summary: { en: 'The year of a date.', 'zh-CN': '日期的年份。' },
  result: 2026,
});

export const month = part('month', {
  names: { en: 'MONTH', 'zh-CN': '月' },
  summary: { en: 'The month of a date, from 1 to 12.', 'zh-CN': '日期的月份，1 到 12。' },
  result: 3,
});

export const day = part('day', {
  names: { en: 'DAY', 'zh-CN': '日' },
  summary: { en: 'The day of the month, from 1 to 31.', 'zh-CN': '日期是当月的第几天，1 到 31。' },
  result: 31,
});

/** The result is that for 31 March 2026. */
function part(
  name: 'year' | 'month' | 'day',
  help: { readonly names: Bilingual; readonly summary: Bilingual; readonly result: number },
): Operator {
  const { names, summary, result } = help;
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
        evaluate: (date: string) => partsOf(date)[name],
        sql: ([date]) => sql`extract(${raw(name)} from ${date})`,
      },
    ],
  };
}

function periodText(node: TypedExpression | undefined): Sql {
  return raw(`'${periodOf(node)}'`);
}

function intervalText(node: TypedExpression | undefined): Sql {
  return raw(`'${intervals[periodOf(node)]}'`);
}

/** check lets only words of the closed list through. */
function periodOf(node: TypedExpression | undefined): Period {
  const found = periods.find((known) => node?.kind === 'literal' && node.value === known);
  if (found === undefined) throw new Error('A period has to be written out.');
  return found;
}
