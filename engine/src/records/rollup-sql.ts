// A roll-up as SQL over the row `alias`: the column that is kept with every write where it is what this asker would count,
// else a sub-select over the records that lead here.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { Rollup, CompiledField } from '../model/model.ts';
import { averageDecimals } from '../model/kept-rollups.ts';

/** The records that are gathered, as the asker may see them; `alias` is what they are called in the statement. */
export interface GatheredRows {
  readonly table: Sql;
  readonly alias: string;
  /** What limits them beside the look-up that leads here. */
  readonly conditions: readonly Sql[];
  /** As it is stored. */
  value(field: string): Sql;
  /** By which they are put in order. */
  order(field: string): Sql;
}

/** Of the entity itself, for what lies below a record. */
export interface Hierarchy {
  readonly table: Sql;
  readonly parentField: string;
  /** Which records on the way down the asker sees. */
  readonly limits: readonly Sql[];
}

export function gatheredSql(
  field: CompiledField,
  { definition }: Rollup,
  alias: string,
  { rows, hierarchy }: { readonly rows: GatheredRows; readonly hierarchy: Hierarchy | null },
): Sql {
  const link = identifier(rows.alias, definition.via);
  const id = identifier(alias, 'id');
  const leadsHere = hierarchy ? sql`${link} in (${below(alias, hierarchy)})` : sql`${link} = ${id}`;
  const from = sql`from ${rows.table} ${identifier(rows.alias)} where ${join([leadsHere, ...rows.conditions], ' and ')}`;
  const value = definition.field === undefined ? null : rows.value(definition.field);
  const { function: way } = definition;
  if (value && (way === 'first' || way === 'last')) {
    const direction = raw(way === 'last' ? ' desc' : '');
    const order = rows.order(definition.order_by ?? 'created_at');
    // What has no place in the order is neither first nor last, unless there is nothing else.
    const keys = sql`${order}${direction} nulls last, ${identifier(rows.alias, 'id')}${direction}`;
    return sql`(select ${value} ${from} order by ${keys} limit 1)`;
  }
  return sql`(select ${aggregate(field, way, value)} ${from})`;
}

function aggregate(field: CompiledField, way: Rollup['definition']['function'], value: Sql | null): Sql {
  if (value === null) return sql`count(*)`;
  switch (way) {
    case 'count':
      return sql`count(${value})`;
    case 'distinct':
      return sql`count(distinct ${value})`;
    case 'sum':
      return sql`coalesce(sum(${value}), 0)`;
    case 'avg':
      return sql`round(avg(${value}), ${raw(String(averageDecimals(field)))})`;
    case 'min':
    case 'max':
      return sql`${raw(way)}(${value})`;
    case 'first':
    case 'last':
      throw new Error('what comes first is no aggregate');
  }
}

/** The ids of a record and of all under it; `union` ends circles. */
function below(alias: string, { table, parentField, limits }: Hierarchy): Sql {
  const under = identifier(`${alias}_below`);
  const seen = join([sql`e.deleted_at is null`, ...limits], ' and ');
  return sql`with recursive ${under}(id) as (select ${identifier(alias, 'id')} union select e.id from ${table} e
    join ${under} u on ${identifier('e', parentField)} = u.id where ${seen}) select id from ${under}`;
}
