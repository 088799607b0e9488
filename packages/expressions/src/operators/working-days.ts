// Days that are worked on, by a calendar of the workspace. Its name is written out; check puts in its place what both interpreters
// need to know of it.
import { named } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { addWorkingDaysFunction } from '../sql-functions/add-working-days.ts';
import { call } from '../sql-functions/sql-function.ts';
import { workedDaysFunction } from '../sql-functions/worked-days.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { exactly, type Operator, type TypedExpression } from '../typed.ts';
import { truncate } from '../values/numbers.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween, type WorkedDays } from '../values/working-days.ts';

const calendar = named('calendar', '日历');

export const workingDays: Operator = {
  help: {
    group: 'date',
    names: { en: 'WORKING_DAYS', 'zh-CN': '工作日数' },
    parameters: [named('from', '开始'), named('to', '结束'), calendar],
    summary: {
      en: 'How many days are worked on after the first date, up to and with the second.',
      'zh-CN': '从开始日期的次日到结束日期（含）之间的工作日数。',
    },
    examples: [{ json: { working_days: ['2026-04-30', '2026-05-09', 'office'] }, result: 4 }],
  },
  signatures: [
    {
      name: 'working_days',
      takes: exactly('day', 'day', 'calendar'),
      gives: 'number',
      evaluate: (from: string, to: string, days: WorkedDays) => workingDaysBetween(from, to, days),
      sql: ([from, to], [, , node]) => sql`(${workedUntil(to, node)} - ${workedUntil(from, node)})::numeric`,
    },
  ],
};

export const addedWorkingDays: Operator = {
  help: {
    group: 'date',
    names: { en: 'ADD_WORKING_DAYS', 'zh-CN': '加工作日' },
    parameters: [named('date', '日期'), named('amount', '数量'), calendar],
    summary: {
      en: 'The date so many working days later; earlier for a negative amount.',
      'zh-CN': '若干个工作日之后的日期；数量为负则向前推算。',
    },
    examples: [
      { json: { add_working_days: ['2026-04-30', 1, 'office'] }, result: '2026-05-06' },
      { json: { add_working_days: ['2026-05-06', -1, 'office'] }, result: '2026-04-30' },
    ],
  },
  signatures: [
    {
      name: 'add_working_days',
      takes: exactly('day', 'number', 'calendar'),
      gives: 'date',
      evaluate: (date: string, amount: Numeric, days: WorkedDays) => addWorkingDays(date, truncate(amount), days),
      sql: ([date = raw('null'), amount = raw('null')], [, , node]) =>
        call(addWorkingDaysFunction, [date, amount, ...written(node)]),
    },
  ],
};

export const onWorkingDay: Operator = {
  help: {
    group: 'date',
    names: { en: 'IS_WORKING_DAY', 'zh-CN': '是工作日' },
    parameters: [named('date', '日期'), calendar],
    summary: { en: 'Whether the date is a working day.', 'zh-CN': '该日期是否为工作日。' },
    examples: [
      { json: { is_working_day: ['2026-05-09', 'office'] }, result: true },
      { json: { is_working_day: ['2026-05-01', 'office'] }, result: false },
    ],
  },
  signatures: [
    {
      name: 'is_working_day',
      takes: exactly('day', 'calendar'),
      gives: 'boolean',
      evaluate: (date: string, days: WorkedDays) => isWorkingDay(date, days),
      sql: ([date], [, node]) => sql`${workedUntil(date, node)} > ${workedUntil(sql`${date} - 1`, node)}`,
      repeats: [0],
    },
  ],
};

function workedUntil(date: Sql | undefined, node: TypedExpression | undefined): Sql {
  return call(workedDaysFunction, [date ?? raw('null'), ...written(node)]);
}

/** As arrays, which PostgreSQL reads once in a statement. */
function written(node: TypedExpression | undefined): readonly Sql[] {
  const value = node?.kind === 'literal' && typeof node.value === 'object' ? node.value : null;
  if (value === null || !('week' in value)) throw new Error('A calendar has to be known.');
  const { week, off, added } = value;
  return [sql`${week}::int[]`, sql`${off}::date[]`, sql`${added}::date[]`];
}
