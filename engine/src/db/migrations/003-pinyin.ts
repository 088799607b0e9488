// Chinese text is found by its pinyin: workspaces know which companions are still to be filled, and two characters are looked for
// in every text that is not ASCII alone, Latin letters as well, because initials are often two of them.
import type { Knex } from 'knex';
import { identifier, render } from '@trellis/expressions/sql';
import { unfilledTable } from '../workspace-tables.ts';

export async function up(knex: Knex): Promise<void> {
  for (const name of await workspaces(knex)) await knex.raw(render(unfilledTable(name)).text);
  await knex.raw(`
    create or replace function trellis.bigrams(value text) returns text[] language sql immutable parallel safe as $$
      -- by twos from the first character on, and by twos from the second: four times as quick as one after the other
      select case when octet_length(value) = char_length(value) then array['ascii']
        else string_to_array(
          regexp_replace(lower(value), '(..)', E'\\\\1\\x1f', 'g') || E'\\x1f'
          || regexp_replace(substr(lower(value), 2), '(..)', E'\\\\1\\x1f', 'g'), E'\\x1f') end
    $$;
  `);
}

export async function down(knex: Knex): Promise<void> {
  for (const name of await workspaces(knex))
    await knex.raw(`drop table if exists ${render(identifier(name, '_unfilled')).text}`);
  await knex.raw(`
    create or replace function trellis.bigrams(value text) returns text[] language sql immutable parallel safe as $$
      select case when value is null or value !~ '[^[:ascii:]]' then '{}'::text[]
        else (select coalesce(array_agg(distinct substr(lower(value), i, 2)), '{}')
              from generate_series(1, length(value) - 1) i
              where substr(value, i, 2) ~ '^[^[:ascii:]]{2}$') end
    $$;
  `);
}

async function workspaces(knex: Knex): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>('select name from trellis.workspace');
  return rows.map(({ name }) => name);
}
