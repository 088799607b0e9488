import { makeDatabase, type TestDatabase } from '@trellis/testing/database';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { describeFault } from '../errors.ts';
import { checkExternal } from './check.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await makeDatabase();
  return database.drop;
});

test('a database that will do has no faults, and is left as it was found', async () => {
  expect(await checkExternal(database.url)).toEqual([]);
  expect(await ask('select extname from pg_extension')).toEqual([{ extname: 'plpgsql' }]);
});

test('an address that is none is told without showing its password', async () => {
  for (const url of ['mysql://me:secret@host/db', 'postgres:me:secret@host', 'secret']) {
    const [fault] = await checkExternal(url);
    expect(fault?.code).toBe('url_malformed');
    if (url !== 'secret') expect(JSON.stringify(fault)).not.toContain('secret');
  }
});

test('a server that does not answer, a refused password and an absent database are told apart', async () => {
  expect(await checkExternal('postgres://me@127.0.0.1:1/db')).toEqual([
    { code: 'host_unreachable', host: '127.0.0.1:1', reason: 'ECONNREFUSED' },
  ]);
  expect(await checkExternal(changed((url) => (url.password = 'wrong')))).toEqual([
    { code: 'password_refused', user: 'trellis' },
  ]);
  expect(await checkExternal(changed((url) => (url.pathname = '/absent')))).toEqual([
    { code: 'database_missing', database: 'absent' },
  ]);
});

test('a character type that takes Chinese characters for no letters is refused', async () => {
  await using blind = await madeWith(`encoding 'UTF8' locale_provider libc locale 'C'`);
  const faults = await checkExternal(blind.url);
  expect(faults).toEqual([{ code: 'ctype_unsuitable', database: blind.name, found: 'C' }]);
  expect(faults.map(describeFault).join()).toContain("lc_ctype 'C.UTF-8'");
});

test('an encoding other than UTF8 is refused', async () => {
  await using latin = await madeWith(`encoding 'LATIN1' locale_provider libc locale 'C'`);
  expect(await checkExternal(latin.url)).toEqual([
    { code: 'encoding_unsuitable', database: latin.name, found: 'LATIN1' },
  ]);
});

test('a user without the right to create is told both of the schemas and of the extension', async () => {
  const user = `guest_${database.name}`;
  await ask(`create role ${user} login password 'guest'`);
  const url = changed((address) => {
    address.username = user;
    address.password = 'guest';
  });
  try {
    expect(await checkExternal(url)).toEqual([
      { code: 'create_refused', database: database.name, user },
      { code: 'extension_refused', extension: 'pg_trgm', database: database.name, user },
    ]);
  } finally {
    await ask(`drop role ${user}`);
  }
});

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

async function madeWith(options: string): Promise<AsyncDisposable & { url: string; name: string }> {
  const name = `${database.name}_other`;
  await ask(`create database ${name} template template0 ${options}`);
  const drop = async () => void (await ask(`drop database ${name} with (force)`));
  return { name, url: changed((url) => (url.pathname = `/${name}`)), [Symbol.asyncDispose]: drop };
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
