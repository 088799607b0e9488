// ajv validators of single values, compiled on first use and kept by the text of their schema, across versions and workspaces.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { compilePattern } from '@trellis/field-types/pattern';
import type { Fault } from '../problems/problem.ts';
import type { CompiledField } from './model.ts';
import { schemaText } from './schema-texts.ts';

/** Patterns of metadata never run by JavaScript's own engine; those of the field types themselves may be too big for the other. */
function regExp(pattern: string, flags: string): { test(text: string): boolean } {
  return compilePattern(pattern) ?? new RegExp(pattern, flags);
}
// Named by ajv in code that it writes out, which it does not do here.
regExp.code = 'regExp';

const ajv = new Ajv({
  code: { regExp },
  allErrors: true,
  strict: false,
  ownProperties: true,
  unicodeRegExp: true,
  validateFormats: true,
});
addFormats.default(ajv);

const byField = new WeakMap<CompiledField, ValidateFunction>();
const bySchema = new Map<string, ValidateFunction>();
const mostSchemas = 20_000;

/** What the schema of the field's type has against a value that is not null; located by JSON pointers below the field. */
export function schemaFaults(field: CompiledField, value: unknown, language: string): Fault[] {
  const validate = validatorOf(field);
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, 20).map((error) => faultOf(field, error, language));
}

function validatorOf(field: CompiledField): ValidateFunction {
  let validate = byField.get(field);
  if (validate) return validate;
  const schema = field.type.schema(field.definition, field.context);
  const text = JSON.stringify(schema);
  validate = bySchema.get(text);
  if (!validate) {
    if (bySchema.size >= mostSchemas) bySchema.clear();
    validate = ajv.compile(schema);
    bySchema.set(text, validate);
  }
  byField.set(field, validate);
  return validate;
}

function faultOf(field: CompiledField, error: ErrorObject, language: string): Fault {
  return { path: `/${field.name}${error.instancePath}`, ...schemaText(error, language) };
}
