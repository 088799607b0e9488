// An aggregate as one statement: the same joins, row rules and filters as a list, grouped in PostgreSQL.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import { toPredicateSql } from '@trellis/expressions/to-sql';
import type { ValueType } from '@trellis/field-types/contract';
import { readExpression } from '../model/expression.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { expressionRefusal } from '../problems/expression-problems.ts';
import { Refusal } from '../problems/problem.ts';
import { comparableField, contextParameter, readableEntity, type Judgement } from '../records/judgement.ts';
import { joinsOf, type Joins } from '../records/joins.ts';
import { conditions, rowLimit } from '../records/plan-read.ts';
import { titleSql } from '../records/render-sql.ts';
import type { AggregateRequest, Dimension, MeasureRequest, Period } from './request.ts';

interface OutputColumn {
  readonly as: string;
  readonly sql: Sql;
  readonly type: ValueType;
}

/** Gives rows of one column `json`. Grouping is done on ids; titles are added to the few groups that come out. */
export function planAggregate(judge: Judgement, request: AggregateRequest): Sql {
  const entity = readableEntity(judge, request.entity);
  const joins = joinsOf(judge, entity);
  const dimensions = request.dimensions.map((dimension) => dimensionColumn(judge, entity, dimension, joins));
  const measures = request.measures.map((measure) => measureColumn(judge, entity, measure, joins));
  const wanted = { filter: request.filter, search: request.search, trash: false };
  const where = join(conditions(judge, entity, wanted, joins), ' and ');
  const columns = [...dimensions, ...measures];
  const selected = join(
    columns.map((column) => sql`${column.sql} as ${identifier(column.as)}`),
    ', ',
  );
  const grouped = dimensions.length ? sql` group by ${raw(dimensions.map((_, index) => index + 1).join(', '))}` : sql``;
  const inner = sql`select ${selected} from ${entity.table} ${identifier(joins.root)}${joins.render()} where ${where}${grouped}`;
  const having = havingSql(judge, request.having, columns);
  const order = orderOf(request, dimensions, columns);
  const page = sql`select * from (${inner}) a${having ? sql` where ${having}` : sql``}${order} limit ${rowLimit(request.limit)}`;
  const shown = request.dimensions.map((dimension, index) =>
    shownDimension(judge, entity, dimension, dimensions[index]?.as ?? ''),
  );
  const numbers = measures.map((measure) => sql`${wireNumber(measure)} as ${identifier(measure.as)}`);
  return sql`select row_to_json(o)::text as json from (select ${join([...shown, ...numbers], ', ')} from (${page}) g) o`;
}

function dimensionColumn(judge: Judgement, entity: CompiledEntity, dimension: Dimension, joins: Joins): OutputColumn {
  const path = dimension.field.split('.');
  const field = comparableField(judge, entity, path);
  if (!field.type.groupable && dimension.by === null) throw new Refusal('not_groupable', { name: dimension.field });
  const column = joins.column(path);
  if (dimension.by === null) return { as: dimension.as, sql: column, type: field.valueType };
  if (field.valueType !== 'date' && field.valueType !== 'datetime')
    throw new Refusal('not_groupable', { name: dimension.field });
  return { as: dimension.as, sql: bucket(judge, column, field, dimension.by), type: 'date' };
}

/** The first day of the period; instants fall into days of the asker's time zone. Weeks begin on Monday. */
function bucket(judge: Judgement, column: Sql, field: CompiledField, by: Period): Sql {
  const local =
    field.valueType === 'datetime'
      ? sql`(${column} at time zone ${judge.asker.actor.timeZone}::text)`
      : sql`${column}::timestamp`;
  return sql`date_trunc(${raw(`'${by}'`)}, ${local})::date`;
}

function measureColumn(judge: Judgement, entity: CompiledEntity, measure: MeasureRequest, joins: Joins): OutputColumn {
  if (measure.field === null) return { as: measure.as, sql: sql`count(*)`, type: 'number' };
  const path = measure.field.split('.');
  const field = comparableField(judge, entity, path);
  if (!field.type.measures.includes(measure.function))
    throw new Refusal('not_measurable', { function: measure.function, name: measure.field });
  const column = joins.column(path);
  switch (measure.function) {
    case 'count':
      return { as: measure.as, sql: sql`count(${column})`, type: 'number' };
    case 'count_distinct':
      return { as: measure.as, sql: sql`count(distinct ${column})`, type: 'number' };
    case 'sum':
      return { as: measure.as, sql: sql`sum(${column})`, type: 'number' };
    case 'avg':
      // The expression language's quotient: 12 decimals, half away from zero.
      return { as: measure.as, sql: sql`trim_scale(round(avg(${column}), 12))`, type: 'number' };
    case 'min':
    case 'max':
      return { as: measure.as, sql: sql`${raw(measure.function)}(${column})`, type: field.valueType };
  }
}

/** Over the names of the answer's columns. */
function havingSql(judge: Judgement, having: unknown, columns: readonly OutputColumn[]): Sql | null {
  if (having === null || having === undefined) return null;
  const byName = new Map(columns.map((column) => [column.as, column]));
  const result = readExpression(having, { typeOf: (path) => byName.get(path.join('.'))?.type });
  if (!result.ok) throw expressionRefusal(result.problems, judge.asker.language);
  return toPredicateSql(result.value.typed, (path) => contextParameter(judge, path) ?? identifier('a', path.join('.')));
}

/** Without a sort the groups come in the order of their dimensions. */
function orderOf(
  request: AggregateRequest,
  dimensions: readonly OutputColumn[],
  columns: readonly OutputColumn[],
): Sql {
  const keys = request.sort.map((key) => {
    const name = key.replace(/^-/, '');
    if (!columns.some((column) => column.as === name)) throw new Refusal('unknown_field', { name });
    return sql`${identifier('a', name)}${raw(key.startsWith('-') ? ' desc nulls last' : '')}`;
  });
  const rest = dimensions.filter(({ as }) => !request.sort.some((key) => key.replace(/^-/, '') === as));
  const all = [...keys, ...rest.map(({ as }) => identifier('a', as))];
  return all.length ? sql` order by ${join(all, ', ')}` : sql``;
}

/** Look-ups come out as { id, title }; hidden ones as null, for the join has left them out. */
function shownDimension(judge: Judgement, entity: CompiledEntity, dimension: Dimension, as: string): Sql {
  const field = comparableField(judge, entity, dimension.field.split('.'));
  const column = identifier('g', as);
  const target = field.relation?.kind === 'one' ? judge.model.entities.get(field.relation.entity) : undefined;
  if (!target) return sql`${column} as ${identifier(as)}`;
  const title = sql`select json_build_object('id', t.id, 'title', ${titleSql(judge, target, 't')}) from ${target.table} t where t.id = ${column}`;
  return sql`(${title}) as ${identifier(as)}`;
}

/** A number up to 15 significant digits, else its text: http-api.md. Counts never get there. */
function wireNumber(measure: OutputColumn): Sql {
  const column = identifier('g', measure.as);
  if (measure.type !== 'number') return column;
  const digits = sql`length(ltrim(replace(trim_scale(abs(${column}::numeric))::text, '.', ''), '0'))`;
  return sql`case when ${digits} <= 15 then to_json(trim_scale(${column}::numeric)) else to_json(trim_scale(${column}::numeric)::text) end`;
}
