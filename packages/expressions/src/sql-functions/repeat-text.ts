// As often as asked, unless the text would become longer than a million characters.
import { textLimit } from '../values/text.ts';
import type { SqlFunction } from './sql-function.ts';

export const repeatTextFunction: SqlFunction = {
  name: 'repeat_text',
  definition: (schema) => `
    create or replace function ${schema}.repeat_text(value text, times numeric) returns text
    language plpgsql immutable strict parallel safe as $$
    begin
      if value = '' or trunc(times) <= 0 then return ''; end if;
      if char_length(value) * trunc(times) > ${textLimit} then return null; end if;
      return repeat(value, trunc(times)::int);
    end $$`,
};
