// What lists and filters ask of a field's type. Loads every field type, so it belongs to chunks that come after the first.
import type { ValueType } from '@trellis/field-types/contract';
import { fieldType, isFieldTypeName, type AnyFieldType } from '@trellis/field-types/registry';
import type { PublishedField } from '@trellis/client/metadata';
import type { RecordRow } from '@trellis/client/wire';
import type { Model } from '../model.ts';

export function typeOf(field: PublishedField): AnyFieldType | undefined {
  return isFieldTypeName(field.type) ? fieldType(field.type) : undefined;
}

/** What expressions take the field's values for. */
export function valueTypeOf(field: PublishedField): ValueType | undefined {
  return typeOf(field)?.valueType(field);
}

export function isSortable(field: PublishedField): boolean {
  return typeOf(field)?.sortable ?? true;
}

/** Few values that many records share: what one groups a list by. */
export function isGroup(field: PublishedField): boolean {
  const type = typeOf(field);
  return type !== undefined && type.groupable && ['choice', 'relation', 'people'].includes(type.group);
}

/** Whether a cell may be opened for editing: its record may be changed, and it is not the engine's to write. */
export function isEditable(model: Model, entity: string, record: RecordRow, path: string): boolean {
  const field = path.includes('.') ? undefined : model.field(entity, path)?.field;
  if (!field || field.read_only === true) return false;
  const type = typeOf(field);
  if (!type || type.generated || !inPlace(type)) return false;
  return model.can('update', entity, record, path);
}

/** Tables of rows and files need more room than a cell. */
function inPlace(type: AnyFieldType): boolean {
  return type.group !== 'file' && type.name !== 'child_table' && type.name !== 'json';
}
