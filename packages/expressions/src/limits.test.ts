// Whatever an expression is put together of, both interpreters come to an end with it, and soon.
import { makeDatabase } from '@trellis/testing/database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageDatabase, type LanguageDatabase } from './agreement/language-database.ts';
import { answerOf, readable } from './agreement/readable.ts';
import { contextOf, problemsOf, typed } from './fixtures.ts';
import { translate } from './messages.ts';
import { identifier, render, sql } from './sql.ts';
import { toFunction } from './to-function.ts';
import { toSql } from './to-sql.ts';

let client: LanguageDatabase['client'];
let close: LanguageDatabase['close'];

beforeAll(async () => {
  ({ client, close } = await languageDatabase(await makeDatabase()));
  await client.query(`set statement_timeout = '20s'`);
  await client.query('create table book (title text, price numeric, lent boolean, tags text[], scores numeric[])');
  await client.query('insert into book values ($1, $2, $3, $4, $5)', Object.values(record));
});

afterAll(() => close());

const long = 'x'.repeat(1_000_000);
const tags = Array.from({ length: 10_000 }, (_, index) => String(index));
const scores = Array.from({ length: 10_000 }, (_, index) => index % 7);
const record = { title: long, price: '9'.repeat(60), lent: true, tags, scores };

const times = (count: number, part: unknown): readonly unknown[] => Array.from({ length: count }, () => part);
const nested = (levels: number, wrap: (inner: unknown) => unknown, core: unknown): unknown =>
  levels === 0 ? core : nested(levels - 1, wrap, wrap(core));
const title = { var: 'title' };
const price = { var: 'price' };
const repeated = (text: string, count: number) => ({ repeat: [text, count] });
const member = { var: '' };
const current = { var: 'current' };
const accumulator = { var: 'accumulator' };

const heavy: { readonly [name: string]: unknown } = {
  'conditions fifty deep': nested(48, (inner) => ({ '!': [inner] }), { var: 'lent' }),
  'cases fifty deep': nested(48, (inner) => ({ if: [{ '>': [price, 1] }, inner, 2] }), 3),
  'two thousand conditions': { or: times(1_900 / 4, { '==': [title, 'a'] }) },
  'two thousand numbers added': { '+': times(1_990, 1.5) },
  'two thousand numbers of sixty digits multiplied': { '*': times(1_990, '9'.repeat(60)) },
  'two thousand fractions of sixty digits multiplied': { '*': times(1_990, `0.${'9'.repeat(60)}`) },
  'a tower of powers': nested(40, (inner) => ({ power: [9, inner] }), 9),
  'a tower of powers of fractions': nested(40, (inner) => ({ power: [inner, 1.000001] }), 123_456.789),
  'two thousand long texts joined': { length: [{ cat: times(1_900, title) }] },
  'a text that repeats itself looked for in another': {
    or: times(20, { in: [{ cat: [repeated('a', 500), 'b', repeated('a', 499)] }, repeated('a', 1_000_000)] }),
  },
  'the same without regard to case': {
    or: times(20, { contains: [repeated('a', 1_000_000), { cat: ['b', repeated('a', 900)] }] }),
  },
  'a text written out looked for at the end': { ends_with: [repeated('a', 1_000_000), `${'a'.repeat(20_000)}b`] },
  'a text that repeats itself replaced': {
    right: [{ replace: [{ repeat: [`${'a'.repeat(501)}b`, 1_990] }, `${'a'.repeat(500)}b`, '\\1'] }, 9],
  },
  'a text as long as the other looked for': { in: [{ cat: ['b', repeated('a', 500_000)] }, repeated('a', 1_000_000)] },
  'texts joined thirty deep': { length: [nested(30, (inner) => ({ cat: [inner, 'x'] }), title)] },
  'a text repeated and repeated': { length: [nested(20, (inner) => ({ repeat: [inner, 1_000] }), 'ab')] },
  'a long text changed forty times over': { length: [nested(20, (inner) => ({ upper: [{ lower: [inner] }] }), title)] },
  'a text doubled by every member': {
    length: [{ reduce: [{ var: 'tags' }, { cat: [accumulator, accumulator] }, 'ab'] }],
  },
  'a text that grows with every member': {
    length: [{ reduce: [{ var: 'tags' }, { cat: [accumulator, current] }, ''] }],
  },
  'a number squared by every member': { reduce: [{ var: 'scores' }, { '*': [accumulator, accumulator, 0.999] }, 1.5] },
  'a fraction that grows with every member': {
    reduce: [{ var: 'scores' }, { '*': [{ '+': [accumulator, 1] }, 0.3] }, 1],
  },
  'long texts made for every member': { count: [{ map: [{ var: 'tags' }, { cat: [member, '.', member] }] }] },
  'products of products': {
    sum: [
      {
        map: [{ map: [{ var: 'scores' }, { '*': times(15, { var: '$record.price' }) }] }, { '*': times(15, member) }],
      },
    ],
  },
  'a text in every member': { some: [{ var: 'tags' }, { in: [member, { cat: ['-', { var: '$record.title' }] }] }] },
  'lists in lists': { all: [{ var: 'tags' }, { some: [{ var: '$record.tags' }, { '==': [member, '9999'] }] }] },
  'lists joined': { count: [{ merge: times(900, { var: 'tags' }) }] },
  'everything asked of every member': { count: [{ var: 'scores' }, { and: times(30, { '<': [member, 10] }) }] },
};

describe('Both interpreters come to an end, with the same value, with', () => {
  test.each(Object.entries(heavy))('%s', { timeout: 40_000 }, async (_, json) => {
    const expression = typed(json);
    const inJs = toFunction(expression)(contextOf(record));
    const statement = render(
      sql`select ${readable(
        toSql(expression, ([name = '']) => identifier('book', name)),
        expression.type,
      )} as value from book`,
    );
    const { rows } = await client.query<{ value: unknown }>(statement);
    expect(answerOf(rows[0]?.value, expression.type)).toEqual(inJs);
  });
});

describe('What would cost too much', () => {
  test('is refused with its place', () => {
    const each = (list: string, inner: unknown) => ({ all: [{ var: list }, inner] });
    const dear = { or: [true, each('tags', { and: times(400, { '==': [member, 'a'] }) })] };
    const [problem] = problemsOf(dear);
    expect(problem).toMatchObject({ path: '/or/1', code: 'too_costly' });
    expect(problem && translate(problem, 'zh-CN').message).toBe('这部分的运算量过大。');
    expect(problemsOf(each('scores', { '==': [member, 1] }))).toEqual([]);
  });

  test('is counted through rows of rows, and lists in them', () => {
    const parts = (inner: unknown) => ({ some: [{ var: 'parts' }, inner] });
    const deep = (width: number) => ({
      some: [{ var: 'lines' }, parts(parts({ or: times(width, { '>': [{ var: 'amount' }, 1] }) }))],
    });
    expect(problemsOf(deep(20))).toEqual([]);
    expect(problemsOf(deep(45))).toMatchObject([{ path: '', code: 'too_costly' }]);
  });
});
