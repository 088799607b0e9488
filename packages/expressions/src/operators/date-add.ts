// So many days, weeks, months or years later, by the wall clock of the context's time zone, so that a day later is the same hour;
// and for datetimes so many hours and minutes, by what has elapsed. Amounts lose what is behind their point; what leaves the calendar is null.
import { named } from '../help.ts';
import type { Numeric } from '../operand.ts';
import { raw, sql, type Sql } from '../sql.ts';
import { exactly, type Operator, type TypedExpression } from '../typed.ts';
import { addToDate, unitLimits, units, type Unit } from '../values/dates.ts';
import { onWall } from '../values/datetimes.ts';
import { addElapsed, clockLimits, clockUnits, type ClockUnit } from '../values/elapsed.ts';
import { truncate } from '../values/numbers.ts';
import { withinCalendar } from './calendar-end.ts';
import { wordOf } from './literals.ts';
import { isNearToday } from './near-today.ts';

export const dateAdd: Operator = {
  help: {
    group: 'date',
    names: { en: 'DATEADD', 'zh-CN': '日期加' },
    parameters: [named('date', '日期'), named('amount', '数量'), named('unit', '单位')],
    summary: {
      en: 'The date so many days, weeks, months, years, hours or minutes later; earlier for a negative amount.',
      'zh-CN': '若干天、周、月、年、小时或分钟之后的日期；数量为负则向前推算。',
    },
    examples: [
      { json: { date_add: ['2026-01-31', 1, 'month'] }, result: '2026-02-28' },
      { json: { date_add: ['2026-03-01', -1, 'day'] }, result: '2026-02-28' },
      { json: { date_add: ['2026-03-31T09:30:00Z', 90, 'minute'] }, result: '2026-03-31T11:00:00.000Z' },
    ],
  },
  signatures: [
    {
      name: 'add_to_date',
      takes: exactly('date', 'number', 'unit'),
      gives: 'date',
      evaluate: (date: string, amount: Numeric, unit: Unit) => addToDate(date, truncate(amount), unit),
      sql: ([date, amount], nodes) => {
        const wall = moved({ start: sql`${date}::timestamp`, amount, nodes });
        if (isNearToday(nodes)) return sql`${wall}::date`;
        const inCalendar = sql`wall >= timestamp '0001-01-01' and wall < timestamp '10000-01-01'`;
        return sql`(select case when ${inCalendar} then wall end from (select ${wall} as wall offset 0) as moved)::date`;
      },
      repeats: [1],
    },
    {
      name: 'add_to_datetime',
      takes: exactly('datetime', 'number', 'unit'),
      gives: 'datetime',
      zoned: true,
      evaluate: (instant: string, amount: Numeric, unit: Unit, zone: string) =>
        onWall(instant, zone, (date, time) => ({ date: addToDate(date, truncate(amount), unit), time })),
      sql: ([instant, amount, , zone], nodes) => {
        const wall = moved({ start: sql`(${instant} at time zone ${zone})`, amount, nodes });
        return isNearToday(nodes)
          ? sql`(${wall} at time zone ${zone})`
          : withinCalendar(sql`${wall} at time zone ${zone}`);
      },
      repeats: [1],
    },
    {
      name: 'add_elapsed',
      takes: exactly('datetime', 'number', 'clock_unit'),
      gives: 'datetime',
      evaluate: (instant: string, amount: Numeric, unit: ClockUnit) => addElapsed(instant, truncate(amount), unit),
      sql: ([instant, amount], nodes) => {
        const reckoned = moved({ start: sql`${instant}`, amount, nodes });
        return isNearToday(nodes) ? reckoned : withinCalendar(reckoned);
      },
      repeats: [1],
    },
  ],
};

/** Null where the amount is too great to be reckoned with. */
function moved(step: {
  readonly start: Sql;
  readonly amount: Sql | undefined;
  readonly nodes: readonly TypedExpression[];
}): Sql {
  const { start, amount, nodes } = step;
  const unit = wordOf(nodes[2], [...units, ...clockUnits]);
  const plus = (whole: Sql) => sql`(${start} + make_interval(${raw(intervals[unit])} => ${whole}::int))`;
  if (isNearToday(nodes)) return plus(sql`${amount}`);
  const limit = { ...unitLimits, ...clockLimits }[unit];
  return sql`case when abs(trunc(${amount})) <= ${raw(String(limit))} then ${plus(sql`trunc(${amount})`)} end`;
}

/** Parameters of make_interval. */
const intervals: { readonly [unit in Unit | ClockUnit]: string } = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  year: 'years',
  hour: 'hours',
  minute: 'mins',
};
