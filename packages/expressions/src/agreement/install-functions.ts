// Our functions, in a database of a test.
import type pg from 'pg';
import { sqlFunctions } from '../sql-functions/registry.ts';
import { functionSchema } from '../sql-functions/sql-function.ts';

export async function installFunctions(client: pg.Client): Promise<void> {
  await client.query(`create schema ${functionSchema}`);
  for (const { definition } of sqlFunctions) await client.query(definition(functionSchema));
}
