// Where a part first stands in a text, from 1; 0 where it does not, null for a part too long to be looked for. A regular expression
// of nothing but text takes a time that grows with the lengths alone; see ../values/text-search.ts.
import { mostTextSought } from '../limits.ts';
import { shortLimit, smallProduct } from '../values/text-search.ts';
import type { SqlFunction } from './sql-function.ts';

export const textPositionFunction: SqlFunction = {
  name: 'text_position',
  definition: (schema) => `
    create or replace function ${schema}.text_position(value text, part text) returns int
    language plpgsql immutable strict parallel safe as $$
    declare
      size bigint := char_length(part);
    begin
      if size > ${mostTextSought} then return null; end if;
      if size <= ${shortLimit} or size * char_length(value) <= ${smallProduct} then return strpos(value, part); end if;
      return regexp_instr(value, '***=' || part);
    end $$`,
};
