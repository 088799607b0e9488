// The rows of a child table in a form, with what their formulas come to as one types. What is filled in there the server sees to.
import type { PublishedEntity } from '@trellis/client/metadata';
import type { Surroundings } from '../conditions/compile.ts';
import { isBlank, isSameValue } from '../form/same-value.ts';
import type { Model, RecordData } from '../model.ts';
import { createSettler } from './settler.ts';

/** @param rows as they are now, @param stored as they were read: those with an id are found among these. */
export type RowValues = (rows: unknown, stored: unknown) => unknown;

/** By child table; only of those whose rows have something to work out. */
export function rowValuesOf(
  model: Model,
  entity: PublishedEntity,
  surroundings: Surroundings,
): ReadonlyMap<string, RowValues> {
  return new Map(
    Object.entries(entity.fields).flatMap(([name, field]): [string, RowValues][] => {
      const rowEntity = field.type === 'child_table' && !field.computed ? model.entity(field.entity) : undefined;
      const isComputed = rowEntity && Object.values(rowEntity.fields).some(({ computed }) => computed);
      return isComputed ? [[name, rowValues(model, rowEntity, surroundings)]] : [];
    }),
  );
}

function rowValues(model: Model, entity: PublishedEntity, surroundings: Surroundings): RowValues {
  const settler = createSettler(model, entity, surroundings);
  const isComputed = (name: string): boolean => entity.fields[name]?.computed !== undefined;
  const computed = Object.keys(entity.fields).filter(isComputed);
  const worked = new WeakMap<RecordData, RecordData>();
  const workOut = (row: RecordData, old: RecordData | null): RecordData => {
    const said = Object.entries(row).filter(
      ([name, value]) => !isComputed(name) && (old ? !isSameValue(value, old[name]) : name !== 'id'),
    );
    if (old && said.length === 0) return old;
    // A row in which nothing was filled in stays one: the form drops it.
    if (!old && said.every(([, value]) => isBlank(value))) return Object.fromEntries(said);
    const { values } = settler.settle({ old, said: Object.fromEntries(said), related: () => undefined });
    const changed = computed.filter((name) => !isSameValue(values[name], row[name]));
    return changed.length > 0 ? { ...row, ...Object.fromEntries(changed.map((name) => [name, values[name]])) } : row;
  };
  return (rows, stored) => {
    if (!Array.isArray(rows)) return rows;
    const known = new Map((Array.isArray(stored) ? stored : []).map((row: RecordData) => [row['id'], row]));
    const next = rows.map((row: RecordData) => {
      let value = worked.get(row);
      if (!value) worked.set(row, (value = workOut(row, known.get(row['id']) ?? null)));
      return value;
    });
    return next.every((row, index) => row === rows[index]) ? rows : next;
  };
}
