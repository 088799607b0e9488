// Brings the platform's own schema, `trellis`, to the newest form. The workspaces' tables come from metadata, not from here.
import knexFactory, { type Knex } from 'knex';
import { installFunctions } from './install-functions.ts';
import * as platform from './migrations/001-platform.ts';
import * as released from './migrations/002-released.ts';
import * as pinyin from './migrations/003-pinyin.ts';
import * as rollups from './migrations/004-rollups.ts';

const migrations: Record<string, Knex.Migration> = {
  '001-platform': platform,
  '002-released': released,
  '003-pinyin': pinyin,
  '004-rollups': rollups,
};

/** Safe to run on every start and on several nodes at once: knex locks its own table. */
export async function migrate(url: string): Promise<void> {
  const knex = knexFactory({ client: 'pg', connection: url, pool: { min: 0, max: 1 } });
  try {
    await knex.raw('create schema if not exists trellis');
    await knex.raw('create extension if not exists pg_trgm with schema public');
    await knex.migrate.latest({ schemaName: 'trellis', tableName: 'migration', migrationSource });
  } finally {
    await knex.destroy();
  }
  await installFunctions(url);
}

const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(migrations),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const migration = migrations[name];
    if (!migration) throw new Error(`unknown migration ${name}`);
    return migration;
  },
};
