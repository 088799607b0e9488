// Upper and lower case are PostgreSQL's under C.UTF-8: for every character there is, JavaScript gives the same, and ILIKE finds
// what `contains` and `starts_with` find.
import { makeDatabase, type TestDatabase } from '@trellis/testing/database';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holds, whereOf } from '../fixtures.ts';
import { lower, upper, whiteSpace } from '../values/text.ts';
import { texts } from './rows.ts';

let database: TestDatabase;
let client: pg.Client;

interface Cases {
  readonly character: string;
  readonly small: string;
  readonly capital: string;
}

/** The characters that have another case, by our reckoning. */
const cased: readonly Cases[] = Array.from({ length: 0x10ffff }, (_, index) => index + 1)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .map((character) => ({ character, small: lower(character), capital: upper(character) }))
  .filter(({ character, small, capital }) => small !== character || capital !== character);

beforeAll(async () => {
  database = await makeDatabase();
  client = new pg.Client(database.url);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

test('every character that both know has the same upper and lower case', async () => {
  const { rows } = await client.query<Cases>(
    `select character, lower(character) as small, upper(character) as capital
     from (select chr(i) as character from generate_series(1, 1114111) as i where i not between 55296 and 57343) as all_there_are
     where lower(character) <> character or upper(character) <> character`,
  );
  // One of the two may go by a newer Unicode, with letters that the other has not got yet.
  const known = await client.query<{ position: number }>(
    'select position::int - 1 as position from unnest($1::text[]) with ordinality as t (letters, position) where unicode_assigned(letters)',
    [cased.map(({ character, small, capital }) => character + small + capital)],
  );
  expect(rows).toEqual(known.rows.map(({ position }) => cased[position]));
  expect(rows.length).toBeGreaterThan(2_800);
});

test('words are changed one character for one', async () => {
  for (const text of [...texts, 'ὈΔΥΣΣΕΎΣ', 'İstanbul', 'straße', 'ΑΣ ΑΣ.', 'Ǆeltje']) {
    const { rows } = await client.query('select lower($1) as small, upper($1) as capital', [text]);
    expect({ small: lower(text), capital: upper(text) }).toEqual(rows[0]);
  }
});

test('white space that is trimmed is the same', async () => {
  const { rows } = await client.query<{ rest: string }>('select btrim($1, $2) as rest', [
    `${whiteSpace}x${whiteSpace}`,
    whiteSpace,
  ]);
  expect(rows[0]?.rest).toBe('x');
  expect(whiteSpace.trim()).toBe('');
  const all = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(
    (text) => text.trim() === '',
  );
  expect(new Set(whiteSpace)).toEqual(new Set(all));
});

test('contains and starts_with find what ILIKE finds', async () => {
  for (const op of ['contains', 'starts_with']) {
    for (const part of [...texts, 'ΣΣ', '%', '_', '\\%', 'ẞ']) {
      const json = { [op]: [{ var: 'title' }, part] };
      const { text, values } = whereOf(json);
      const { rows } = await client.query(
        `select title from unnest($${values.length + 1}::text[]) as title where ${text}`,
        [...values, texts],
      );
      expect(rows.map(({ title }) => title)).toEqual(texts.filter((title) => holds(json, { title })));
    }
  }
});
