// Something asked of one record that stands in JSON: the names that it gives, and the answers of the interpreters. What is written in
// help and documents is asked this way.
import type pg from 'pg';
import { check, type Scope } from '../check.ts';
import { compiledFunction } from '../compiled.ts';
import { lookUp, type Context } from '../context.ts';
import { exampleScope } from '../example-scope.ts';
import { parseExpression } from '../parse.ts';
import { postgresType } from '../postgres-type.ts';
import { identifier, join, raw, render, sql, type Sql } from '../sql.ts';
import { toFunction } from '../to-function.ts';
import { toSql, type RowsSql } from '../to-sql.ts';
import type { TypedExpression } from '../typed.ts';
import type { Problem, Result, Value, ValueType } from '../types.ts';
import { readValue, writeValue } from '../values/json.ts';
import { answerOf, readable } from './readable.ts';

export interface Sample {
  readonly context: Context;
  /** By path; of what is not in here, what it looks like. */
  readonly types?: { readonly [path: string]: ValueType };
}

export interface Answers {
  readonly byJsonLogic: Value;
  readonly byClosures: Value;
  readonly byPostgres: Value;
}

export function typedOf(json: unknown, sample: Sample): Result<TypedExpression> {
  const parsed = parseExpression(json);
  return parsed.ok ? check(parsed.value, scopeOf(sample)) : parsed;
}

/** Throws the problems of what is refused. */
export async function answersOf(json: unknown, sample: Sample, client: pg.Client): Promise<Answers> {
  const typed = typedOf(json, sample);
  if (!typed.ok) throw new Error(typed.problems.map(({ path, message }: Problem) => `${path}: ${message}`).join('\n'));
  const statement = sql`select ${readable(toSql(typed.value, resolveOf(sample)), typed.value.type)} as value`;
  const { rows } = await client.query<{ value: unknown }>(render(statement));
  return {
    byJsonLogic: toFunction(typed.value)(sample.context),
    byClosures: compiledFunction(typed.value)(sample.context),
    byPostgres: answerOf(rows[0]?.value, typed.value.type),
  };
}

export function scopeOf({ context, types = {} }: Sample): Scope {
  const known = new Map(Object.entries(types));
  return {
    ...exampleScope,
    typeOf: (path) => known.get(path.join('.')) ?? typeOf(lookUp(context, path)),
    rowsOf: (path) => {
      const rows = known.has(path.join('.')) ? undefined : rowsIn(lookUp(context, path));
      return rows && scopeOf({ context: { ...context, record: merged(rows) } });
    },
  };
}

function resolveOf(sample: Sample): ReturnType<typeof named> {
  const { context } = sample;
  const parameter = (path: readonly string[]): Sql => {
    if (path[0] === '$time_zone') return sql`${context.timeZone}`;
    const type = clockTypes[path.join('.')] ?? scopeOf(sample).typeOf(path) ?? 'null';
    const value = writeValue(readValue(lookUp(context, path), type), type);
    return sql`(${type === 'json' ? JSON.stringify(value) : value}::${raw(postgresType(type))})`;
  };
  return named(parameter, (path) => {
    const rows = rowsIn(lookUp(context, path)) ?? [];
    return rowsSql(sql`${JSON.stringify(rows)}::jsonb`, rows, 1);
  });
}

function named(name: (path: readonly string[]) => Sql, rows: (path: readonly string[]) => RowsSql) {
  return Object.assign(name, { rows });
}

const clockTypes: { readonly [path: string]: ValueType } = { $now: 'datetime', $today: 'date' };

/** `source`: the JSON that the rows stand in. */
function rowsSql(source: Sql, rows: readonly Row[], level: number): RowsSql {
  const alias = `line_${level}`;
  const row = merged(rows);
  const columns = Object.entries(row).map(
    ([name, value]) => sql`${identifier(name)} ${raw(postgresType(typeOf(value) ?? 'json'))}`,
  );
  return {
    from: () => sql`jsonb_to_recordset(${source}) as ${identifier(alias)} (${join(columns, ', ')})`,
    where: raw('true'),
    resolve: named(
      ([name = '']) => identifier(alias, name),
      ([name = '']) => rowsSql(identifier(alias, name), rowsIn(row[name]) ?? [], level + 1),
    ),
  };
}

interface Row {
  readonly [name: string]: unknown;
}

/** Undefined for what is no child table. */
function rowsIn(value: unknown): readonly Row[] | undefined {
  return Array.isArray(value) && value.every(isRow) ? value : undefined;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A row with all that any of them has. */
function merged(rows: readonly Row[]): Row {
  const known = rows.map((row) => Object.entries(row).filter(([, value]) => value !== null));
  return Object.fromEntries(known.toReversed().flat());
}

const forms: readonly (readonly [RegExp, ValueType])[] = [
  [/^\d{4}-\d\d-\d\d$/, 'date'],
  [/^\d{4}-\d\d-\d\dT/, 'datetime'],
  [/^\d\d:\d\d(:\d\d)?$/, 'time'],
  [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'id'],
];

function typeOf(value: unknown): ValueType | undefined {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? (forms.find(([form]) => form.test(value))?.[1] ?? 'text') : undefined;
}
