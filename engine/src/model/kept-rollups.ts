// The roll-ups that are kept in a column, by the entity whose records they gather, with the SQL of what they are made from. Every
// constant stands in the text: functions of the database take no parameters.
import { hash } from 'node:crypto';
import { identifier, inlined, raw, sql, type Sql } from '@trellis/expressions/sql';
import { toPredicateSql, toSql, type Resolve } from '@trellis/expressions/to-sql';
import { decimalsOf } from '@trellis/metadata/written';
import type { Rollup, CompiledEntity, CompiledField, Model } from './model.ts';
import { averageParts } from './stored-fields.ts';

export interface KeptRollup {
  /** Whose column it is. */
  readonly owner: CompiledEntity;
  readonly field: CompiledField;
  /** Whose records are gathered, by which look-up. */
  readonly from: CompiledEntity;
  readonly via: string;
  readonly way: Rollup['definition']['function'];
  /** The field by which one of the rows is sought: the extreme, the first, an equal one; null where all of them only add up. */
  readonly soughtBy: string | null;
  /** What is gathered of the row `alias`; null: rows are counted. */
  value(alias: string): Sql | null;
  /** Whether the row `alias` is gathered at all. */
  counts(alias: string): Sql;
  /** What goes first, of the row `alias`. */
  order(alias: string): Sql;
}

export function keptRollups(model: Model): readonly KeptRollup[] {
  let kept = known.get(model);
  if (!kept) known.set(model, (kept = allKept(model)));
  return kept;
}

const known = new WeakMap<Model, readonly KeptRollup[]>();

function allKept(model: Model): readonly KeptRollup[] {
  return [...model.entities.values()].flatMap((owner) =>
    [...owner.fields.values()].flatMap((field) => {
      const { computed } = field;
      const from = computed?.kind === 'rollup' ? model.entities.get(computed.definition.from) : undefined;
      return computed?.kind === 'rollup' && computed.kept && from ? [keptRollup(owner, field, computed, from)] : [];
    }),
  );
}

/** The columns that it is kept in, each with the SQL that makes it anew for the row `owner` of its owner. */
export function columnsOf(rollup: KeptRollup, owner: string): readonly { readonly name: string; readonly anew: Sql }[] {
  const { field, from, via, way } = rollup;
  const rows = sql`from ${from.table} c where ${identifier('c', via)} = ${identifier(owner, 'id')} and ${rollup.counts('c')}`;
  const value = rollup.value('c');
  if (way === 'avg') {
    const [sum, count] = averageParts(field.name);
    return [
      { name: sum, anew: sql`(select coalesce(sum(${value}), 0) ${rows})` },
      { name: count, anew: sql`(select count(${value}) ${rows})` },
    ];
  }
  return [{ name: field.name, anew: sql`(select ${gathered(rollup, value, rows)})` }];
}

/** Whether it depends on a column of what it gathers: by the text of what is made from it, where names are quoted. */
export function reads(rollup: KeptRollup, column: string): boolean {
  if (rollup.via === column) return true;
  const value = rollup.value('x');
  const ordered = rollup.way === 'first' || rollup.way === 'last' ? [rollup.order('x')] : [];
  const named = identifier('x', column).chunks.join('');
  return [rollup.counts('x'), ...(value ? [value] : []), ...ordered].some(({ chunks }) =>
    chunks.join('').includes(named),
  );
}

/** Those that gather what stands in columns of the entities named, and so on upwards. */
export function above(rollups: readonly KeptRollup[], entities: ReadonlySet<string>): readonly KeptRollup[] {
  const found = rollups.filter(({ from }) => entities.has(from.name));
  const further = new Set([...entities, ...found.map(({ owner }) => owner.name)]);
  return further.size === entities.size ? found : above(rollups, further);
}

/** Changes whenever anything changes that its values depend on. */
export function digestOf(rollup: KeptRollup): string {
  const texts = columnsOf(rollup, 'p').map(({ name, anew }) => `${name} ${anew.chunks.join('')}`);
  return hash('sha256', texts.join('\n'), 'base64url').slice(0, 22);
}

function gathered({ way, order }: KeptRollup, value: Sql | null, rows: Sql): Sql {
  switch (way) {
    case 'first':
    case 'last': {
      const direction = raw(way === 'last' ? ' desc' : '');
      return sql`${value} ${rows} order by ${order('c')}${direction} nulls last, c.id${direction} limit 1`;
    }
    case 'distinct':
      return sql`count(distinct ${value}) ${rows}`;
    case 'sum':
      return sql`coalesce(sum(${value}), 0) ${rows}`;
    case 'min':
    case 'max':
      return sql`${raw(way)}(${value}) ${rows}`;
    default:
      return value ? sql`count(${value}) ${rows}` : sql`count(*) ${rows}`;
  }
}

function keptRollup(owner: CompiledEntity, field: CompiledField, rollup: Rollup, from: CompiledEntity): KeptRollup {
  const { definition, filter } = rollup;
  const named = (alias: string, name: string): Sql => ownValue(from, name, alias);
  return {
    owner,
    field,
    from,
    via: definition.via,
    way: definition.function,
    soughtBy: soughtBy(definition),
    value: (alias) => (definition.field === undefined ? null : named(alias, definition.field)),
    counts(alias) {
      const alive = sql`${identifier(alias, 'deleted_at')} is null`;
      if (!filter) return alive;
      return inlined(sql`${alive} and ${toPredicateSql(filter.typed, resolverOf(from, alias))}`);
    },
    order: (alias) => ownScalar(from, definition.order_by ?? 'created_at', alias),
  };
}

function soughtBy({ function: way, field, order_by: order }: Rollup['definition']): string | null {
  if (way === 'first' || way === 'last') return order ?? 'created_at';
  return way === 'min' || way === 'max' || way === 'distinct' ? (field ?? null) : null;
}

/** A field of the row `alias` that is worked out from nothing but that row. */
export function ownValue(entity: CompiledEntity, name: string, alias: string): Sql {
  const field = entity.fields.get(name);
  const { computed } = field ?? {};
  if (computed?.kind === 'expression' && computed.expanded)
    return inlined(sql`(${toSql(computed.expanded.typed, resolverOf(entity, alias))})`);
  return field && computed?.kind === 'rollup' ? keptSql(field, computed, alias) : identifier(alias, name);
}

function ownScalar(entity: CompiledEntity, name: string, alias: string): Sql {
  const field = entity.fields.get(name);
  const own = ownValue(entity, name, alias);
  return field ? scalarSql(field, own) : own;
}

/** What expressions and orders see of the value `own` of a field. */
export function scalarSql({ type: { scalar }, computed }: CompiledField, own: Sql): Sql {
  if (!scalar) return own;
  if (!computed) return raw(scalar.sql(own.chunks.join('')));
  // Field types write SQL as text, which has no room for the values that a computed one may bring.
  return sql`(select ${raw(scalar.sql('x.value'))} from (select ${own} as value) x)`;
}

/** Names of the row alone: nothing else is kept. */
function resolverOf(entity: CompiledEntity, alias: string): Resolve {
  const isNumeric = ([name = '']: readonly string[]): boolean =>
    entity.fields.get(name)?.shape?.type.startsWith('numeric') === true;
  const column = ([name = '']: readonly string[]): Sql => ownScalar(entity, name, alias);
  return Object.assign(column, { isNumeric });
}

/** What is kept of a roll-up in the row of its owner. */
export function keptSql(field: CompiledField, { definition }: Rollup, alias: string): Sql {
  if (definition.function !== 'avg') return identifier(alias, field.name);
  const [sum, count] = averageParts(field.name);
  const decimals = raw(String(averageDecimals(field)));
  return sql`round(${identifier(alias, sum)} / nullif(${identifier(alias, count)}, 0), ${decimals})`;
}

/** As the language rounds every average, unless its field keeps fewer. */
export function averageDecimals({ definition }: CompiledField): number {
  return decimalsOf(definition) ?? 12;
}
