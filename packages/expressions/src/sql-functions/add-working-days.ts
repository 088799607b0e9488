// The day by which so many more, or fewer, are worked on: searched for by halves, as in ../values/working-days.ts.
import { passedDaysLimit, workingDaysLimit } from '../values/working-days.ts';
import type { SqlFunction } from './sql-function.ts';

export const addWorkingDaysFunction: SqlFunction = {
  name: 'add_working_days',
  definition: (schema) => `
    create or replace function ${schema}.add_working_days(day date, amount numeric, week int[], off date[], added date[])
    returns date language plpgsql immutable strict parallel safe as $$
    declare
      count bigint;
      wanted bigint;
      low date;
      high date;
      middle date;
    begin
      if abs(trunc(amount)) > ${workingDaysLimit} then return null; end if;
      count := trunc(amount);
      if count = 0 then return day; end if;
      if count > 0 then
        wanted := ${schema}.worked_days(day, week, off, added) + count;
        low := day + 1;
        high := least(day + ${passedDaysLimit}, date '9999-12-31');
      else
        wanted := ${schema}.worked_days(day - 1, week, off, added) + count + 1;
        low := greatest(day - ${passedDaysLimit}, date '0001-01-01');
        high := day - 1;
        if ${schema}.worked_days(low - 1, week, off, added) >= wanted then return null; end if;
      end if;
      if low > high or ${schema}.worked_days(high, week, off, added) < wanted then return null; end if;
      while low < high loop
        middle := low + (high - low) / 2;
        if ${schema}.worked_days(middle, week, off, added) < wanted then
          low := middle + 1;
        else
          high := middle;
        end if;
      end loop;
      return low;
    end $$`,
};
