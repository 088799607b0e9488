// List and get as one statement each: the rows' JSON with their related columns, the sort values for the next page; counts beside it.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import { toPredicateSql } from '@trellis/expressions/to-sql';
import { readCondition } from '../model/expression.ts';
import type { CompiledEntity } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import { expressionRefusal } from '../problems/expression-problems.ts';
import { late, prepare, type Prepared } from '../db/statement.ts';
import {
  comparableField,
  fieldAccess,
  judgedScope,
  readableEntity,
  resolving,
  rowRule,
  type AskerBinding,
  type Judgement,
} from './judgement.ts';
import { joinsOf, type Joins } from './joins.ts';
import { afterCursor, orderBy, readCursor, readOrder, type Order } from './order.ts';
import { planned } from './plan-cache.ts';
import { rowJson } from './render-sql.ts';
import type { ListRequest } from './request.ts';
import { searchPredicate } from './search-predicate.ts';
import { readSelect, type SelectTree } from './select.ts';

export interface ListPlan {
  readonly kind: 'list';
  readonly limit: number;
  readonly order: Order;
  /** One row too many, so that the end is known: `json` and the sort values as text. */
  readonly page: Prepared;
  readonly count: { readonly statement: Prepared; readonly cap: number | null } | null;
}

export interface GetBinding extends AskerBinding {
  readonly id: string;
}

/** A total stops counting here: the exact one is the cost of a list (see the docs on speed). */
export const countCap = 1000;

/** Runs with an `AskerBinding`. */
export function planList(judge: Judgement, request: ListRequest): ListPlan {
  return planned(judge, `list ${JSON.stringify(request)}`, (deferred) => makeListPlan(deferred, request));
}

/** Runs with a `GetBinding`; gives one row `json`, or none. */
export function planGet(judge: Judgement, entityName: string, select: string | null): Prepared {
  return planned(judge, `get ${entityName} ${select ?? ''}`, (deferred) => {
    const entity = readableEntity(deferred, entityName);
    return prepare(
      selectOne(
        deferred,
        readSelect(deferred, entity, select, true),
        late<GetBinding>(({ id }) => id),
      ),
    );
  });
}

/**
 * Two levels: the inner one finds the page with the tables that filter and sort need, the outer one makes JSON and follows
 * look-ups for its few rows only.
 */
function makeListPlan(judge: Judgement, request: ListRequest): ListPlan {
  const entity = readableEntity(judge, request.entity);
  const finding = joinsOf(judge, entity);
  const order = readOrder(judge, entity, request.sort, finding);
  const where = conditions(judge, entity, request, finding);
  const after = request.after === null ? [] : [afterCursor(order, readCursor(order, request.after))];
  const tree = readSelect(judge, entity, request.select, false);
  const keys = order.keys.map((key, index) => sql`${key.column} as ${raw(`k${index}`)}`);
  const found = sql`select ${join([...neededColumns(judge, tree, finding.root), ...keys], ', ')} from ${entity.table} ${identifier(finding.root)}${finding.render()}
    where ${join([...where, ...after], ' and ')} order by ${orderBy(order)} limit ${rowLimit(request.limit + 1)}`;
  const shown = joinsOf(judge, entity);
  const json = rowJson(judge, tree, shown);
  const texts = order.keys.map((_, index) => raw(`r.k${index}::text as k${index}`));
  const again = order.keys.map((key, index) => raw(`r.k${index}${key.descending ? ' desc' : ''}`));
  return {
    kind: 'list',
    limit: request.limit,
    order,
    page: prepare(
      sql`select ${json}::text as json, ${join(texts, ', ')} from (${found}) ${identifier(shown.root)}${shown.render()} order by ${join(again, ', ')}`,
    ),
    count: planCount(judge, entity, request),
  };
}

/** In the text, not a parameter: a plan for any limit is a plan for no limit, and PostgreSQL would plan anew each time. */
export function rowLimit(limit: number): Sql {
  return raw(String(Math.trunc(limit)));
}

/** The columns that the outer level reads: all of them where a row rule has to judge each row's fields. */
function neededColumns(judge: Judgement, tree: SelectTree, alias: string): Sql[] {
  const names = new Set(['id']);
  const masked = [...tree.nodes.values()].some(({ field }) => typeof fieldAccess(judge, field) !== 'string');
  const fields = masked ? [...tree.entity.fields.values()] : [...tree.nodes.values()].map(({ field }) => field);
  for (const field of fields) {
    if (field.column) names.add(field.name);
    if (field.follows !== null) names.add(field.follows);
    for (const companion of Object.keys(field.type.companions?.(field.name, field.definition) ?? {}))
      names.add(companion);
  }
  return [...names].map((name) => identifier(alias, name));
}

/** One record by its id, as its reader may see it. */
export function selectOne(judge: Judgement, tree: SelectTree, id: unknown): Sql {
  const joins = joinsOf(judge, tree.entity);
  const json = rowJson(judge, tree, joins);
  const rule = rowRule(judge, tree.entity, 'read', joins.root);
  const where = sql`${identifier(joins.root, 'id')} = ${id}::uuid and ${identifier(joins.root, 'deleted_at')} is null`;
  return sql`select ${json}::text as json from ${tree.entity.table} ${identifier(joins.root)}${joins.render()} where ${rule ? sql`${where} and ${rule}` : where}`;
}

/** The filter as SQL, its names judged one by one: nothing is ever dropped from it. */
export function filterSql(judge: Judgement, entity: CompiledEntity, filter: unknown, joins: Joins): Sql | null {
  if (filter === null || filter === undefined || filter === true) return null;
  const result = readCondition(filter, judgedScope(judge, entity));
  if (!result.ok) throw expressionRefusal(result.problems, judge.asker.language);
  for (const path of result.value.paths)
    if (comparableField(judge, entity, path).relation?.kind === 'children') throw new Refusal('invalid_filter');
  return toPredicateSql(
    result.value.typed,
    resolving(judge, entity, (path) => joins.column(path)),
  );
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
    ...(request.search && entity.searched ? [searchPredicate(judge, entity.searched, joins.root, request.search)] : []),
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
    return { statement: prepare(sql`select count(*)::int as count from ${from} where ${where}`), cap: null };
  const capped = sql`select 1 from ${from} where ${where} limit ${raw(String(countCap + 1))}`;
  return { statement: prepare(sql`select count(*)::int as count from (${capped}) c`), cap: countCap };
}
