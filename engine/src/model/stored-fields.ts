// What the table of an entity holds: a column for every field that has one, and what kept averages are made from.
import type { CompiledEntity, CompiledField } from './model.ts';

export function storedFields(entity: CompiledEntity): readonly CompiledField[] {
  return [...entity.fields.values()].filter((field) => field.column !== null);
}

/** Every column of the entity's table. */
export function storedColumns(entity: CompiledEntity): readonly string[] {
  const averages = [...entity.fields.values()].filter(isKeptAverage);
  return [...storedFields(entity).map(({ name }) => name), ...averages.flatMap(({ name }) => averageParts(name))];
}

export function isKeptAverage({ computed }: CompiledField): boolean {
  return computed?.kind === 'rollup' && computed.kept && computed.definition.function === 'avg';
}

/** The columns of an average, which is their quotient. No field's name begins so. */
export function averageParts(field: string): readonly [sum: string, count: string] {
  return [`_${field}_sum`, `_${field}_count`];
}
