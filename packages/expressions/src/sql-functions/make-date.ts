// A day from year, month and day, where there is one.
import type { SqlFunction } from './sql-function.ts';

export const makeDateFunction: SqlFunction = {
  name: 'make_date',
  definition: (schema) => `
    create or replace function ${schema}.make_date(year numeric, month numeric, day numeric) returns date
    language plpgsql immutable strict parallel safe as $$
    declare
      first date;
    begin
      if trunc(year) not between 1 and 9999 or trunc(month) not between 1 and 12 or trunc(day) not between 1 and 31 then
        return null;
      end if;
      first := make_date(trunc(year)::int, trunc(month)::int, 1);
      if trunc(day) > extract(day from first + interval '1 month - 1 day') then return null; end if;
      return first + trunc(day)::int - 1;
    end $$`,
};
