// Every operator that a type declares is one of the expression language for its value type, and chooses the same records
// in JavaScript and in PostgreSQL.
import { check } from '@trellis/expressions/check';
import { parseExpression } from '@trellis/expressions/parse';
import { raw, render, sql, type Sql } from '@trellis/expressions/sql';
import { toPredicate } from '@trellis/expressions/to-function';
import { toPredicateSql } from '@trellis/expressions/to-sql';
import { makeDatabase, type TestDatabase } from '@trellis/testing/database';
import { makeRandom } from '@trellis/testing/random';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FilterOperator } from '../contract.ts';
import { canonicalValues, cases, type Case } from './cases.ts';

const world = { now: '2026-03-31T12:00:00Z', today: '2026-03-31', timeZone: 'Asia/Shanghai' };
const variable = { var: 'value' };

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

const filtered = cases
  .filter(({ type, examples }) => type.column(examples.field) !== null)
  .flatMap((one) => one.type.operators.map((operator) => ({ ...one, operator })));

test.each(filtered)('$name $operator chooses the same in JavaScript and SQL', async (one) => {
  const { type, examples, operator } = one;
  const stored = [...storedValues(one), null];
  await fill(one, stored);
  const scalars = stored.map((value) => (value === null ? null : scalarOf(one, value)));
  for (const condition of conditions(operator, scalars)) {
    const typed = typedOf(condition, one);
    const holds = toPredicate(typed);
    const inJs = scalars.flatMap((value, place) => (holds({ ...world, record: { value } }) ? [place] : []));
    const where = toPredicateSql(typed, () => raw(type.scalar?.sql('value') ?? 'value'));
    expect(await chosen(where), JSON.stringify({ field: examples.field, condition })).toEqual(inJs);
  }
});

function typedOf(condition: unknown, { type, examples }: Case) {
  const parsed = parseExpression(condition);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const checked = check(parsed.value, {
    typeOf: (path) => (path.join('.') === 'value' ? type.valueType(examples.field) : undefined),
  });
  if (!checked.ok) throw new Error(`${JSON.stringify(condition)}: ${JSON.stringify(checked.problems)}`);
  return checked.value;
}

/** Of the field of the examples, each once. */
function storedValues(one: Case): readonly unknown[] {
  const values = canonicalValues(one, makeRandom(17).number).filter(({ field }) => field === one.examples.field);
  return [...new Map(values.map(({ value }) => [JSON.stringify(value), value])).values()].slice(0, 20);
}

function scalarOf({ type }: Case, value: unknown): unknown {
  return type.scalar === undefined ? value : type.scalar.fromWire(value);
}

function conditions(operator: FilterOperator, scalars: readonly unknown[]): readonly unknown[] {
  const operands = scalars.filter((value) => value !== null).slice(0, 8);
  switch (operator) {
    case 'is_blank':
      return [{ is_blank: variable }, { '!': { is_blank: variable } }];
    case '==':
    case '!=':
      return [...operands, null].map((value) => ({ [operator]: [variable, value] }));
    case 'between':
      return operands.map((value, place) => ({ '<=': [value, variable, operands[place + 1] ?? value] }));
    case 'in':
      return operands.map((value, place) => ({ in: [variable, [value, operands[place + 1] ?? value]] }));
    case 'contains':
    case 'starts_with':
      return operands.flatMap((text) => parts(String(text)).map((part) => ({ [operator]: [variable, part] })));
    case 'has_any':
    case 'has_all':
      return operands.map((list) => ({ [operator]: [variable, list] }));
    default:
      return operands.map((value) => ({ [operator]: [variable, value] }));
  }
}

function parts(text: string): readonly string[] {
  const characters = [...text];
  return [text, characters.slice(0, 2).join(''), characters.slice(1, 3).join('').toUpperCase()].filter(
    (part) => part !== '',
  );
}

async function fill({ type, examples }: Case, values: readonly unknown[]): Promise<void> {
  await client.query('drop table if exists stored');
  await client.query(`create table stored (place int primary key, value ${type.column(examples.field)?.type})`);
  for (const [place, value] of values.entries()) {
    await client.query('insert into stored values ($1, $2)', [
      place,
      value === null ? null : (type.toColumn?.(value) ?? value),
    ]);
  }
}

async function chosen(where: Sql): Promise<readonly number[]> {
  const { text, values } = render(sql`select place from stored where ${where} order by place`);
  const { rows } = await client.query<{ readonly place: number }>(text, [...values]);
  return rows.map(({ place }) => place);
}

describe('types without a column', () => {
  test.each(cases.filter(({ type, examples }) => type.column(examples.field) === null))(
    '$name leads to other records, or is worked out from what others hold',
    ({ type, examples }) => {
      if (type.group === 'computed') expect(type.generated).toBe(true);
      else expect(['many', 'children']).toContain(type.relation?.(examples.field).kind);
    },
  );
});
