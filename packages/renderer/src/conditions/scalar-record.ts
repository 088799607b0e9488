// A record as expressions see it: a relation is an id, a structured value its scalar. The other way round from `Cell`.
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import type { PublishedEntity, PublishedField } from '@trellis/client/metadata';
import type { RecordData } from '../model.ts';

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
  if (Array.isArray(value)) return value.map(idOf);
  if (!isFieldTypeName(field.type)) return value;
  const { scalar, relation } = fieldType(field.type);
  if (relation) return idOf(value);
  return scalar ? scalar.fromWire(value) : value;
}

/** A look-up whose further fields were read stays an object, through which paths lead. */
function idOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('id' in value)) return value;
  const hasMore = Object.keys(value).some((name) => name !== 'id' && name !== 'title');
  return hasMore ? value : value.id;
}
