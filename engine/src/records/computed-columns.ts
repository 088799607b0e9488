// Computed fields as columns: whoever shows rows reads them like any other, from a level of the statement below. PostgreSQL takes
// the levels for one, and works each of them out only for the rows that are shown.
import { identifier, join, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { averageParts, isKeptAverage, storedColumns } from '../model/stored-fields.ts';
import type { Judgement } from './judgement.ts';
import { ownColumn } from './row-sql.ts';

export interface RowSource {
  /** A table, or a statement in parentheses. */
  readonly from: Sql;
  /** What the rows are called from here on. */
  readonly alias: string;
  /** The columns that `from` has. */
  readonly columns: readonly string[];
  /** Those of them that hold what a computed field comes to. */
  readonly workedOut?: ReadonlySet<string>;
}

/** A FROM item whose rows have all `columns` and these fields. */
export function withComputed(judge: Judgement, source: RowSource, shown: Iterable<CompiledField>): Sql {
  const { from, alias, columns, workedOut } = source;
  const inner = `${alias}_`;
  const computed = [...shown].flatMap((field) => {
    if (!field.computed || workedOut?.has(field.name)) return [];
    const own = ownColumn(judge, field, { alias: inner, sight: 'seen' });
    const isColumn = own.chunks.join('') === identifier(inner, field.name).chunks.join('');
    return isColumn && columns.includes(field.name) ? [] : [{ name: field.name, own }];
  });
  if (computed.length === 0) return sql`${from} ${identifier(alias)}`;
  const names = new Set(computed.map(({ name }) => name));
  const all = [
    ...columns.filter((name) => !names.has(name)).map((name) => identifier(inner, name)),
    ...computed.map(({ name, own }) => sql`${own} as ${identifier(name)}`),
  ];
  return sql`(select ${join(all, ', ')} from ${from} ${identifier(inner)}) ${identifier(alias)}`;
}

/** The table of an entity as such a source. */
export function tableSource(entity: CompiledEntity, alias: string): RowSource {
  return { from: entity.table, alias, columns: storedColumns(entity) };
}

/** The columns of its own row that a computed field is worked out from. */
export function columnsBehind(entity: CompiledEntity, field: CompiledField): readonly string[] {
  const { computed } = field;
  if (!computed) return field.column ? [field.name] : ['id'];
  if (computed.kind === 'rollup') {
    const kept = isKeptAverage(field) ? averageParts(field.name) : field.column ? [field.name] : [];
    return ['id', ...kept];
  }
  const names = new Set(computed.expanded?.paths.map(([first = '']) => first) ?? []);
  return [...names].flatMap((name) => {
    const behind = entity.fields.get(name);
    return behind ? columnsBehind(entity, behind) : [];
  });
}
