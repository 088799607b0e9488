// How many days are worked on from the year 1 to a day, without going from day to day; see ../values/working-days.ts for the operands.
import type { SqlFunction } from './sql-function.ts';

export const workedDaysFunction: SqlFunction = {
  name: 'worked_days',
  definition: (schema) => `
    create or replace function ${schema}.worked_days(day date, week int[], off date[], added date[]) returns bigint
    language plpgsql immutable strict parallel safe as $$
    declare
      -- 1 January of the year 1 was a Monday
      passed int := day - date '0001-01-01' + 1;
    begin
      return passed / 7 * week[8] + week[passed % 7 + 1] - width_bucket(day, off) + width_bucket(day, added);
    end $$`,
};
