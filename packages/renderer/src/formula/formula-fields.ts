// What a formula over records of an entity may name, as its editor shows it: fields and what look-ups lead to, rows of child tables,
// the record before the change, who asks. In the reader's language; of other records only what is opened.
import type { PublishedField } from '@trellis/client/metadata';
import type { Fields, FormulaField, FormulaOption } from '@trellis/expressions/formula/fields';
import { labelTexts } from '@trellis/field-types/label';
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import type { Model } from '../model.ts';

/** What the words of the context are called. */
export interface ContextLabels {
  readonly user: string;
  readonly user_roles: string;
  readonly user_teams: string;
  readonly old: string;
  readonly record: string;
}

type Named = Pick<Model, 'entity' | 'label' | 'optionsOf'>;

export function formulaFields(model: Named, entity: string, labels: ContextLabels): Fields {
  const own = fieldsOf(model, entity);
  const user = (): Fields => [
    ...fieldsOf(model, 'user'),
    { name: 'roles', label: labels.user_roles, type: 'text[]' },
    { name: 'teams', label: labels.user_teams, type: 'id[]' },
  ];
  return [
    ...own,
    { name: '$user', label: labels.user, type: 'id', fields: user },
    { name: '$old', label: labels.old, fields: () => own },
    { name: '$record', label: labels.record, fields: () => own },
  ];
}

function fieldsOf(model: Named, entity: string): Fields {
  const fields = Object.entries(model.entity(entity)?.fields ?? {});
  return fields.flatMap(([name, field]) => formulaField(model, name, field));
}

function formulaField(model: Named, name: string, field: PublishedField): readonly FormulaField[] {
  if (!isFieldTypeName(field.type)) return [];
  const type = fieldType(field.type);
  const relation = type.relation?.(field);
  const options = optionsOf(model, field);
  return [
    {
      name,
      label: model.label(field.label, name),
      type: name === 'id' ? 'id' : type.valueType(field),
      ...(options.length > 0 && { options }),
      ...(relation?.kind === 'one' && { fields: () => fieldsOf(model, relation.entity) }),
      ...(relation?.kind === 'children' && { rows: () => fieldsOf(model, relation.entity) }),
    },
  ];
}

function optionsOf(model: Named, field: PublishedField): readonly FormulaOption[] {
  const options = 'options' in field ? model.optionsOf(field.options) : [];
  return options.map(({ value, label }) => ({ value, label: model.label(label, value), labels: labelTexts(label) }));
}
