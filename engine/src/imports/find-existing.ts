// The records that the rows of a batch speak of: found by their key, as their importer may see and change them.
import { identifier, join, raw, sql, type Sql } from '@trellis/expressions/sql';
import type { Connection } from '../db/database.ts';
import type { CompiledField } from '../model/model.ts';
import { rowRule } from '../records/row-sql.ts';
import { storedFields } from '../model/stored-fields.ts';
import type { Stored } from '../records/record-context.ts';
import { plainWire } from '../records/render-sql.ts';
import type { ImportPlan } from './columns.ts';
import { keyColumns } from './key-column.ts';
import type { ReadRow } from './read-cells.ts';

export type Existing =
  | { readonly kind: 'none' }
  | { readonly kind: 'several' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'one'; readonly id: string; readonly version: number; readonly values: Stored };

/** The key of a row as one text; null where a part of it is blank. */
export function keyTextOf(plan: ImportPlan, row: ReadRow): string | null {
  const parts = plan.key.map((field) => keyValue(field, row.values[field.name] ?? null));
  return parts.includes(null) ? null : JSON.stringify(parts);
}

/** Rows without a whole key find nothing. A record that the importer may not see does not exist. */
export async function findExisting(
  plan: ImportPlan,
  connection: Connection,
  rows: readonly ReadRow[],
): Promise<readonly Existing[]> {
  const keys = rows.flatMap((row, n) => {
    const parts = plan.key.map((field) => keyValue(field, row.values[field.name] ?? null));
    return parts.includes(null) ? [] : [{ n, ...Object.fromEntries(parts.map((part, index) => [`k${index}`, part])) }];
  });
  const found = new Map<number, Existing>();
  if (keys.length)
    for (const hit of await connection.prepared(lookUp(plan, JSON.stringify(keys), keys.length)))
      found.set(Number(hit['n']), existingOf(hit));
  return rows.map((_, n) => found.get(n) ?? { kind: 'none' });
}

function lookUp({ judge, entity, key }: ImportPlan, json: string, count: number): Sql {
  const typed = key.map((field, index) => sql`${raw(`k${index}`)} ${raw(keyType(field))}`);
  const columnsOfKey = keyColumns(entity, key, 'r', count);
  const equal = columnsOfKey.map((column, index) => sql`${column} = k.${raw(`k${index}`)}`);
  const seen = rowRule(judge, entity, 'read', 'r');
  const may = rowRule(judge, entity, 'update', 'r') ?? sql`true`;
  const columns = storedFields(entity).map((field) => sql`${plainWire(field, 'r')} as ${identifier(field.name)}`);
  return sql`with hit as (
      select k.n, count(*) as found, (array_agg(r.id))[1] as id
      from json_to_recordset(${json}::json) k(n int, ${join(typed, ', ')}) join ${entity.table} r on ${join(equal, ' and ')}
      where r.deleted_at is null${seen ? sql` and ${seen}` : sql``} group by k.n)
    select hit.n, hit.found, ${may} as allowed, (select row_to_json(d.*) from (select ${join(columns, ', ')}) d) as record
    from hit join ${entity.table} r on r.id = hit.id`;
}

function existingOf(hit: Readonly<Record<string, unknown>>): Existing {
  if (Number(hit['found']) > 1) return { kind: 'several' };
  if (hit['allowed'] !== true) return { kind: 'forbidden' };
  const values = hit['record'] as Record<string, unknown>;
  return { kind: 'one', id: String(values['id']), version: Number(values['version']), values };
}

function keyType(field: CompiledField): string {
  return field.type.scalar ? 'text' : (field.column?.type ?? 'text');
}

function keyValue(field: CompiledField, value: unknown): unknown {
  if (value === null) return null;
  if (field.type.scalar) return field.type.scalar.fromWire(value);
  return field.type.toColumn ? field.type.toColumn(value) : value;
}
