// An aggregate as one statement: the same joins, row rules and filters as a list, grouped in PostgreSQL.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import { toPredicateSql } from '@trellis/expressions/to-sql';
import type { ValueType } from '@trellis/field-types/contract';
import { readCondition } from '../model/expression.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { expressionRefusal } from '../problems/expression-problems.ts';
import { Refusal } from '../problems/problem.ts';
import { comparableField, readableEntity, type Judgement } from '../records/judgement.ts';
import { contextParameter } from '../records/context-parameter.ts';
import { textOf } from '../records/row-sql.ts';
import { joinsOf, type Joins } from '../records/joins.ts';
import { conditions, rowLimit } from '../records/plan-read.ts';
import { titleSql } from '../records/render-sql.ts';
import type { AggregateRequest, Dimension, MeasureRequest, Period } from './request.ts';

interface OutputColumn {
  /** Its name in the statement: the one in the answer may be longer than PostgreSQL's names are. */
  readonly key: string;
  /** Its name in the answer. */
  readonly as: string;
  readonly sql: Sql;
  readonly type: ValueType;
  /** The column of a group as the answer shows it. */
  wire(column: Sql): Sql;
}

/** Gives rows of one column `json`. Grouping is done on ids; titles are added to the few groups that come out. */
export function planAggregate(judge: Judgement, request: AggregateRequest): Sql {
  const entity = readableEntity(judge, request.entity);
  const joins = joinsOf(judge, entity);
  const dimensions = request.dimensions.map((dimension, index) =>
    dimensionColumn(judge, entity, { ...dimension, key: `d${index}` }, joins),
  );
  const measures = request.measures.map((measure, index) =>
    measureColumn(judge, entity, { ...measure, key: `m${index}` }, joins),
  );
  const wanted = { filter: request.filter, search: request.search, trash: false };
  const where = join(conditions(judge, entity, wanted, joins), ' and ');
  const columns = [...dimensions, ...measures];
  const selected = join(
    columns.map((column) => sql`${column.sql} as ${identifier(column.key)}`),
    ', ',
  );
  const grouped = dimensions.length ? sql` group by ${raw(dimensions.map((_, index) => index + 1).join(', '))}` : sql``;
  const inner = sql`select ${selected} from ${entity.table} ${identifier(joins.root)}${joins.render()} where ${where}${grouped}`;
  const having = havingSql(judge, request.having, columns);
  const order = orderOf(request, dimensions, columns);
  const page = sql`select * from (${inner}) a${having ? sql` where ${having}` : sql``}${order} limit ${rowLimit(request.limit)}`;
  const members = columns.map((column) => sql`${column.as}::text, ${column.wire(identifier('g', column.key))}`);
  return sql`select json_build_object(${join(members, ', ')})::text as json from (${page}) g`;
}

function dimensionColumn(
  judge: Judgement,
  entity: CompiledEntity,
  { key, as, field: name, by }: Dimension & { readonly key: string },
  joins: Joins,
): OutputColumn {
  const path = name.split('.');
  const field = comparableField(judge, entity, path);
  if (field.relation?.kind === 'children' || (!field.type.groupable && by === null))
    throw new Refusal('not_groupable', { name });
  const column = joins.column(path);
  if (by === null)
    return { key, as, sql: column, type: field.valueType, wire: (group) => shownValue(judge, field, group) };
  if (field.valueType !== 'date' && field.valueType !== 'datetime') throw new Refusal('not_groupable', { name });
  return { key, as, sql: bucket(judge, column, field, by), type: 'date', wire: (group) => group };
}

/** The first day of the period; instants fall into days of the asker's time zone. Weeks begin on Monday. */
function bucket(judge: Judgement, column: Sql, field: CompiledField, by: Period): Sql {
  const local =
    field.valueType === 'datetime'
      ? sql`(${column} at time zone ${judge.asker.actor.timeZone}::text)`
      : sql`${column}::timestamp`;
  return sql`date_trunc(${raw(`'${by}'`)}, ${local})::date`;
}

function measureColumn(
  judge: Judgement,
  entity: CompiledEntity,
  { key, as, field: name, function: measure }: MeasureRequest & { readonly key: string },
  joins: Joins,
): OutputColumn {
  const number = (value: Sql): OutputColumn => ({ key, as, sql: value, type: 'number', wire: wireNumber });
  if (name === null) return number(sql`count(*)`);
  const path = name.split('.');
  const field = comparableField(judge, entity, path);
  if (field.relation?.kind === 'children' || !field.type.measures.includes(measure))
    throw new Refusal('not_measurable', { function: measure, name });
  const column = joins.column(path);
  switch (measure) {
    case 'count':
      return number(sql`count(${column})`);
    case 'count_distinct':
      return number(sql`count(distinct ${column})`);
    case 'sum':
      return number(sql`sum(${column})`);
    case 'avg':
      // The expression language's quotient: 12 decimals, half away from zero.
      return number(sql`trim_scale(round(avg(${column}), 12))`);
    case 'min':
    case 'max': {
      const extreme = sql`${raw(measure)}(${column})`;
      if (field.valueType === 'number') return number(extreme);
      return { key, as, sql: extreme, type: field.valueType, wire: (group) => shownValue(judge, field, group) };
    }
  }
}

/** Over the names of the answer's columns. */
function havingSql(judge: Judgement, having: unknown, columns: readonly OutputColumn[]): Sql | null {
  if (having === null || having === undefined) return null;
  const byName = new Map(columns.map((column) => [column.as, column]));
  const result = readCondition(having, { typeOf: (path) => byName.get(path.join('.'))?.type });
  if (!result.ok) throw expressionRefusal(result.problems, judge.asker.language);
  return toPredicateSql(
    result.value.typed,
    (path) => contextParameter(judge, path) ?? identifier('a', byName.get(path.join('.'))?.key ?? ''),
  );
}

/** Without a sort the groups come in the order of their dimensions. */
function orderOf(
  request: AggregateRequest,
  dimensions: readonly OutputColumn[],
  columns: readonly OutputColumn[],
): Sql {
  const keys = request.sort.map((wanted) => {
    const name = wanted.replace(/^-/, '');
    const column = columns.find(({ as }) => as === name);
    if (!column) throw new Refusal('unknown_field', { name });
    return sql`${identifier('a', column.key)}${raw(wanted.startsWith('-') ? ' desc nulls last' : '')}`;
  });
  const rest = dimensions.filter(({ as }) => !request.sort.some((wanted) => wanted.replace(/^-/, '') === as));
  const all = [...keys, ...rest.map(({ key }) => identifier('a', key))];
  return all.length ? sql` order by ${join(all, ', ')}` : sql``;
}

/** As records have it; look-ups come out as { id, title }, hidden ones as null, for the join has left them out. */
function shownValue(judge: Judgement, field: CompiledField, column: Sql): Sql {
  if (!field.relation)
    return field.type.wireSql ? raw(field.type.wireSql(textOf(column), field.definition, [])) : column;
  const target = field.relation.kind === 'one' ? judge.model.entities.get(field.relation.entity) : undefined;
  if (!target) return column;
  return sql`(select json_build_object('id', t.id, 'title', ${titleSql(judge, target, 't')}) from ${target.table} t where t.id = ${column})`;
}

/** A number up to 15 significant digits, else its text: http-api.md. Counts never get there. */
function wireNumber(column: Sql): Sql {
  const digits = sql`length(ltrim(replace(trim_scale(abs(${column}::numeric))::text, '.', ''), '0'))`;
  return sql`case when ${digits} <= 15 then to_json(trim_scale(${column}::numeric)) else to_json(trim_scale(${column}::numeric)::text) end`;
}
