// Workspaces made before roll-ups were kept.
import type { Knex } from 'knex';
import { identifier, render } from '@trellis/expressions/sql';
import { rollupTable } from '../workspace-tables.ts';

export async function up(knex: Knex): Promise<void> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>('select name from trellis.workspace');
  for (const { name } of rows) await knex.raw(render(rollupTable(name)).text);
}

export async function down(knex: Knex): Promise<void> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>('select name from trellis.workspace');
  for (const { name } of rows) await knex.raw(`drop table if exists ${render(identifier(name, '_rollup')).text}`);
}
