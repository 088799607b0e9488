// Compiled JSON Schemas: one per kind, one for what fields have in common and one per field type, compiled when first needed
// and kept.
import { Type, type TProperties, type TSchema } from '@sinclair/typebox';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { fieldType, type FieldTypeName } from '@trellis/field-types/registry';
import { Entity, fieldMembers, fieldSchema } from '../kinds/entity.ts';
import { Named, closed } from '../kinds/common.ts';
import { kinds, type Kind } from '../kinds.ts';

const compiled = new Map<string, ValidateFunction>();

/** Of an entity, everything but its fields, whose schemas depend on their types. */
export function kindValidator(kind: Kind): ValidateFunction {
  return once(`kind ${kind}`, () => (kind === 'entity' ? entityFrame : kinds[kind].schema));
}

/** Of a field, what those of any type may say. */
export function commonFieldValidator(): ValidateFunction {
  return once('field', () => Type.Object(fieldMembers));
}

/** Of a field, what its type adds: the common part is the bigger one, and need not be compiled for every type. */
export function fieldValidator(type: FieldTypeName): ValidateFunction {
  return once(`field ${type}`, () => fieldSchema(fieldType(type), uncheckedMembers));
}

const uncheckedMembers: TProperties = Object.fromEntries(
  Object.keys(fieldMembers).map((name) => [name, Type.Optional(Type.Unknown())]),
);

const entityFrame = Type.Object({ ...Entity.properties, fields: Named(Type.Unknown()) }, closed);

/**
 * `ownProperties`: a member that JavaScript's Object.prototype happens to have is not there. The schemas are our own: checking
 * them against the meta-schema would cost more than everything else here.
 */
const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  messages: false,
  ownProperties: true,
  strict: true,
  // Tidying the code that it writes takes it longer than writing it, and is not made up for by running it.
  code: { optimize: false },
  meta: false,
  validateSchema: false,
});

function once(key: string, schema: () => TSchema): ValidateFunction {
  const known = compiled.get(key);
  if (known) return known;
  // Under their published ids they could be compiled only once in a process.
  const { $id: _published, ...text } = schema();
  const validator = ajv.compile(text);
  compiled.set(key, validator);
  return validator;
}
