// Every occurrence at once, unless the text would become longer than a million characters.
import { textLimit } from '../values/text.ts';
import type { SqlFunction } from './sql-function.ts';

export const replaceTextFunction: SqlFunction = {
  name: 'replace_text',
  definition: (schema) => `
    create or replace function ${schema}.replace_text(value text, part text, replacement text) returns text
    language plpgsql immutable strict parallel safe as $$
    declare
      occurrences bigint;
    begin
      if part = '' then return value; end if;
      occurrences := (char_length(value) - char_length(replace(value, part, ''))) / char_length(part);
      if char_length(value) + occurrences * (char_length(replacement) - char_length(part)) > ${textLimit} then
        return null;
      end if;
      return replace(value, part, replacement);
    end $$`,
};
