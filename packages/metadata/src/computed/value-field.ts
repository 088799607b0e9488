// A computed field as its value is read: a field of the type of what it gives. Validation finds that type (results.ts) and writes
// it down as `result`; any other field is itself.
import { fieldType } from '@trellis/field-types/registry';
import type { Field } from '../kinds.ts';

export type ComputedField = Extract<Field, { type: 'formula' | 'rollup' | 'looked_up' }>;

export function isComputed(field: Field): field is ComputedField {
  return fieldType(field.type).group === 'computed';
}

const known = new WeakMap<Field, Field>();

export function valueField(field: Field): Field {
  const { result } = field;
  if (result === undefined) return field;
  let value = known.get(field);
  // Any type of field takes what all of them may say.
  if (!value) known.set(field, (value = Object.freeze({ ...result, ...saidOf(field), read_only: true } as Field)));
  return value;
}

/** What a field says whatever its type; a computed one is never written, so the rest has no meaning for it. */
function saidOf({ id, label, help, visible, indexed }: Field): Readonly<Record<string, unknown>> {
  const said = { id, label, help, visible, indexed };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
