// A record as expressions see it: structured values as their scalars. A relation stays the object that was read, with its id and
// whatever further fields came with it: paths lead through it.
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import type { PublishedEntity, PublishedField } from '@trellis/client/metadata';
import type { RecordData } from '../record-data.ts';

export function scalarRecord(entity: PublishedEntity | undefined, record: RecordData): RecordData {
  const scalar: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    const field = entity && Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
    scalar[name] = field ? scalarValue(field, value) : value;
  }
  return scalar;
}

function scalarValue(field: PublishedField, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return isFieldTypeName(field.type) ? (fieldType(field.type).scalar?.fromWire(value) ?? value) : value;
}
