// The records of one entity as JSON Schemas: as they are read, as a create takes them, as a patch takes them. A field that the
// asker may never read stands in none of them.
import type { FieldContext, JsonSchema } from '@trellis/field-types/contract';
import { labelOf } from '@trellis/metadata/labels';
import type { RecordAction } from '../model/access.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import type { Judgement } from '../records/judgement.ts';
import { definitionInSight, isHidden } from '../sight/item-in-sight.ts';
import { objectOf, orNull, schemaRef } from './operation.ts';

export type Schemas = Readonly<Record<string, JsonSchema>>;

/** Named `book`, `book.create`, `book.update` and, for the rows of a child table, `book.row`; only what the asker may do. */
export function recordSchemas(judge: Judgement, entity: CompiledEntity): Schemas {
  const { name } = entity;
  return {
    [name]: recordSchema(judge, entity),
    ...(may(judge, entity, 'create') ? { [`${name}.create`]: writeSchema(judge, entity, 'create') } : {}),
    ...(may(judge, entity, 'update') ? { [`${name}.update`]: writeSchema(judge, entity, 'update') } : {}),
    ...(entity.parent ? { [`${name}.row`]: rowSchema(judge, entity, entity.parent.field) } : {}),
  };
}

export function may(judge: Judgement, entity: CompiledEntity, action: RecordAction): boolean {
  return judge.access.row(entity.name, action).kind !== 'none';
}

/** No member is required: `select` chooses among them, and a value that is hidden on a row is left out of it. */
function recordSchema(judge: Judgement, entity: CompiledEntity): JsonSchema {
  const readable = [...entity.fields.values()].filter((field) => !isHidden(judge, field));
  const properties = readable.map((field) => [field.name, described(judge, field, readValue(judge, field))]);
  return { title: labelOf(entity.label, judge.asker.language), ...objectOf(Object.fromEntries(properties)) };
}

function writeSchema(judge: Judgement, entity: CompiledEntity, action: 'create' | 'update'): JsonSchema {
  const fields = settable(judge, entity, action);
  const properties = fields.map((field) => [field.name, described(judge, field, writtenValue(judge, field))]);
  const required = action === 'create' ? fields.filter(alwaysAsked).map(({ name }) => name) : [];
  return { ...objectOf(Object.fromEntries(properties), required), additionalProperties: false };
}

/** The parent is known, an `id` tells a row that exists, and what the engine has set may come back as it was read. */
function rowSchema(judge: Judgement, entity: CompiledEntity, parentField: string): JsonSchema {
  const fields = settable(judge, entity, 'create').filter(({ name }) => name !== parentField);
  const properties = fields.map((field) => [field.name, described(judge, field, writtenValue(judge, field))]);
  return objectOf({ id: { type: 'string', format: 'uuid' }, ...Object.fromEntries(properties) });
}

function settable(judge: Judgement, entity: CompiledEntity, action: 'create' | 'update'): CompiledField[] {
  return [...entity.fields.values()].filter(
    (field) =>
      field.writable &&
      field.readOnly !== true &&
      !isHidden(judge, field) &&
      judge.access.field(entity.name, field.name, action) !== 'never',
  );
}

/** Blank would be refused whatever the rest of the record says. */
function alwaysAsked(field: CompiledField): boolean {
  return field.required === true && field.visible === true && field.defaultValue.kind === 'none';
}

function readValue(judge: Judgement, field: CompiledField): JsonSchema {
  switch (field.relation?.kind) {
    case 'one':
      return orNull(schemaRef('Reference'));
    case 'many':
      return { type: 'array', items: schemaRef('Reference') };
    case 'children':
      return { type: 'array', items: childRef(judge, field.relation.entity, '') };
    case 'any':
      return orNull(schemaRef('EntityReference'));
    case undefined:
      return field.name === 'id'
        ? typeSchema(judge, field, field.context)
        : orNull(typeSchema(judge, field, withFormerOptions(field.context)));
  }
}

/** `null` blanks a field. */
function writtenValue(judge: Judgement, field: CompiledField): JsonSchema {
  if (field.relation?.kind !== 'children') return orNull(typeSchema(judge, field, field.context));
  return orNull({ type: 'array', items: childRef(judge, field.relation.entity, '.row'), maxItems: 1000 });
}

function typeSchema(judge: Judgement, field: CompiledField, context: FieldContext): JsonSchema {
  return field.type.schema(definitionInSight(judge, field) ?? field.definition, context);
}

/** Old records keep values that are no longer offered. */
function withFormerOptions(context: FieldContext): FieldContext {
  return { ...context, options: context.options.map(({ active: _active, ...option }) => option) };
}

function childRef(judge: Judgement, entity: string, suffix: '' | '.row'): JsonSchema {
  const child = judge.model.entities.get(entity);
  return child && may(judge, child, 'read') ? schemaRef(entity + suffix) : { type: 'object' };
}

function described(judge: Judgement, field: CompiledField, schema: JsonSchema): JsonSchema {
  const { language } = judge.asker;
  const { help } = field.definition;
  return {
    title: labelOf(field.label, language),
    ...(help ? { description: labelOf(help, language) } : {}),
    ...schema,
    ...(field.writable ? {} : { readOnly: true }),
  };
}
