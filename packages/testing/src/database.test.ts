import pg from 'pg';
import { expect, test } from 'vitest';
import { databaseFrom, makeDatabase } from './database.ts';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a made database is empty, and apart from every other', async () => {
  await using one = await makeDatabase();
  await using other = await makeDatabase();
  await ask(one.url, 'create table book (title text)');
  expect(await ask(other.url, "select to_regclass('book') as book")).toEqual([{ book: null }]);
});

test('a dropped database is gone, whoever is still connected', async () => {
  const database = await makeDatabase();
  const reader = new pg.Client(database.url);
  reader.on('error', () => {});
  await reader.connect();
  await database.drop();
  await expect(ask(database.url, 'select 1')).rejects.toThrow('does not exist');
});

test('a template is prepared once, and what a test writes stays in its own clone', async () => {
  let prepared = 0;
  const prepare = async (url: string) => {
    prepared += 1;
    await ask(url, "create table book as select 'Ulysses' as title");
  };
  const clones = await Promise.all([1, 2, 3].map(() => databaseFrom('one book', prepare)));
  const [first, second] = clones;
  await ask(first?.url ?? '', 'delete from book');
  expect(await ask(second?.url ?? '', 'select title from book')).toEqual([{ title: 'Ulysses' }]);
  expect(prepared).toBe(1);
  await Promise.all(clones.map((clone) => clone.drop()));
});

test('a preparation that fails leaves no template behind', async () => {
  const failing = databaseFrom('fails', () => Promise.reject(new Error('no books today')));
  await expect(failing).rejects.toThrow('no books today');
  await using database = await databaseFrom('fails', (url) => ask(url, 'create table book ()').then(() => {}));
  expect(await ask(database.url, 'select count(*)::int from book')).toEqual([{ count: 0 }]);
});
