// What the tests share: a book with fields of every type, and the way from JSONLogic to what is to be tested.
import { check } from './check.ts';
import { parseExpression } from './parse.ts';
import { identifier, render, sql, type RenderedSql, type Sql } from './sql.ts';
import { toFunction, toPredicate, type Context } from './to-function.ts';
import { toPredicateSql, toSql } from './to-sql.ts';
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
  ['$old.title', 'text'],
  ['$user.id', 'id'],
  ['$user.name', 'text'],
  ['$user.teams', 'id[]'],
]);

export const now = '2026-03-31T16:30:00Z';

export const someId = '0198c0de-0000-7000-8000-000000000001';
export const otherId = '0198c0de-0000-7000-8000-000000000002';

export function compile(json: unknown): Result<TypedExpression> {
  const parsed = parseExpression(json);
  return parsed.ok ? check(parsed.value, { typeOf: (path) => fields.get(path.join('.')) }) : parsed;
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
function resolve(path: readonly string[]): Sql {
  const isParameter = path[0]?.startsWith('$') === true && path[0] !== '$old';
  return isParameter ? sql`${path.join('.')}` : identifier(...path);
}
