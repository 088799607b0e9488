// A record's values as they are written: a relation is read with the title of what it leads to, and written as its id.
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import type { Relation } from '@trellis/field-types/contract';
import type { Model, RecordData } from '../model.ts';

export function writtenValues(
  model: Pick<Model, 'field'>,
  entity: string,
  values: RecordData,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, writtenValue(relationOf(model, entity, name), value, model)]),
  );
}

function writtenValue(relation: Relation | undefined, value: unknown, model: Pick<Model, 'field'>): unknown {
  if (value === null || value === undefined) return null;
  switch (relation?.kind) {
    case 'one':
      return idOf(value);
    case 'many':
      return Array.isArray(value) ? value.map(idOf) : value;
    case 'any':
      return isObject(value) ? { entity: value['entity'], id: value['id'] } : value;
    case 'children':
      return Array.isArray(value) ? value.map((row: unknown) => writtenRow(relation, row, model)) : value;
    case undefined:
      return value;
  }
}

/** Only what people fill in: the parent, and what the engine keeps of a row itself, are not theirs to write. */
function writtenRow(
  relation: Relation & { readonly kind: 'children' },
  row: unknown,
  model: Pick<Model, 'field'>,
): unknown {
  if (!isObject(row)) return row;
  const isWritten = (name: string): boolean => {
    if (name === 'id') return true;
    const field = model.field(relation.entity, name)?.field;
    return (
      field !== undefined &&
      name !== relation.parentField &&
      field.read_only !== true &&
      !field.system &&
      !isGenerated(field.type)
    );
  };
  return writtenValues(
    model,
    relation.entity,
    Object.fromEntries(Object.entries(row).filter(([name]) => isWritten(name))),
  );
}

function relationOf(model: Pick<Model, 'field'>, entity: string, name: string): Relation | undefined {
  const field = model.field(entity, name)?.field;
  return field && isFieldTypeName(field.type) ? fieldType(field.type).relation?.(field) : undefined;
}

function isGenerated(type: string): boolean {
  return isFieldTypeName(type) && fieldType(type).generated === true;
}

function idOf(value: unknown): unknown {
  return isObject(value) ? value['id'] : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
