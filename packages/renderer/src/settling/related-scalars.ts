// A record behind a look-up as expressions see it, and those behind its own look-ups with it.
import { scalarRecord } from '../conditions/scalar-record.ts';
import { relatedEntity, type Model, type RecordData } from '../model.ts';

/** @param record as it was read of what the look-up `name` of `entity` leads to. */
export function relatedScalars(model: Model, entity: string, name: string, record: RecordData): RecordData {
  const field = model.field(entity, name)?.field;
  const target = field && relatedEntity(field);
  if (target === undefined) return record;
  const scalars = scalarRecord(model.entity(target), record);
  return Object.fromEntries(
    Object.entries(scalars).map(([key, value]) => [
      key,
      isRecord(value) ? relatedScalars(model, target, key, value) : value,
    ]),
  );
}

function isRecord(value: unknown): value is RecordData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
