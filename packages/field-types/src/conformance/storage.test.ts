// What is written to PostgreSQL comes back as it was, and SQL sees the same scalar as JavaScript.
import { makeDatabase, type TestDatabase } from '@trellis/testing/database';
import { makeRandom } from '@trellis/testing/random';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnyFieldType, Field } from '../registry.ts';
import { canonicalValues, cases, type Case } from './cases.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await makeDatabase();
  client = new pg.Client(database.url);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const storedCases = cases.filter(({ type, examples }) => type.column(examples.field) !== null);

describe.each(storedCases)('$name', (one) => {
  const { type, examples } = one;

  test('comes back from its column as it was written', async () => {
    for (const [field, values] of byField(one)) {
      const rows = await stored(type, field, [...values, null]);
      expect(rows.map((row) => row.wire)).toEqual([...values, null]);
    }
  });

  test('has the same scalar in SQL as in JavaScript', async () => {
    for (const [field, values] of byField(one)) {
      const rows = await stored(type, field, [...values, null]);
      const { scalar } = type;
      const expected = [...values.map((value) => (scalar === undefined ? value : scalar.fromWire(value))), null];
      expect(rows.map((row) => (scalar === undefined ? row.wire : row.scalar))).toEqual(expected);
    }
  });

  test('can be sorted, grouped and unique where it says so', async () => {
    const scalar = type.scalar?.sql('value') ?? 'value';
    await createTable(type, examples.field);
    if (type.unique) await client.query('create unique index on stored (value)');
    if (type.sortable) await client.query(`create index on stored ((${scalar}))`);
    if (type.sortable) await client.query(`select value from stored order by ${scalar}`);
    if (type.groupable) await client.query(`select ${scalar}, count(*) from stored group by ${scalar}`);
    for (const measure of type.measures.filter((name) => ['sum', 'avg', 'min', 'max'].includes(name))) {
      await client.query(`select ${measure}(${scalar}) from stored`);
    }
  });
});

test.each(storedCases.filter(({ type }) => type.wireJson))(
  '$name reads the same from the text of its column as from SQL',
  async (one) => {
    for (const [field, values] of byField(one)) {
      const rows = await stored(one.type, field, values);
      expect(rows.map(({ text }): unknown => JSON.parse(one.type.wireJson?.(text, field) ?? ''))).toEqual(values);
    }
  },
);

interface Row {
  readonly wire: unknown;
  readonly scalar: unknown;
  readonly text: string;
}

function byField(one: Case): ReadonlyMap<Field, readonly unknown[]> {
  return new Map(
    [...Map.groupBy(canonicalValues(one, makeRandom(3).number), ({ field }) => field)].map(([field, values]) => [
      field,
      values.map(({ value }) => value),
    ]),
  );
}

async function createTable(type: AnyFieldType, field: Field): Promise<readonly string[]> {
  const companions = type.companionValues === undefined ? [] : Object.keys(type.companions?.('value', field) ?? {});
  const columns = [`value ${type.column(field)?.type}`, ...companions.map((name) => `${name} text`)];
  await client.query('drop table if exists stored');
  await client.query(`create table stored (place int primary key, ${columns.join(', ')})`);
  return companions;
}

/** The values after a journey through a table, as row_to_json gives them. */
async function stored(type: AnyFieldType, field: Field, values: readonly unknown[]): Promise<readonly Row[]> {
  const companions = await createTable(type, field);
  for (const [place, value] of values.entries()) {
    const column = value === null ? null : (type.toColumn?.(value) ?? value);
    const beside = value === null ? {} : (type.companionValues?.('value', value) ?? {});
    const bindings = [place, column, ...companions.map((name) => beside[name])];
    const places = bindings.map((_, index) => `$${index + 1}`).join(', ');
    await client.query(
      `insert into stored (place, value${companions.map((name) => `, ${name}`).join('')}) values (${places})`,
      bindings,
    );
  }
  const wire = type.wireSql?.('value', field, companions) ?? 'value';
  const { rows } = await client.query<{ readonly json: string }>(
    `select row_to_json(read)::text as json
     from (select ${wire} as wire, ${type.scalar?.sql('value') ?? 'null'} as scalar, value::text as text from stored order by place) as read`,
  );
  return rows.map(({ json }): Row => JSON.parse(json));
}
