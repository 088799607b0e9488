// Order and pages: sort keys as ORDER BY, and the cursor that goes on after the last row of a page.
import { createHash } from 'node:crypto';
import { join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import { comparableField, type Judgement } from './judgement.ts';
import type { Joins } from './joins.ts';

export interface SortKey {
  readonly column: Sql;
  readonly descending: boolean;
  /** As PostgreSQL casts the cursor's text back: `date`, `numeric`, `uuid` … */
  readonly type: string;
}

export interface Order {
  /** Always ends with the id, so that no two rows are equal. */
  readonly keys: readonly SortKey[];
  /** Digest of the sort asked for: a cursor of another order is refused. */
  readonly signature: string;
}

const collations: Readonly<Record<string, string>> = { en: 'en-x-icu', zh: 'zh-Hans-CN-x-icu' };

/** Natural text in the order of a language: pinyin for Chinese. */
export function collationFor(language: string): string {
  return collations[language.split('-')[0] ?? 'en'] ?? 'en-x-icu';
}

/** `["-close_date", "name"]` → keys. Without a sort: newest first. */
export function readOrder(judge: Judgement, entity: CompiledEntity, sort: readonly string[], joins: Joins): Order {
  const wanted = sort.length ? sort : ['-id'];
  const keys = wanted.map((key) => sortKey(judge, entity, key, joins));
  const names = wanted.map((key) => key.replace(/^-/, ''));
  if (!names.includes('id'))
    keys.push({ column: joins.column(['id']), descending: keys[0]?.descending ?? false, type: 'uuid' });
  const signature = createHash('sha1')
    .update(`${entity.name}|${wanted.join(',')}|${judge.asker.language}`)
    .digest('base64url')
    .slice(0, 8);
  return { keys, signature };
}

function sortKey(judge: Judgement, entity: CompiledEntity, key: string, joins: Joins): SortKey {
  const descending = key.startsWith('-');
  const path = key.replace(/^-/, '').split('.');
  const field = comparableField(judge, entity, path);
  if (field.relation?.kind === 'one') return lookupKey(judge, entity, path, descending, joins);
  const { shape } = field;
  if (!field.type.sortable || !shape) throw new Refusal('not_sortable', { name: path.join('.') });
  const column = joins.column(path);
  if (!shape.natural) return { column, descending, type: field.type.scalar ? 'text' : cursorType(field, shape.type) };
  return { column: collated(judge, column), descending, type: 'text' };
}

/** What is worked out may be more than a column of its type holds. */
function cursorType({ computed, column }: CompiledField, type: string): string {
  return column?.type ?? (computed && /^(bigint|numeric)/.test(type) ? 'numeric' : type);
}

/** A look-up is sorted by the title that people see. */
function lookupKey(
  judge: Judgement,
  entity: CompiledEntity,
  path: string[],
  descending: boolean,
  joins: Joins,
): SortKey {
  const { entity: target } = joins.alias(path);
  const titlePath = [...path, target.title.name];
  comparableField(judge, entity, titlePath);
  const column = joins.column(titlePath);
  const natural = target.title.column?.natural === true;
  const type = natural || target.title.type.scalar ? 'text' : (target.title.column?.type ?? 'text');
  return { column: natural ? collated(judge, column) : column, descending, type };
}

function collated(judge: Judgement, column: Sql): Sql {
  return sql`${column} collate ${raw(`"${collationFor(judge.asker.language)}"`)}`;
}

/** Null order is PostgreSQL's own (last ascending, first descending): the only one that a plain index can give. */
export function orderBy(order: Order): Sql {
  return join(
    order.keys.map((key) => sql`${key.column}${raw(key.descending ? ' desc' : '')}`),
    ', ',
  );
}

/** `values`: the sort values of the last row of a page, as text. */
export function writeCursor(order: Order, values: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify([order.signature, ...values])).toString('base64url');
}

export function readCursor(order: Order, cursor: string): (string | null)[] {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new Refusal('invalid_cursor');
  }
  if (!Array.isArray(content) || content[0] !== order.signature || content.length !== order.keys.length + 1)
    throw new Refusal('invalid_cursor');
  const values = content.slice(1);
  if (!values.every((value): value is string | null => value === null || typeof value === 'string'))
    throw new Refusal('invalid_cursor');
  return values;
}

/** Rows that come after `values`. One direction throughout and no null: a row comparison, which an index answers. */
export function afterCursor(order: Order, values: readonly (string | null)[]): Sql {
  const params = order.keys.map((key, index) => sql`${values[index] ?? null}::${raw(key.type)}`);
  const descending = order.keys[0]?.descending ?? false;
  const uniform = order.keys.every((key) => key.descending === descending) && values.every((value) => value !== null);
  if (uniform && descending) return rowComparison(order, params, '<');
  if (uniform && order.keys.length === 1) return rowComparison(order, params, '>');
  return sql`(${join(
    order.keys.map((_, index) => laterAt(order, params, values, index)),
    ' or ',
  )})`;
}

function rowComparison(order: Order, params: readonly Sql[], operator: string): Sql {
  const columns = join(
    order.keys.map((key) => key.column),
    ', ',
  );
  return sql`(${columns}) ${raw(operator)} (${join(params, ', ')})`;
}

/** Equal in the keys before, later in this one. */
function laterAt(order: Order, params: readonly Sql[], values: readonly (string | null)[], index: number): Sql {
  const equal = order.keys
    .slice(0, index)
    .map((key, at) => sql`${key.column} is not distinct from ${params[at] ?? sql`null`}`);
  return sql`(${join([...equal, later(order.keys[index], params[index], values[index] ?? null)], ' and ')})`;
}

function later(key: SortKey | undefined, param: Sql | undefined, value: string | null): Sql {
  if (!key || !param) return sql`false`;
  if (key.descending) return value === null ? sql`${key.column} is not null` : sql`${key.column} < ${param}`;
  return value === null ? sql`false` : sql`(${key.column} > ${param} or ${key.column} is null)`;
}
