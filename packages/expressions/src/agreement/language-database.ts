// PostgreSQL with the functions of the language, for the tests of one file.
import { makeDatabase } from '@trellis/testing/database';
import pg from 'pg';
import { installFunctions } from './install-functions.ts';

export interface LanguageDatabase {
  readonly client: pg.Client;
  close(): Promise<void>;
}

export async function languageDatabase(): Promise<LanguageDatabase> {
  const database = await makeDatabase();
  const client = new pg.Client(database.url);
  await client.connect();
  await installFunctions(client);
  return {
    client,
    async close() {
      await client.end();
      await database.drop();
    },
  };
}
