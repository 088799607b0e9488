// List and get as one statement each: the rows with their related columns, the sort values for the next page; counts beside it.
import { problem } from '@trellis/expressions/messages';
import { identifier, join, raw, render, sql, type Sql } from '@trellis/expressions/sql';
import { toPredicateSql } from '@trellis/expressions/to-sql';
import { expand } from '@trellis/metadata/expand';
import { readCondition } from '../model/expression.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import { expressionRefusal } from '../problems/expression-problems.ts';
import { late, prepare, type Prepared } from '../db/statement.ts';
import {
  comparablePath,
  fieldAccess,
  judgedScope,
  readableEntity,
  type AskerBinding,
  type Judgement,
} from './judgement.ts';
import { ownColumn, resolving, rowRule } from './row-sql.ts';
import { joinsOf, type Joins } from './joins.ts';
import { afterCursor, orderBy, readCursor, readOrder, type Order, type SortKey } from './order.ts';
import { planned } from './plan-cache.ts';
import type { ListRequest } from './request.ts';
import { searchPredicate } from './search-predicate.ts';
import { columnsBehind, tableSource, withComputed } from './computed-columns.ts';
import { rowText, type RowPlan } from './row-text.ts';
import { readSelect, type SelectTree } from './select.ts';

/** Its columns are read by `json` and `keys`. */
export interface RowsPlan extends RowPlan {
  readonly order: Order;
  /** Where the sort values stand. */
  readonly keys: readonly number[];
}

/** Finds one row too many, so that the end is known. */
export interface ListPlan extends RowsPlan {
  readonly kind: 'list';
  readonly limit: number;
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

/** Runs with a `GetBinding`; gives one row, or none. */
export function planGet(judge: Judgement, entityName: string, select: string | null): RowPlan {
  return planned(judge, `get ${entityName} ${select ?? ''}`, (deferred) => {
    const entity = readableEntity(deferred, entityName);
    const tree = readSelect(deferred, entity, select, true);
    const { columns, people, json } = rowText(deferred, tree, 'r');
    const id = late<GetBinding>((binding) => binding.id);
    return { statement: prepare(selectOne(deferred, tree, columns, id)), people, json };
  });
}

function makeListPlan(judge: Judgement, request: ListRequest): ListPlan {
  const entity = readableEntity(judge, request.entity);
  const tree = readSelect(judge, entity, request.select, false);
  const rows = planRows(judge, tree, { ...request, limit: request.limit + 1 });
  return { kind: 'list', limit: request.limit, ...rows, count: planCount(judge, entity, request) };
}

export type RowsRequest = RowsWanted & Pick<ListRequest, 'sort' | 'after'> & { readonly limit: number | null };

/**
 * Two levels: the inner one finds the rows with the tables that filter and sort need, the outer one makes what is shown of
 * them. On one level PostgreSQL would make it for every row that it sorts, where it holds an expression to be cheap.
 */
export function planRows(judge: Judgement, tree: SelectTree, request: RowsRequest): RowsPlan {
  const { entity } = tree;
  const joins = joinsOf(judge, entity);
  const order = readOrder(judge, entity, request.sort, joins);
  const where = conditions(judge, entity, request, joins);
  const after = request.after === null ? [] : [afterCursor(order, readCursor(order, request.after))];
  const row = rowText(judge, tree, joins.root);
  const names = neededColumns(judge, tree);
  const needed = names.map((name) => identifier(joins.root, name));
  const shownAs = computedColumns(judge, tree, joins.root);
  // A kept total stands in a column of its field's name, and is not what everybody sees.
  const made = new Set(
    [...shownAs].flatMap(([text, name]) => (text === render(identifier(joins.root, name)).text ? [] : [name])),
  );
  const stored = names.filter((name) => !made.has(name)).map((name) => identifier(joins.root, name));
  const sorting = order.keys.map((key, index) => sortingColumn(key, { index, needed, shownAs }));
  const keys = sorting.map(({ column }) => row.column(column));
  const limit = request.limit === null ? sql`` : sql` limit ${rowLimit(request.limit)}`;
  const from = sql` from ${entity.table} ${identifier(joins.root)}${joins.render()}
    where ${join([...where, ...after], ' and ')} order by ${orderBy(order)}${limit}`;
  const { people, json } = row;
  const flat = foundAsShown(row.columns, stored, sorting);
  if (flat) return { order, statement: prepare(sql`select ${join(flat, ', ')}${from}`), people, json, keys };

  const more = sorting.flatMap(({ made, name }) => (made ? [name] : []));
  const kept = names.filter((name) => !more.includes(name));
  const found = [
    ...kept.map((name) => identifier(joins.root, name)),
    ...sorting.flatMap(({ made, name }) => (made ? sql`${made} as ${identifier(name)}` : [])),
  ];
  const workedOut = new Set(more.filter((name) => tree.entity.fields.has(name)));
  const rows = { from: sql`(select ${join(found, ', ')}${from})`, alias: 'r', columns: [...kept, ...more], workedOut };
  const shown = withComputed(judge, rows, fieldsOf(tree));
  const again = sorting.map(({ column }, index) => sql`${column}${raw(order.keys[index]?.descending ? ' desc' : '')}`);
  const statement = prepare(sql`select ${join(row.columns, ', ')} from ${shown} order by ${join(again, ', ')}`);
  return { order, statement, people, json, keys };
}

/** In the text, not a parameter: a plan for any limit is a plan for no limit, and PostgreSQL would plan anew each time. */
export function rowLimit(limit: number): Sql {
  return raw(String(Math.trunc(limit)));
}

/** Where nothing has to be made of the rows that are found, one level is enough: what is shown, as the inner one has it. */
function foundAsShown(
  shown: readonly Sql[],
  stored: readonly Sql[],
  sorting: readonly SortingColumn[],
): readonly Sql[] | null {
  const inside = new Map(stored.map((column) => [render(column).text, column]));
  for (const { column, made } of sorting) if (made) inside.set(render(column).text, made);
  const flat = shown.flatMap((column) => {
    const { text, values } = render(column);
    return (values.length === 0 ? inside.get(text) : undefined) ?? [];
  });
  return flat.length === shown.length ? flat : null;
}

interface SortingColumn {
  readonly column: Sql;
  readonly name: string;
  readonly made?: Sql;
}

/**
 * A sort value as the outer level reads it: a column that is there, or one `made` for it, under the name of the computed field that
 * shows this very value, or one that no field has.
 */
function sortingColumn({ column }: SortKey, { index, needed, shownAs }: SortingGround): SortingColumn {
  const { text, values } = render(column);
  const field = values.length === 0 ? shownAs.get(text) : undefined;
  const name = field ?? `_k${index}`;
  if (needed.some((one) => render(one).text === text)) return { column, name };
  // Whoever sorts by it twice gets a name for each.
  if (field !== undefined) shownAs.delete(text);
  return { column: identifier('r', name), name, made: column };
}

interface SortingGround {
  readonly index: number;
  readonly needed: readonly Sql[];
  /** The names of computed fields that are shown, by their SQL. */
  readonly shownAs: Map<string, string>;
}

function computedColumns(judge: Judgement, tree: SelectTree, alias: string): Map<string, string> {
  const shown = fieldsOf(tree).filter(({ computed }) => computed);
  return new Map(shown.map((field) => [render(ownColumn(judge, field, { alias, sight: 'seen' })).text, field.name]));
}

/** The columns that the outer level reads: all of them where a row rule has to judge each row's fields. */
function neededColumns(judge: Judgement, tree: SelectTree): string[] {
  const names = new Set(['id']);
  const masked = [...tree.nodes.values()].some(({ field }) => typeof fieldAccess(judge, field) !== 'string');
  const fields = masked ? [...tree.entity.fields.values()] : [...tree.nodes.values()].map(({ field }) => field);
  for (const field of fields) {
    for (const name of columnsBehind(tree.entity, field)) names.add(name);
    if (field.follows !== null) names.add(field.follows);
    for (const companion of Object.keys(field.type.companions?.(field.name, field.definition) ?? {}))
      names.add(companion);
  }
  return [...names];
}

function fieldsOf(tree: SelectTree): CompiledField[] {
  return [...tree.nodes.values()].map(({ field }) => field);
}

/** One record by its id, as far as its reader may see it. */
export function selectOne(judge: Judgement, tree: SelectTree, columns: readonly Sql[], id: unknown): Sql {
  const rule = rowRule(judge, tree.entity, 'read', 'r');
  const where = sql`r.id = ${id}::uuid and r.deleted_at is null`;
  const from = withComputed(judge, tableSource(tree.entity, 'r'), fieldsOf(tree));
  return sql`select ${join(columns, ', ')} from ${from} where ${rule ? sql`${where} and ${rule}` : where}`;
}

/** The filter as SQL, its names judged one by one: nothing is ever dropped from it. */
export function filterSql(judge: Judgement, entity: CompiledEntity, filter: unknown, joins: Joins): Sql | null {
  if (filter === null || filter === undefined || filter === true) return null;
  const result = readCondition(filter, judgedScope(judge, entity));
  if (!result.ok) throw expressionRefusal(result.problems, judge.asker.language);
  if (expand(judge.model.entities, entity.name, result.value.expression) === null)
    throw expressionRefusal([problem('', 'too_costly')], judge.asker.language);
  // The names as they were written: what they stand for is nobody's to know.
  for (const path of result.value.names) comparablePath(judge, entity, path);
  return toPredicateSql(result.value.typed, resolving(judge, entity, joins));
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
