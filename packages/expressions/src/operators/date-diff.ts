// How much lies between two dates or instants, in whole units that are completed; negative where the second comes first.
import { named, optional } from '../help.ts';
import { monthsBetweenFunction } from '../sql-functions/months-between.ts';
import { call } from '../sql-functions/sql-function.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { exactly, type Operator } from '../typed.ts';
import { daysBetween, monthsBetween, units, type Unit } from '../values/dates.ts';
import { clockUnits, elapsedBetween, type ClockUnit } from '../values/elapsed.ts';
import { wordOf } from './literals.ts';

export const dateDiff: Operator = {
  help: {
    group: 'date',
    names: { en: 'DATEDIF', 'zh-CN': '日期差' },
    parameters: [named('from', '开始'), named('to', '结束'), optional(named('unit', '单位'))],
    summary: {
      en: 'How many days, weeks, months, years, hours or minutes have been completed from the first to the second; days where nothing is said.',
      'zh-CN': '从开始到结束经过的完整天、周、月、年、小时或分钟数，不写单位时为天。',
    },
    examples: [
      { json: { date_diff: ['2026-02-27', '2026-03-01'] }, result: 2 },
      { json: { date_diff: ['2026-01-31', '2026-02-28', 'month'] }, result: 0 },
      { json: { date_diff: ['2026-03-31T09:00:00Z', '2026-03-31T17:45:00Z', 'hour'] }, result: 8 },
    ],
  },
  signatures: [
    {
      name: 'days_between',
      takes: exactly('day', 'day'),
      gives: 'number',
      evaluate: (from: string, to: string) => daysBetween(from, to),
      sql: ([from, to]) => sql`(${to} - ${from})::numeric`,
    },
    {
      name: 'units_between',
      takes: exactly('day', 'day', 'unit'),
      gives: 'number',
      evaluate: (from: string, to: string, unit: Unit) => unitsBetween(from, to, unit),
      sql: ([from = raw('null'), to = raw('null')], [, , unit]) => unitsBetweenSql(from, to, wordOf(unit, units)),
    },
    {
      name: 'elapsed_between',
      takes: exactly('datetime', 'datetime', 'clock_unit'),
      gives: 'number',
      evaluate: (from: string, to: string, unit: ClockUnit) => elapsedBetween(from, to, unit),
      sql: ([from, to], [, , unit]) =>
        sql`trunc(extract(epoch from ${to} - ${from}) / ${raw(seconds[wordOf(unit, clockUnits)])})`,
    },
  ],
};

const seconds: { readonly [unit in ClockUnit]: string } = { hour: '3600', minute: '60' };

function unitsBetween(from: string, to: string, unit: Unit): number {
  switch (unit) {
    case 'day':
      return daysBetween(from, to);
    case 'week':
      return Math.trunc(daysBetween(from, to) / 7);
    case 'month':
      return monthsBetween(from, to);
    case 'year':
      return Math.trunc(monthsBetween(from, to) / 12);
  }
}

function unitsBetweenSql(from: Sql, to: Sql, unit: Unit): Sql {
  switch (unit) {
    case 'day':
      return sql`(${to} - ${from})::numeric`;
    case 'week':
      return sql`trunc((${to} - ${from}) / 7.0)`;
    case 'month':
      return call(monthsBetweenFunction, [from, to]);
    case 'year':
      return sql`trunc(${call(monthsBetweenFunction, [from, to])} / 12)`;
  }
}
