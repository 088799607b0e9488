// What the help of every operator shows is true, in JavaScript and in PostgreSQL.
import { makeDatabase, type TestDatabase } from '@trellis/testing/database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check, type Scope } from '../check.ts';
import { exampleScope } from '../example-scope.ts';
import type { Example } from '../help.ts';
import { allOperators } from '../operators/registry.ts';
import { parseExpression } from '../parse.ts';
import { postgresType } from '../postgres-type.ts';
import { identifier, join, raw, render, sql, type Sql } from '../sql.ts';
import { toFunction, type Context } from '../to-function.ts';
import { toSql, type RowsSql } from '../to-sql.ts';
import type { TypedExpression } from '../typed.ts';
import type { Value, ValueType } from '../types.ts';
import { installFunctions } from './install-functions.ts';
import { answerOf, readable } from './readable.ts';

const world: Omit<Context, 'record'> = { now: '2026-03-31T12:00:00Z', today: '2026-03-31', timeZone: 'UTC' };

type Row = { readonly [name: string]: Value };

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await makeDatabase();
  client = new pg.Client(database.url);
  await client.connect();
  await installFunctions(client);
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

describe.each(allOperators().map(({ help }) => [help.names.en, help.examples] as const))('%s', (_, examples) => {
  test.each(examples.map((example) => [JSON.stringify(example.json), example] as const))(
    '%s is what its help says',
    async (_, example) => {
      const typed = typedOf(example);
      expect(toFunction(typed)({ ...world, record: example.record ?? {} })).toEqual(example.result);
      expect(await inPostgres(typed, example)).toEqual(example.result);
    },
  );
});

function typedOf({ json, record = {} }: Example): TypedExpression {
  const parsed = parseExpression(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const checked = check(parsed.value, scopeOf(record));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.value;
}

function scopeOf(record: Row): Scope {
  return {
    ...exampleScope,
    typeOf: ([name = '']) => typeOf(record[name]),
    rowsOf: ([name = '']) => (rowsOf(record[name]) === undefined ? undefined : scopeOf(merged(rowsOf(record[name])))),
  };
}

/** The rows of a child table; undefined for any other value. */
function rowsOf(value: Value | undefined): readonly Row[] | undefined {
  const isTable = isArray(value) && value.every(isRow);
  return isTable ? value.filter(isRow) : undefined;
}

/** A row with all that any of them has. */
function merged(rows: readonly Row[] = []): Row {
  return Object.assign(
    {},
    ...rows.toReversed().map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))),
  );
}

function typeOf(value: Value | undefined): ValueType | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value === 'number' ? 'number' : 'boolean';
  return typeof value === 'string' ? 'text' : undefined;
}

function rowsSql(rows: readonly Row[]): RowsSql {
  const columns = Object.entries(merged(rows)).map(
    ([name, value]) => sql`${identifier(name)} ${raw(postgresType(typeOf(value) ?? 'null'))}`,
  );
  return {
    from: () => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as line (${join(columns, ', ')})`,
    where: raw('true'),
    resolve: ([name = '']) => identifier('line', name),
  };
}

async function inPostgres(typed: TypedExpression, { record = {} }: Example): Promise<Value> {
  const nameOf = ([name = '']: readonly string[]): Sql => {
    if (name === '$time_zone') return sql`${world.timeZone}`;
    const value = record[name];
    return sql`(${value}::${raw(postgresType(typeOf(value) ?? 'null'))})`;
  };
  const resolve = Object.assign(nameOf, {
    rows: ([name = '']: readonly string[]) => rowsSql(rowsOf(record[name]) ?? []),
  });
  const { rows } = await client.query<{ value: unknown }>(
    render(sql`select ${readable(toSql(typed, resolve), typed.type)} as value`),
  );
  return answerOf(rows[0]?.value, typed.type);
}

function isRow(value: Value): value is Row {
  return typeof value === 'object' && value !== null && !isArray(value);
}

function isArray(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
