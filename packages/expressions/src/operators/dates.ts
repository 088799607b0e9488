// Periods, parts and differences. Dates need no zone; datetimes are seen on the wall clock of the context's time zone, so that a
// month begins at local midnight.
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
        return sql`(select case when day <= date '9999-12-31' then day end from (select ${last} as day) as last)`;
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

export const year = part('year');
export const month = part('month');
export const day = part('day');

function part(name: 'year' | 'month' | 'day'): Operator {
  return {
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
