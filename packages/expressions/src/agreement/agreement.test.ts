// One expression, two interpreters: for random expressions and rows, JavaScript and PostgreSQL give the same value and choose the
// same rows. TRELLIS_AGREEMENT_RUNS asks for more than the usual expressions, with a new seed each time.
import { makeDatabase, type TestDatabase } from '@trellis/testing/database';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check, type Scope } from '../check.ts';
import { parseExpression } from '../parse.ts';
import { identifier, join, raw, render, sql, type Sql } from '../sql.ts';
import { toFunction, toPredicate, type Context } from '../to-function.ts';
import { toPredicateSql, toSql, type RowsSql } from '../to-sql.ts';
import type { TypedExpression } from '../typed.ts';
import type { ValueType } from '../types.ts';
import { allEach, allSignatures } from '../operators/registry.ts';
import { installFunctions } from './install-functions.ts';
import { expression } from './random-expression.ts';
import { contextTypes } from './random-leaf.ts';
import { answerOf, readable } from './readable.ts';
import { chaptersOf, columns, row, valueOf, zones, type Row } from './rows.ts';

const runs = Number(process.env['TRELLIS_AGREEMENT_RUNS'] ?? 1_500);
const seed = process.env['TRELLIS_AGREEMENT_RUNS'] === undefined ? 20_260_331 : Date.now();
const rows = fc.sample(row, { numRuns: 30, seed });

const types: readonly ValueType[] = ['boolean', 'boolean', 'boolean', 'text', 'number', 'number', 'date', 'datetime', 'time', 'id', 'text[]', 'number[]', 'id[]']; // prettier-ignore
const scope: Scope = {
  typeOf: (path) => columns[path.join('.')]?.type ?? contextTypes[path.join('.')],
  rowsOf: (path) => (path.join('.') === 'chapters' ? scope : undefined),
};
const user = fc.record({
  id: fc.option(valueOf('id')),
  name: fc.option(valueOf('text')),
  level: fc.option(valueOf('number')),
  admin: fc.option(fc.boolean()),
  teams: fc.option(valueOf('id[]')),
});
const question = fc.record({
  json: fc.constantFrom(...types).chain((type) => expression(type, 3)),
  user,
  zone: fc.constantFrom(...zones),
  now: fc.constantFrom('2026-03-31T15:59:59.999999Z', '2025-11-02T05:30:00Z', '2026-10-03T16:00:00Z'),
});

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await makeDatabase();
  client = new pg.Client(database.url);
  await client.connect();
  await installFunctions(client);
  // Nothing may depend on the session's own zone or style.
  await client.query(`set time zone 'Pacific/Auckland'`);
  await fill(client);
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('JavaScript and PostgreSQL agree', () => {
  test(
    `on ${runs} random expressions over ${rows.length} rows, values and choice of rows`,
    { timeout: runs * 200 + 20_000 },
    async () => {
      const seen = new Set<string>();
      let untyped = 0;
      await fc.assert(
        fc.asyncProperty(question, async ({ json, user, zone, now }) => {
          const typed = typedOf(json);
          if (typed === undefined) {
            untyped += 1;
            return;
          }
          collectSignatures(typed, seen);
          const world = { user, now, today: now.slice(0, 10), timeZone: zone };
          const valueIn = toFunction(typed);
          const holdsIn = toPredicate(typed);
          const context = (index: number): Context => ({ ...world, record: rows[index] ?? {}, old: rows[index] ?? {} });
          const inJs = rows.map((_, index) => ({ value: valueIn(context(index)), holds: holdsIn(context(index)) }));
          const statement = statementOf(typed, world);
          expect(await answers(statement, typed.type), statement.text).toEqual(inJs);
        }),
        { numRuns: runs, seed },
      );
      expect(toBeSeen().filter((name) => !seen.has(name))).toEqual([]);
      expect(untyped).toBeLessThan(runs / 50);
    },
  );
});

/** Undefined where operands are all null or text, and turn out to be of another type than was meant. */
function typedOf(json: unknown): TypedExpression | undefined {
  const parsed = parseExpression(json);
  if (!parsed.ok) throw new Error(`${JSON.stringify(json)}: ${JSON.stringify(parsed.problems)}`);
  const checked = check(parsed.value, scope);
  return checked.ok ? checked.value : undefined;
}

function collectSignatures(node: TypedExpression, seen: Set<string>): void {
  switch (node.kind) {
    case 'list':
      return collectAll(node.items, seen);
    case 'call':
      seen.add(node.signature.name);
      return collectAll(node.args, seen);
    case 'each': {
      const { each, source, value, condition } = node;
      seen.add(`${each.name} of ${source.kind}`);
      const list = source.kind === 'members' ? [source.list] : [];
      return collectAll(
        [...list, value, condition].filter((part) => part !== undefined),
        seen,
      );
    }
    case 'fold':
      seen.add(`reduce to ${node.type}`);
      return collectAll([node.list, node.step, node.initial], seen);
  }
}

function collectAll(nodes: readonly TypedExpression[], seen: Set<string>): void {
  for (const node of nodes) collectSignatures(node, seen);
}

function toBeSeen(): readonly string[] {
  const eachs = allEach().flatMap(({ name, through }) =>
    through === 'both' ? [`${name} of rows`, `${name} of members`] : [`${name} of ${through}`],
  );
  const folds = ['text', 'number', 'boolean', 'date', 'datetime', 'time', 'id'].map((type) => `reduce to ${type}`);
  return [...allSignatures().map(({ name }) => name), ...eachs, ...folds];
}

function statementOf(typed: TypedExpression, world: Omit<Context, 'record'>): { text: string; values: unknown[] } {
  const context: { readonly [name: string]: string } = {
    $now: world.now,
    $today: world.today,
    $time_zone: world.timeZone,
  };
  const nameOf = ([first = '', second = '']: readonly string[]): Sql => {
    if (first === '$user') return sql`${world.user?.[second]}`;
    if (first === '$old') return identifier('book', second);
    return first.startsWith('$') ? sql`${context[first]}` : identifier('book', first);
  };
  const resolve = Object.assign(nameOf, { rows: () => chaptersSql('book', 1) });
  const value = readable(toSql(typed, resolve), typed.type);
  const condition = toPredicateSql(typed, resolve);
  return render(sql`select ${value} as value, exists (select where ${condition}) as holds from book order by position`);
}

function chaptersSql(above: string, level: number): RowsSql {
  const alias = `chapter_${level}`;
  return {
    from: () => sql`chapter ${identifier(alias)}`,
    where: sql`${identifier(alias, 'above')} = ${identifier(above, 'position')}`,
    resolve: Object.assign(([name = '']: readonly string[]) => identifier(alias, name), {
      rows: () => chaptersSql(alias, level + 1),
    }),
  };
}

async function answers(statement: { text: string; values: unknown[] }, type: ValueType): Promise<unknown[]> {
  const result = await client.query<{ value: unknown; holds: boolean }>(statement);
  return result.rows.map(({ value, holds }) => ({ value: answerOf(value, type), holds }));
}

/** Books, and chapters below them or below one another: each has a number of its own. */
async function fill(connection: pg.Client): Promise<void> {
  const definitions = Object.entries(columns).map(([name, { sqlType }]) => sql`${identifier(name)} ${raw(sqlType)}`);
  for (const table of ['book', 'chapter'])
    await connection.query(
      render(sql`create table ${identifier(table)} (position integer, above integer, ${join(definitions, ', ')})`),
    );
  let next = rows.length;
  const insert = async (table: string, record: Row, position: number, above: number | null): Promise<void> => {
    const values = Object.entries(columns).map(([name, { type }]) =>
      type === 'json' && record[name] !== null ? sql`${JSON.stringify(record[name])}` : sql`${record[name]}`,
    );
    await connection.query(
      render(sql`insert into ${identifier(table)} values (${position}, ${above}, ${join(values, ', ')})`),
    );
    for (const chapter of chaptersOf(record)) await insert('chapter', chapter, next++, position);
  };
  for (const [position, record] of rows.entries()) await insert('book', record, position, null);
}
