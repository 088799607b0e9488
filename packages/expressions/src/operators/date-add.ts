// So many days, weeks, months or years later. Datetimes go by the wall clock of the context's time zone, so that a day later is
// the same hour. Amounts lose what is behind their point; what leaves the calendar is null.
import { named } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { exactly, type Operator, type TypedExpression } from '../typed.ts';
import { addToDate, unitLimits, units, type Unit } from '../values/dates.ts';
import { onWall } from '../values/datetimes.ts';
import { truncate } from '../values/numbers.ts';
import { isNearToday } from './near-today.ts';

export const dateAdd: Operator = {
  help: {
    group: 'date',
    names: { en: 'DATEADD', 'zh-CN': '日期加' },
    parameters: [named('date', '日期'), named('amount', '数量'), named('unit', '单位')],
    summary: {
      en: 'The date so many days, weeks, months or years later; earlier for a negative amount.',
      'zh-CN': '若干天、周、月或年之后的日期；数量为负则向前推算。',
    },
    examples: [
      { json: { date_add: ['2026-01-31', 1, 'month'] }, result: '2026-02-28' },
      { json: { date_add: ['2026-03-01', -1, 'day'] }, result: '2026-02-28' },
    ],
  },
  signatures: [
    {
      name: 'add_to_date',
      takes: exactly('date', 'number', 'unit'),
      gives: 'date',
      evaluate: (date: string, amount: Numeric, unit: Unit) => addToDate(date, truncate(amount), unit),
      sql: ([date, amount], nodes) => sql`${moved({ wall: sql`${date}::timestamp`, amount, nodes })}::date`,
      repeats: [1],
    },
    {
      name: 'add_to_datetime',
      takes: exactly('datetime', 'number', 'unit'),
      gives: 'datetime',
      zoned: true,
      evaluate: (instant: string, amount: Numeric, unit: Unit, zone: string) =>
        onWall(instant, zone, (date, time) => ({ date: addToDate(date, truncate(amount), unit), time })),
      sql: ([instant, amount, , zone], nodes) =>
        sql`(${moved({ wall: sql`(${instant} at time zone ${zone})`, amount, nodes })} at time zone ${zone})`,
      repeats: [1],
    },
  ],
};

/** A timestamp without zone. */
function moved(step: {
  readonly wall: Sql;
  readonly amount: Sql | undefined;
  readonly nodes: readonly TypedExpression[];
}): Sql {
  const { wall, amount, nodes } = step;
  const unit = unitOf(nodes[2]);
  const plus = (whole: Sql) => sql`(${wall} + make_interval(${raw(`${unit}s`)} => ${whole}::int))`;
  if (isNearToday(nodes)) return plus(sql`${amount}`);
  const limit = raw(String(unitLimits[unit]));
  const guarded = sql`select case when abs(trunc(${amount})) <= ${limit} then ${plus(sql`trunc(${amount})`)} end as wall`;
  const inCalendar = sql`wall >= timestamp '0001-01-01' and wall < timestamp '10000-01-01'`;
  return sql`(select case when ${inCalendar} then wall end from (${guarded} offset 0) as moved)`;
}

/** check lets only words of the closed list through. */
function unitOf(node: TypedExpression | undefined): Unit {
  const unit = units.find((known) => node?.kind === 'literal' && node.value === known);
  if (unit === undefined) throw new Error('A unit has to be written out.');
  return unit;
}
