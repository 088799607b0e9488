// The conditions that filters are made of can be answered from indexes, as a prepared statement that knows no values and as one
// that does.
import { makeDatabase, type TestDatabase } from '@trellis/testing/database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { now, someId, typed } from '../fixtures.ts';
import { identifier, render, sql, type Sql } from '../sql.ts';
import { toPredicateSql } from '../to-sql.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await makeDatabase();
  client = new pg.Client(database.url);
  await client.connect();
  await client.query(`
    create extension pg_trgm;
    create table book (title text, price bigint, lent boolean, due date, seen_at timestamptz, owner uuid, tags text[]);
    create index book_title on book (title);
    create index book_title_words on book using gin (title gin_trgm_ops);
    create index book_price on book (price);
    create index book_lent on book (lent);
    create index book_due on book (due);
    create index book_seen_at on book (seen_at);
    create index book_owner on book (owner);
    create index book_tags on book using gin (tags);
    set enable_seqscan = off`);
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const lastMonth = { date_add: [{ start_of: [{ var: '$today' }, 'month'] }, -1, 'month'] };

const filters: { readonly [index: string]: readonly unknown[] } = {
  book_title: [
    { '==': [{ var: 'title' }, 'a'] },
    { in: [{ var: 'title' }, ['a', 'b']] },
    { and: [{ '==': [{ var: 'title' }, 'a'] }, { '!': { var: 'lent' } }] },
    { '==': [{ var: 'title' }, null] },
  ],
  book_title_words: [{ contains: [{ var: 'title' }, '华为技术'] }, { starts_with: [{ var: 'title' }, 'The'] }],
  book_price: [{ '==': [{ var: 'price' }, 5] }, { in: [{ var: 'price' }, [1, 2]] }, { '<=': [1, { var: 'price' }, 5] }],
  book_lent: [{ '==': [{ var: 'lent' }, true] }, { var: 'lent' }],
  book_due: [
    { '<': [{ var: 'due' }, { var: '$today' }] },
    { '>=': [{ var: 'due' }, { date_add: [{ var: '$today' }, -30, 'day'] }] },
    { '<=': [lastMonth, { var: 'due' }, { end_of: [lastMonth, 'month'] }] },
    { '==': [{ var: 'due' }, '2026-03-31'] },
  ],
  book_seen_at: [
    { '<=': [{ start_of: [{ var: '$now' }, 'week'] }, { var: 'seen_at' }, { end_of: [{ var: '$now' }, 'week'] }] },
    { '>=': [{ var: 'seen_at' }, '2026-03-01'] },
    { '>=': [{ var: 'seen_at' }, { date_add: [{ var: '$now' }, -2, 'hour'] }] },
  ],
  book_owner: [
    { '==': [{ var: 'owner' }, { var: '$user.id' }] },
    { in: [{ var: 'owner' }, { var: '$user.teams' }] },
    { in: [{ var: 'owner' }, [someId]] },
  ],
  book_tags: [
    { in: ['a', { var: 'tags' }] },
    { has_any: [{ var: 'tags' }, ['a']] },
    { has_all: [{ var: 'tags' }, ['a', 'b']] },
  ],
};

describe('An index serves', () => {
  for (const [index, conditions] of Object.entries(filters)) {
    for (const json of conditions) {
      test.each(['force_generic_plan', 'force_custom_plan'])(
        `${JSON.stringify(json)} by ${index}, %s`,
        async (mode) => {
          const plan = await planOf(json, mode);
          expect(plan).toMatch(new RegExp(`(on|using) ${index} `));
          expect(plan).toContain('Index Cond');
        },
      );
    }
  }
});

const context: { readonly [path: string]: unknown } = {
  $now: now,
  $today: '2026-03-31',
  $time_zone: 'Asia/Shanghai',
  '$user.id': someId,
  '$user.teams': [someId],
};

async function planOf(json: unknown, mode: string): Promise<string> {
  const resolve = (path: readonly string[]): Sql =>
    path[0]?.startsWith('$') ? sql`${context[path.join('.')]}` : identifier(...path);
  const { text, values } = render(sql`select from book where ${toPredicateSql(typed(json), resolve)}`);
  await client.query(`set plan_cache_mode = ${mode}`);
  await client.query(`prepare asked as ${text}`);
  const literals = values.map((value) =>
    Array.isArray(value) ? `'{${value.join(',')}}'` : pg.escapeLiteral(String(value)),
  );
  const { rows } = await client.query(`explain execute asked ${literals.length > 0 ? `(${literals.join(', ')})` : ''}`);
  await client.query('deallocate asked');
  return rows.map((row) => `${String(row['QUERY PLAN'])} `).join('\n');
}
