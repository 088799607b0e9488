// What has a function of its own in PostgreSQL gives the same as JavaScript on many values at once, beyond what random expressions
// come to: amounts of every length, halves, powers, dates far and near.
import { makeDatabase } from '@trellis/testing/database';
import fc, { type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../check.ts';
import { parseExpression } from '../parse.ts';
import { postgresType } from '../postgres-type.ts';
import { identifier, join, raw, render, sql } from '../sql.ts';
import { toFunction } from '../to-function.ts';
import { toSql } from '../to-sql.ts';
import type { ValueType } from '../types.ts';
import { contextOf } from '../fixtures.ts';
import { calendars } from './calendars.ts';
import { languageDatabase, type LanguageDatabase } from './language-database.ts';
import { answerOf, readable } from './readable.ts';
import { dates } from './rows.ts';

let client: LanguageDatabase['client'];
let close: LanguageDatabase['close'];

beforeAll(async () => {
  ({ client, close } = await languageDatabase(await makeDatabase()));
});

afterAll(() => close());

/** So many digits before the point and behind it, many of them zeros and fives. */
const decimal = (whole: number, places: number): Arbitrary<string> => {
  const digits = (most: number) =>
    fc.string({ unit: fc.constantFrom(...'000055123456789'), minLength: 1, maxLength: most });
  return fc
    .tuple(fc.constantFrom('', '-'), digits(whole), digits(places))
    .map(([sign, before, behind]) => `${sign}${before}.${behind}`);
};

const date = fc.oneof(
  fc.constantFrom(...dates),
  fc
    .date({ min: new Date('2025-11-01'), max: new Date('2026-06-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
  fc
    .date({ min: new Date('0100-01-01'), max: new Date('9900-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
);
const [a, b] = [{ var: 'a' }, { var: 'b' }];

const questions: readonly { readonly json: unknown; readonly a: Arbitrary<unknown>; readonly b: Arbitrary<unknown> }[] =
  [
    { json: { amount_in_words: [a] }, a: decimal(13, 3), b: decimal(1, 1) },
    { json: { format_number: [a, b] }, a: decimal(20, 14), b: fc.integer({ min: -1, max: 13 }) },
    { json: { round: [a, b] }, a: decimal(16, 14), b: fc.integer({ min: -13, max: 13 }) },
    { json: { round_half_even: [a, b] }, a: decimal(16, 14), b: fc.integer({ min: -13, max: 13 }) },
    { json: { '/': [a, b] }, a: decimal(20, 20), b: decimal(20, 20) },
    { json: { average: [a, b, 1.000000000001] }, a: decimal(20, 14), b: decimal(20, 14) },
    { json: { power: [a, b] }, a: decimal(3, 6), b: decimal(2, 3) },
    { json: { power: [a, b] }, a: decimal(2, 3), b: fc.integer({ min: -12, max: 40 }) },
    { json: { sqrt: [a] }, a: decimal(40, 26), b: decimal(1, 1) },
    { json: { date_diff: [a, b, 'month'] }, a: date, b: date },
    ...Object.keys(calendars).flatMap((calendar) => [
      { json: { working_days: [a, b, calendar] }, a: date, b: date },
      { json: { add_working_days: [a, b, calendar] }, a: date, b: fc.integer({ min: -400, max: 400 }) },
      { json: { add_working_days: [a, b, calendar] }, a: date, b: fc.integer({ min: -100_100, max: 100_100 }) },
    ]),
  ];

const runs = Number(process.env['EXPRESSIONS'] ?? 1_500);
const seed = Number(process.env['SEED'] ?? 20_260_331);

describe('JavaScript and PostgreSQL agree', () => {
  test.each(questions.map((question) => [JSON.stringify(question.json), question] as const))(
    'on %s',
    { timeout: 120_000 },
    async (_, question) => {
      const rows = fc.sample(fc.record({ a: question.a, b: question.b }), { numRuns: runs, seed });
      const types = { a: typeOf(rows[0]?.a), b: typeOf(rows[0]?.b) };
      const parsed = parseExpression(question.json);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const checked = check(parsed.value, {
        typeOf: ([name = '']) => (name === 'a' || name === 'b' ? types[name] : undefined),
        calendar: (name) => calendars[name],
      });
      if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
      const typed = checked.value;
      const valueIn = toFunction(typed);
      const columns = [
        sql`${rows.map((row) => String(row.a))}::${raw(postgresType(types.a))}[]`,
        sql`${rows.map((row) => String(row.b))}::${raw(postgresType(types.b))}[]`,
      ];
      const value = readable(
        toSql(typed, ([name = '']) => identifier(name)),
        typed.type,
      );
      const answers = await client.query<{ value: unknown }>(
        render(sql`select ${value} as value from unnest(${join(columns, ', ')}) as t (a, b)`),
      );
      const pairs = rows.map((row, index) => ({ ...row, value: answerOf(answers.rows[index]?.value, typed.type) }));
      expect(pairs).toEqual(rows.map((row) => ({ ...row, value: valueIn(contextOf(row)) })));
    },
  );
});

function typeOf(value: unknown): ValueType {
  return typeof value === 'string' && /^\d{4}-/.test(value) ? 'date' : 'number';
}
