// Everything that a pattern finds, each time the longest piece. Bounded by the text's length alone, so that both interpreters
// give up on the same texts; see ../values/patterns.ts.
import { replacedLimit } from '../values/patterns.ts';
import { textLimit } from '../values/text.ts';
import type { SqlFunction } from './sql-function.ts';

export const replaceMatchesFunction: SqlFunction = {
  name: 'replace_matches',
  definition: (schema) => `
    create or replace function ${schema}.replace_matches(value text, pattern text, replacement text) returns text
    language plpgsql immutable strict parallel safe as $$
    declare
      size bigint := char_length(value);
    begin
      if size > ${replacedLimit} or (size + 1) * char_length(replacement) + size > ${textLimit} then return null; end if;
      -- a backslash would refer to what was found
      return regexp_replace(value, pattern, replace(replacement, '\\', '\\\\'), 'g');
    end $$`,
};
