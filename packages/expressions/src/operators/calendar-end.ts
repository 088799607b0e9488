// Where the calendar ends for instants that are reckoned: a day from its ends by UTC, so that no time zone leads out of it. What lies
// beyond is null.
import { raw, sql, type Sql } from '../sql.ts';
import { firstInstant, lastInstant } from '../values/datetimes.ts';

export function withinCalendar(instant: Sql): Sql {
  const inCalendar = sql`instant between timestamptz ${raw(`'${firstInstant}'`)} and timestamptz ${raw(`'${lastInstant}'`)}`;
  return sql`(select case when ${inCalendar} then instant end from (select ${instant} as instant offset 0) as reckoned)`;
}
