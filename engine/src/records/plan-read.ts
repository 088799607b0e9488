// List and get as one statement each: the rows' JSON with their related columns, the sort values for the next page; counts beside it.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import { toPredicateSql } from '@trellis/expressions/to-sql';
import { readExpression } from '../model/expression.ts';
import type { CompiledEntity } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import { expressionRefusal } from '../problems/expression-problems.ts';
import { searchPredicate } from '../search/search-predicate.ts';
import { comparableField, judgedScope, readableEntity, rowRule, type Judgement } from './judgement.ts';
import { joinsOf, type Joins } from './joins.ts';
import { afterCursor, orderBy, readCursor, readOrder, type Order } from './order.ts';
import { rowJson } from './render-sql.ts';
import type { GetRequest, ListRequest } from './request.ts';
import { readSelect, type SelectTree } from './select.ts';

export interface ListPlan {
  readonly kind: 'list';
  readonly limit: number;
  readonly order: Order;
  /** One row too many, so that the end is known: `json` and the sort values as text. */
  readonly page: Sql;
  readonly count: { readonly statement: Sql; readonly cap: number | null } | null;
}

export interface GetPlan {
  readonly kind: 'get';
  readonly statement: Sql;
}

/** A total stops counting here: the exact one is the cost of a list (see the docs on speed). */
export const countCap = 1000;

export function planList(judge: Judgement, request: ListRequest): ListPlan {
  const entity = readableEntity(judge, request.entity);
  const joins = joinsOf(judge, entity);
  const json = rowJson(judge, readSelect(judge, entity, request.select, false), joins);
  const order = readOrder(judge, entity, request.sort, joins);
  const where = conditions(judge, entity, request, joins);
  const after = request.after === null ? [] : [afterCursor(order, readCursor(order, request.after))];
  const keys = order.keys.map((key, index) => sql`(${key.column})::text as ${raw(`k${index}`)}`);
  const from = sql`${entity.table} ${identifier(joins.root)}${joins.render()}`;
  return {
    kind: 'list',
    limit: request.limit,
    order,
    page: sql`select ${json}::text as json, ${join(keys, ', ')} from ${from} where ${join([...where, ...after], ' and ')} order by ${orderBy(order)} limit ${request.limit + 1}`,
    count: planCount(judge, entity, request),
  };
}

export function planGet(judge: Judgement, request: GetRequest): GetPlan {
  const entity = readableEntity(judge, request.entity);
  return { kind: 'get', statement: selectOne(judge, readSelect(judge, entity, request.select, true), request.id) };
}

/** One record by its id, as its reader may see it. */
export function selectOne(judge: Judgement, tree: SelectTree, id: string): Sql {
  const joins = joinsOf(judge, tree.entity);
  const json = rowJson(judge, tree, joins);
  const rule = rowRule(judge, tree.entity, 'read', joins.root);
  const where = sql`${identifier(joins.root, 'id')} = ${id}::uuid and ${identifier(joins.root, 'deleted_at')} is null`;
  return sql`select ${json}::text as json from ${tree.entity.table} ${identifier(joins.root)}${joins.render()} where ${rule ? sql`${where} and ${rule}` : where}`;
}

/** The filter as SQL, its names judged one by one: nothing is ever dropped from it. */
export function filterSql(judge: Judgement, entity: CompiledEntity, filter: unknown, joins: Joins): Sql | null {
  if (filter === null || filter === undefined || filter === true) return null;
  const result = readExpression(filter, judgedScope(judge, entity));
  if (!result.ok) throw expressionRefusal(result.problems, judge.asker.language);
  for (const path of result.value.paths) comparableField(judge, entity, path);
  return toPredicateSql(result.value.typed, (path) => joins.column(path));
}

/** Everything that limits the rows, but the page: trash, the asker's row rule, filter, search. */
export function conditions(judge: Judgement, entity: CompiledEntity, request: RowsWanted, joins: Joins): Sql[] {
  const deleted = identifier(joins.root, 'deleted_at');
  const filter = filterSql(judge, entity, request.filter, joins);
  const rule = rowRule(judge, entity, 'read', joins.root);
  if (request.search && !entity.searched) throw new Refusal('malformed_request', { reason: 'search' });
  return [
    request.trash ? sql`${deleted} is not null` : sql`${deleted} is null`,
    ...(filter ? [filter] : []),
    ...(request.search && entity.searched ? [searchPredicate(joins.root, entity.searched.column, request.search)] : []),
    ...(rule ? [rule] : []),
  ];
}

export type RowsWanted = Pick<ListRequest, 'filter' | 'search' | 'trash'>;

function planCount(judge: Judgement, entity: CompiledEntity, request: ListRequest): ListPlan['count'] {
  if (request.count === 'none') return null;
  const joins = joinsOf(judge, entity);
  const where = join(conditions(judge, entity, request, joins), ' and ');
  const from = sql`${entity.table} ${identifier(joins.root)}${joins.render()}`;
  if (request.count === 'exact')
    return { statement: sql`select count(*)::int as count from ${from} where ${where}`, cap: null };
  const capped = sql`select 1 from ${from} where ${where} limit ${raw(String(countCap + 1))}`;
  return { statement: sql`select count(*)::int as count from (${capped}) c`, cap: countCap };
}

