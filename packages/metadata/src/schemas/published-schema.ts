// The JSON Schema of a kind as editors read it: shared parts stand once under $defs, and a field is completed and checked by
// the schema of its own type.
import { fieldType, fieldTypeNames } from '@trellis/field-types/registry';
import { isObject, sameJson, type JsonObject } from '../json.ts';
import { Color, Condition, FieldPath, Icon, Label, Name, SortKey } from '../kinds/common.ts';
import { Field, fieldSchema } from '../kinds/entity.ts';
import { kinds, type Kind } from '../kinds.ts';

const shared: readonly { readonly name: string; readonly schema: unknown }[] = [
  { name: 'name', schema: plain(Name) },
  { name: 'label', schema: plain(Label) },
  { name: 'condition', schema: plain(Condition) },
  { name: 'color', schema: plain(Color) },
  { name: 'icon', schema: plain(Icon) },
  { name: 'field_path', schema: plain(FieldPath) },
  { name: 'sort_key', schema: plain(SortKey) },
  { name: 'field', schema: plain(Field) },
];

export function publishedSchema(kind: Kind): JsonObject {
  const { $id: _internal, ...schema } = plainObject(kinds[kind].schema);
  const body = withReferences(schema);
  const definitions = Object.fromEntries(
    shared.map(({ name, schema: part }) => [name, name === 'field' ? anyField() : part]),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: kind,
    ...(isObject(body) ? body : {}),
    $defs: onlyUsed(definitions, body),
  };
}

/** One branch for each type, chosen by `type`; a union of all would blame a mistake in one on every other. */
function anyField(): JsonObject {
  return {
    type: 'object',
    required: ['type'],
    properties: { type: { enum: fieldTypeNames } },
    allOf: fieldTypeNames.map((name) => ({
      if: { properties: { type: { const: name } }, required: ['type'] },
      then: withReferences(plain(fieldSchema(fieldType(name)))),
    })),
  };
}

function withReferences(schema: unknown): unknown {
  const known = shared.find((part) => sameJson(part.schema, schema));
  if (known) return { $ref: `#/$defs/${known.name}` };
  if (Array.isArray(schema)) return schema.map(withReferences);
  if (!isObject(schema)) return schema;
  return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, withReferences(value)]));
}

function onlyUsed(definitions: JsonObject, body: unknown): JsonObject {
  const text = JSON.stringify([body, isUsed('field', JSON.stringify(body)) ? definitions['field'] : null]);
  return Object.fromEntries(Object.entries(definitions).filter(([name]) => isUsed(name, text)));
}

function isUsed(name: string, text: string): boolean {
  return text.includes(`"#/$defs/${name}"`);
}

/** Without what TypeBox keeps in symbols. */
function plain(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema));
}

function plainObject(schema: unknown): JsonObject {
  const value = plain(schema);
  return isObject(value) ? value : {};
}
