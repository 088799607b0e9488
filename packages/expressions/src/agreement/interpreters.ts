// The ways in which an expression is asked of every book: by json-logic-js, by closures, and by PostgreSQL.
import type pg from 'pg';
import { compiledFunction, compiledPredicate } from '../compiled.ts';
import { identifier, join, raw, render, sql, type RenderedSql, type Sql } from '../sql.ts';
import { toFunction, toPredicate, type Context } from '../to-function.ts';
import { toPredicateSql, toSql, type RowsSql } from '../to-sql.ts';
import type { TypedExpression } from '../typed.ts';
import type { Value } from '../types.ts';
import type { World } from './question.ts';
import { answerOf, readable } from './readable.ts';
import { chaptersOf, columns, type Row } from './rows.ts';

/** Of one book: the value, and whether a filter finds it. */
export interface Answer {
  readonly value: Value;
  readonly holds: boolean;
}

export function byJsonLogic(typed: TypedExpression, world: World, books: readonly Row[]): readonly Answer[] {
  return asked(books, world, { value: toFunction(typed), holds: toPredicate(typed) });
}

export function byClosures(typed: TypedExpression, world: World, books: readonly Row[]): readonly Answer[] {
  return asked(books, world, { value: compiledFunction(typed), holds: compiledPredicate(typed) });
}

/** Needs the books in the database: see `storeBooks`. */
export async function byPostgres(typed: TypedExpression, world: World, client: pg.Client): Promise<readonly Answer[]> {
  const { rows } = await client.query<{ value: unknown; holds: boolean }>(statementOf(typed, world));
  return rows.map(({ value, holds }) => ({ value: answerOf(value, typed.type), holds }));
}

/** Chapters are below books or below one another: each has a number of its own. */
export async function storeBooks(client: pg.Client, books: readonly Row[]): Promise<void> {
  const definitions = Object.entries(columns).map(([name, { sqlType }]) => sql`${identifier(name)} ${raw(sqlType)}`);
  for (const table of ['book', 'chapter'])
    await client.query(
      render(sql`create table ${identifier(table)} (position integer, above integer, ${join(definitions, ', ')})`),
    );
  let next = books.length;
  const insert = async (table: string, record: Row, position: number, above: number | null): Promise<void> => {
    const values = Object.entries(columns).map(([name, { type }]) =>
      type === 'json' && record[name] !== null ? sql`${JSON.stringify(record[name])}` : sql`${record[name]}`,
    );
    await client.query(
      render(sql`insert into ${identifier(table)} values (${position}, ${above}, ${join(values, ', ')})`),
    );
    for (const chapter of chaptersOf(record)) await insert('chapter', chapter, next++, position);
  };
  for (const [position, record] of books.entries()) await insert('book', record, position, null);
}

function asked(
  books: readonly Row[],
  world: World,
  run: { value(context: Context): Value; holds(context: Context): boolean },
): readonly Answer[] {
  return books.map((record) => {
    const context = { ...world, record, old: record };
    return { value: run.value(context), holds: run.holds(context) };
  });
}

function statementOf(typed: TypedExpression, world: World): RenderedSql {
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
