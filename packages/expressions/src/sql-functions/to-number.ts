// Text as a number where it is written as one, without white space at its ends; the notation is that of readNumber.
import type { SqlFunction } from './sql-function.ts';

export const toNumberFunction: SqlFunction = {
  name: 'to_number',
  definition: (schema) => `
    create or replace function ${schema}.to_number(value text) returns numeric
    language plpgsql immutable strict parallel safe as $$
    begin
      if value ~ '^[+-]?([0-9]{1,60}(\\.[0-9]{0,60})?|\\.[0-9]{1,60})$' then return value::numeric; end if;
      return null;
    end $$`,
};
