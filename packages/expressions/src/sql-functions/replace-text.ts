// Every occurrence at once, unless the text would become longer than a million characters, or the part is too long to be looked for.
// A long part is sought by a regular expression of nothing but text, for the reason that ../values/text-search.ts gives.
import { mostTextSought } from '../limits.ts';
import { shortLimit, smallProduct } from '../values/text-search.ts';
import { textLimit } from '../values/text.ts';
import type { SqlFunction } from './sql-function.ts';

export const replaceTextFunction: SqlFunction = {
  name: 'replace_text',
  definition: (schema) => `
    create or replace function ${schema}.replace_text(value text, part text, replacement text) returns text
    language plpgsql immutable strict parallel safe as $$
    declare
      size bigint := char_length(part);
      is_quick boolean := size <= ${shortLimit} or size * char_length(value) <= ${smallProduct};
      occurrences bigint;
    begin
      if part = '' then return value; end if;
      if size > ${mostTextSought} then return null; end if;
      if is_quick then
        occurrences := (char_length(value) - char_length(replace(value, part, ''))) / size;
      else
        occurrences := regexp_count(value, '***=' || part);
      end if;
      if char_length(value) + occurrences * (char_length(replacement) - size) > ${textLimit} then
        return null;
      end if;
      if is_quick then return replace(value, part, replacement); end if;
      -- a backslash would refer to what was found
      return regexp_replace(value, '***=' || part, replace(replacement, '\\', '\\\\'), 'g');
    end $$`,
};
