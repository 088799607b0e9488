// The columns that the keys of a batch are compared with.
import { identifier, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { indexedAmong } from '../model/table-indexes.ts';
import { textOf } from '../records/row-sql.ts';

/** A few are found sooner by the index of the search than by a walk over all records. */
const fewKeys = 40;

/**
 * Where no index is made for them, PostgreSQL would take the one of the search, a millisecond for each of a thousand keys among
 * 100,000 records; one walk over all of them takes forty. A collation keeps it off: by any of them the same texts are equal.
 */
export function keyColumns(
  entity: CompiledEntity,
  key: readonly CompiledField[],
  alias: string,
  count: number,
): readonly Sql[] {
  const indexed = indexedAmong(entity, key);
  return key.map((field) => {
    const column = field.type.scalar
      ? raw(field.type.scalar.sql(textOf(identifier(alias, field.name))))
      : identifier(alias, field.name);
    return count > fewKeys && isText(field) && !indexed.has(field.name) ? sql`${column} collate "C"` : column;
  });
}

export function isText(field: CompiledField): boolean {
  return field.type.scalar !== undefined || field.column?.type === 'text';
}
