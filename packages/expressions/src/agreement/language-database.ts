// PostgreSQL with the functions of the language, for the tests of one file.
import pg from 'pg';
import { installFunctions } from './install-functions.ts';

export interface LanguageDatabase {
  readonly client: pg.Client;
  close(): Promise<void>;
}

/** @param database an empty one; it goes when the tests are through. */
export async function languageDatabase(database: {
  readonly url: string;
  drop(): Promise<void>;
}): Promise<LanguageDatabase> {
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
