// A column as the keys of a whole batch are compared with it.
import { identifier, sql, type Sql } from '@trellis/expressions/sql';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { leadsIndex } from '../model/tables.ts';
import { scalarOf } from '../records/judgement.ts';

/**
 * Where no index is made for it, PostgreSQL would take the one of the search, a millisecond for each of a thousand keys among
 * 100,000 records; one walk over all of them takes forty. A collation keeps it off: by any of them the same texts are equal.
 */
export function keyColumn(entity: CompiledEntity, field: CompiledField, alias: string): Sql {
  const column = field.type.scalar ? scalarOf(field, alias) : identifier(alias, field.name);
  return isText(field) && !leadsIndex(entity, field) ? sql`${column} collate "C"` : column;
}

export function isText(field: CompiledField): boolean {
  return field.type.scalar !== undefined || field.column?.type === 'text';
}
