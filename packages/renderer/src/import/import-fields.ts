// Which fields cells of text can be read into, and by which fields of another entity its records can be found.
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import type { PublishedField } from '@trellis/client/metadata';
import { relatedEntity, type Model } from '../model.ts';

export interface ImportField {
  /** `address`, or `address.city` for a part of a structured value. */
  readonly path: string;
  readonly label: string;
  readonly required: boolean;
}

type MemberLabel = (type: string, member: string) => string;

export function importFields(model: Model, entity: string, memberLabel: MemberLabel): readonly ImportField[] {
  return Object.entries(model.entity(entity)?.fields ?? {}).flatMap(([path, field]) => {
    if (!takesText(field) || !model.can('create', entity, undefined, path)) return [];
    const label = model.label(field.label, path);
    const own: ImportField = { path, label, required: field.required === true };
    const members = membersOf(model, field).map((member) => ({
      path: `${path}.${member}`,
      label: `${label} › ${memberLabel(field.type, member)}`,
      required: false,
    }));
    return [own, ...members];
  });
}

/** Titles and texts that name one record: what a look-up's cells may be. */
export function matchFields(model: Model, field: PublishedField): readonly ImportField[] {
  const entity = relatedEntity(field);
  const target = entity === undefined ? undefined : model.entity(entity);
  if (!entity || !target) return [];
  return Object.entries(target.fields)
    .filter(
      ([name, other]) =>
        name === target.title || other.unique === true || other.type === 'email' || other.type === 'auto_number',
    )
    .map(([path, other]) => ({ path, label: model.label(other.label, path), required: false }));
}

function takesText(field: PublishedField): boolean {
  if (field.read_only === true || !isFieldTypeName(field.type)) return false;
  const type = fieldType(field.type);
  const kind = type.relation?.(field).kind;
  return !type.generated && type.group !== 'file' && kind !== 'children' && kind !== 'any' && kind !== 'many';
}

function membersOf(model: Model, field: PublishedField): readonly string[] {
  if (!isFieldTypeName(field.type)) return [];
  const type = fieldType(field.type);
  if (type.relation) return [];
  const context = { options: model.options(field), currency: model.metadata.currency, country: model.metadata.country };
  const properties = type.schema(field, context)['properties'];
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}
