// A form as @rjsf takes it: JSON Schema of the fields that the asker may see, uiSchema with sections, conditions beside them.
import type { JsonSchema } from '@trellis/field-types/contract';
import { labelOf } from '@trellis/metadata/labels';
import type { Field, Form, FormField, Section } from '@trellis/metadata/kinds';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import { readableEntity, type Judgement } from '../records/judgement.ts';
import { definitionInSight, formsInSight } from '../sight/item-in-sight.ts';

export interface FormDocument {
  readonly name: string;
  readonly entity: string;
  readonly schema: JsonSchema;
  readonly uiSchema: Readonly<Record<string, unknown>>;
  readonly conditions: Readonly<Record<string, Conditions>>;
}

interface Conditions {
  readonly visible?: unknown;
  readonly required?: unknown;
  readonly read_only?: unknown;
}

type Placed = Exclude<FormField, string>;

/** @param name of a form of the entity, or `default`. */
export function formDocument(judge: Judgement, entityName: string, name: string): FormDocument {
  const entity = readableEntity(judge, entityName);
  const form = findForm(judge, entity, name);
  const sections = form.sections.map((section) => ({ section, fields: placedFields(judge, entity, section) }));
  const all = sections.flatMap(({ fields }) => fields);
  return {
    name: form.name,
    entity: entity.name,
    schema: objectSchema(judge, all),
    uiSchema: {
      'ui:order': [...all.map(({ field }) => field.name), '*'],
      'ui:sections': sections.map(({ section, fields }) => sectionUi(judge, section, fields)),
      ...Object.fromEntries(
        all.map(({ field, definition, placed }) => [field.name, fieldUi(judge, { field, definition, placed })]),
      ),
    },
    conditions: Object.fromEntries(all.flatMap((field) => conditionsOf(judge, field))),
  };
}

function findForm(judge: Judgement, entity: CompiledEntity, name: string): Form {
  const mine = formsInSight(judge, entity.name);
  const found =
    name === 'default' ? (mine.find((form) => form.default) ?? mine[0]) : mine.find((form) => form.name === name);
  if (!found) throw new Refusal('not_found');
  return found;
}

interface PlacedField {
  readonly field: CompiledField;
  /** As far as the asker may know of it. */
  readonly definition: Field;
  readonly placed: Placed;
}

function placedFields(judge: Judgement, entity: CompiledEntity, section: Section): PlacedField[] {
  return section.fields.flatMap((entry) => {
    const placed = typeof entry === 'string' ? { field: entry } : entry;
    const field = entity.fields.get(placed.field);
    const definition = field && definitionInSight(judge, field);
    return definition ? [{ field, definition, placed }] : [];
  });
}

/** Without if/then/else and without `required`: conditions are judged beside the form, and by the server. */
function objectSchema(judge: Judgement, fields: readonly PlacedField[]): JsonSchema {
  const properties = fields.map((field) => [field.field.name, propertySchema(judge, field)]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function propertySchema(judge: Judgement, { field, definition, placed }: PlacedField): JsonSchema {
  const title = labelOf(placed.label ?? field.label, judge.asker.language);
  if (field.relation?.kind !== 'children') return { ...field.type.schema(definition, field.context), title };
  const child = judge.model.entities.get(field.relation.entity);
  const columns = child ? childFields(judge, child, field.relation.parentField, placed.columns) : [];
  const rows = objectSchema(judge, columns);
  return { type: 'array', title, items: rows };
}

/** The named columns of a child table, or all that people fill in. */
function childFields(
  judge: Judgement,
  child: CompiledEntity,
  parentField: string,
  names: readonly string[] | undefined,
): PlacedField[] {
  const wanted =
    names ?? [...child.fields.values()].filter((field) => field.writable && !field.system).map(({ name }) => name);
  return wanted.flatMap((name) => {
    const field = child.fields.get(name);
    const definition = field && name !== parentField ? definitionInSight(judge, field) : undefined;
    return field && definition ? [{ field, definition, placed: { field: name } }] : [];
  });
}

function sectionUi(
  judge: Judgement,
  section: Section,
  fields: readonly PlacedField[],
): Readonly<Record<string, unknown>> {
  return {
    name: section.name ?? '',
    label: section.label ? labelOf(section.label, judge.asker.language) : '',
    columns: section.columns ?? 2,
    collapsed: section.collapsed ?? false,
    visible: section.visible ?? true,
    fields: fields.map(({ field }) => field.name),
  };
}

function fieldUi(judge: Judgement, { field, definition, placed }: PlacedField): Readonly<Record<string, unknown>> {
  const { language } = judge.asker;
  const { help, placeholder } = definition;
  const shownHelp = placed.help ?? help;
  const child = field.relation?.kind === 'children' ? judge.model.entities.get(field.relation.entity) : undefined;
  const parentField = field.relation?.kind === 'children' ? field.relation.parentField : '';
  return {
    'ui:widget': definition.type,
    'ui:options': {
      field: definition,
      entity: field.entity,
      ...(placed.span ? { span: placed.span } : {}),
      ...(shownHelp ? { help: labelOf(shownHelp, language) } : {}),
      ...(placeholder ? { placeholder: labelOf(placeholder, language) } : {}),
      ...(child
        ? { columns: childFields(judge, child, parentField, placed.columns).map((column) => column.field.name) }
        : {}),
    },
  };
}

/** The field's own conditions; the form may say more, never less. Fields that nobody may set are read-only. */
function conditionsOf(judge: Judgement, { field, definition, placed }: PlacedField): [string, Conditions][] {
  const fixed = !field.writable || judge.access.field(field.entity, field.name, 'update') === 'never';
  const conditions = {
    ...both('visible', 'and', definition.visible, placed.visible),
    ...both('required', 'or', definition.required, placed.required),
    ...(fixed ? { read_only: true } : both('read_only', 'or', definition.read_only, placed.read_only)),
  };
  return Object.keys(conditions).length ? [[field.name, conditions]] : [];
}

function both(name: keyof Conditions, how: 'and' | 'or', field: unknown, form: unknown): Conditions {
  if (field === undefined && form === undefined) return {};
  if (field === undefined || form === undefined) return { [name]: field ?? form };
  return { [name]: { [how]: [field, form] } };
}
