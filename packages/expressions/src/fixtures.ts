// What the tests share: a book with fields of every type, and the way from JSONLogic to what is to be tested.
import { check, type Scope } from './check.ts';
import { parseExpression } from './parse.ts';
import { identifier, render, sql, type RenderedSql, type Sql } from './sql.ts';
import { toFunction, toPredicate, type Context } from './to-function.ts';
import { toPredicateSql, toSql, type Resolve, type RowsSql } from './to-sql.ts';
import type { TypedExpression } from './typed.ts';
import type { Problem, Result, Value, ValueType } from './types.ts';

const fields: ReadonlyMap<string, ValueType> = new Map([
  ['title', 'text'],
  ['price', 'number'],
  ['lent', 'boolean'],
  ['due', 'date'],
  ['seen_at', 'datetime'],
  ['opens', 'time'],
  ['owner', 'id'],
  ['owner.name', 'text'],
  ['tags', 'text[]'],
  ['scores', 'number[]'],
  ['readers', 'id[]'],
  ['notes', 'json'],
  ['lines', 'json'],
  ['$old.title', 'text'],
  ['$user.id', 'id'],
  ['$user.name', 'text'],
  ['$user.teams', 'id[]'],
]);

const lines: Scope = {
  typeOf: (path) => lineFields.get(path.join('.')),
  rowsOf: (path) => (path.join('.') === 'parts' ? lines : undefined),
};

const lineFields: ReadonlyMap<string, ValueType> = new Map([
  ['title', 'text'],
  ['amount', 'number'],
  ['due', 'date'],
  ['tags', 'text[]'],
  ['product.price', 'number'],
  ['parts', 'json'],
]);

const scope: Scope = {
  typeOf: (path) => fields.get(path.join('.')),
  namesBehind: (path) => (path.length === 0 ? ['title', 'price', 'owner'] : path.join('.') === 'owner' ? ['name'] : []),
  rowsOf: (path) => (path.join('.') === 'lines' ? lines : undefined),
};

export const now = '2026-03-31T16:30:00Z';

export const someId = '0198c0de-0000-7000-8000-000000000001';
export const otherId = '0198c0de-0000-7000-8000-000000000002';

export function compile(json: unknown): Result<TypedExpression> {
  const parsed = parseExpression(json);
  return parsed.ok ? check(parsed.value, scope) : parsed;
}

export function typed(json: unknown): TypedExpression {
  const compiled = compile(json);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
}

export function problemsOf(json: unknown): readonly Problem[] {
  const compiled = compile(json);
  return compiled.ok ? [] : compiled.problems;
}

/** In Shanghai, where it is half past midnight on the first of April. */
export function contextOf(record: Context['record'], more: Partial<Context> = {}): Context {
  return { record, now, today: '2026-04-01', timeZone: 'Asia/Shanghai', ...more };
}

export function valueOf(json: unknown, record: Context['record'] = {}, more: Partial<Context> = {}): Value {
  return toFunction(typed(json))(contextOf(record, more));
}

export function holds(json: unknown, record: Context['record'] = {}, more: Partial<Context> = {}): boolean {
  return toPredicate(typed(json))(contextOf(record, more));
}

export function whereOf(json: unknown): RenderedSql {
  return render(toPredicateSql(typed(json), resolve));
}

export function sqlOf(json: unknown): RenderedSql {
  return render(toSql(typed(json), resolve));
}

/** Words of the context become parameters that hold their own name. */
function nameOf(path: readonly string[]): Sql {
  const isParameter = path[0]?.startsWith('$') === true && path[0] !== '$old';
  return isParameter ? sql`${path.join('.')}` : identifier(...path);
}

const resolve: Resolve = Object.assign((path: readonly string[]) => nameOf(path), {
  rows: (path: readonly string[]) => rowsIn(path, 'book'),
});

/** The alias of the rows is their path; they hang on the id of what is above. */
function rowsIn(path: readonly string[], above: string): RowsSql {
  const alias = path.join('.');
  return {
    from: () => identifier(alias),
    where: sql`${identifier(alias, 'above')} = ${identifier(above, 'id')}`,
    resolve: Object.assign((inner: readonly string[]) => identifier(alias, ...inner), {
      rows: (inner: readonly string[]) => rowsIn(inner, alias),
    }),
  };
}
