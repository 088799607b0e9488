// The functions that expressions call in SQL are there after every start, however many nodes start and whatever was there before.
import { sqlFunctions } from '@trellis/expressions/sql-functions';
import { makeDatabase, type TestDatabase } from '@trellis/testing/database';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';

let database: TestDatabase;
let client: pg.Client;

beforeEach(async () => {
  database = await makeDatabase();
  client = new pg.Client(database.url);
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

test('several nodes that start at once make all of them', async () => {
  await migrate(database.url);
  await client.query('drop function trellis.round_half_even(numeric, numeric)');
  await client.query('drop table trellis.sql_function');
  await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
  expect(await valueOf('select trellis.round_half_even(2.5, 0)')).toBe('2');
  expect(await valueOf('select count(*)::int from trellis.sql_function')).toBe(sqlFunctions.length);
});

test('one that is missing or another is made anew, the rest is left alone', async () => {
  await migrate(database.url);
  const before = await versions();
  await client.query('drop function trellis.power(numeric, numeric)');
  await client.query(`update trellis.sql_function set digest = 'another' where name = 'square_root'`);
  await migrate(database.url);
  const after = await versions();
  expect(await valueOf('select trellis.power(2, 10)')).toBe('1024.000000000000');
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['power', 'square_root']);
});

test('a restart in the middle of a query does it no harm', async () => {
  await migrate(database.url);
  await client.query(`update trellis.sql_function set digest = 'another'`);
  const [{ rows }] = await Promise.all([
    client.query<{ sum: string }>(
      'select sum(trellis.power(1, i)) from generate_series(1, 300) as i where pg_sleep(0.005) is not null',
    ),
    migrate(database.url),
  ]);
  expect(rows.map(({ sum }) => Number(sum))).toEqual([300]);
});

async function valueOf(text: string): Promise<unknown> {
  const { rows } = await client.query({ text, rowMode: 'array' });
  return rows[0]?.[0];
}

/** Changes with every `create or replace`. */
async function versions(): Promise<{ readonly [name: string]: string }> {
  const { rows } = await client.query<{ name: string; version: string }>(
    `select proname as name, xmin::text as version from pg_proc
     where pronamespace = 'trellis'::regnamespace and proname in (select name from trellis.sql_function) order by proname`,
  );
  return Object.fromEntries(rows.map(({ name, version }) => [name, version]));
}
