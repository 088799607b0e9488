// A number with so many decimals and a comma between thousands, as text.
import type { SqlFunction } from './sql-function.ts';

export const formatNumberFunction: SqlFunction = {
  name: 'format_number',
  definition: (schema) => `
    create or replace function ${schema}.format_number(value numeric, places numeric) returns text
    language plpgsql immutable strict parallel safe as $$
    declare
      rounded numeric;
      digits text;
      whole text;
    begin
      if trunc(places) not between 0 and 12 or abs(value) >= 1e60 then return null; end if;
      rounded := round(value, trunc(places)::int);
      digits := abs(rounded)::text;
      whole := split_part(digits, '.', 1);
      return case when rounded < 0 then '-' else '' end
        || regexp_replace(whole, '([0-9])(?=([0-9]{3})+$)', '\\1,', 'g')
        || substr(digits, char_length(whole) + 1);
    end $$`,
};
