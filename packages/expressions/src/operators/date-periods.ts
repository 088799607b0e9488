// Where periods begin and end. Datetimes are seen on the wall clock of the context's time zone, so that a month begins at local
// midnight.
import { named } from '../help.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { exactly, type Operator, type TypedExpression } from '../typed.ts';
import { endOfPeriod, periods, startOfPeriod, type Period } from '../values/dates.ts';
import { onWall } from '../values/datetimes.ts';
import { wordOf } from './literals.ts';
import { withinCalendar } from './calendar-end.ts';
import { isNearToday } from './near-today.ts';

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
      sql: ([instant, , zone], nodes) => {
        const first = sql`(date_trunc(${periodText(nodes[1])}, ${instant} at time zone ${zone}) at time zone ${zone})`;
        return isNearToday(nodes) ? first : withinCalendar(first);
      },
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
        if (wordOf(node, periods) !== 'week' || isNearToday(nodes)) return last;
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
      sql: ([instant, , zone], nodes) => {
        const [, node] = nodes;
        const last = sql`((date_trunc(${periodText(node)}, ${instant} at time zone ${zone}) + interval ${intervalText(node)} - interval '1 microsecond') at time zone ${zone})`;
        return isNearToday(nodes) ? last : withinCalendar(last);
      },
    },
  ],
};

function periodText(node: TypedExpression | undefined): Sql {
  return raw(`'${wordOf(node, periods)}'`);
}

function intervalText(node: TypedExpression | undefined): Sql {
  return raw(`'${intervals[wordOf(node, periods)]}'`);
}

const intervals: { readonly [period in Period]: string } = {
  day: '1 day',
  week: '7 days',
  month: '1 month',
  quarter: '3 months',
  year: '1 year',
};
