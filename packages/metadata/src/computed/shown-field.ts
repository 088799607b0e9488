// A computed field as readers of the model are shown it: a field of the type of its value, with how it is worked out in `computed`;
// and back from there to what was declared. Any other field is itself.
import { fieldType } from '@trellis/field-types/registry';
import type { Field } from '../kinds.ts';
import { isComputed, valueField } from './value-field.ts';

/** `computed`: the type of the field as it was declared, and what that type says of it. */
export type ShownField = Field & { readonly computed?: Field };

/** Of validated metadata, where a computed field bears its `result`. */
export function shownField(field: Field): ShownField {
  return isComputed(field) ? { ...valueField(field), computed: workedOut(field) } : field;
}

export function declaredField(shown: ShownField): Field {
  const { computed, id, label, help, visible, indexed } = shown;
  if (computed === undefined) return shown;
  const said = Object.entries({ id, label, help, visible, indexed }).filter(([, value]) => value !== undefined);
  return { ...computed, ...Object.fromEntries(said) } as Field;
}

function workedOut(field: Field): Field {
  const own = ['type', ...Object.keys(fieldType(field.type).options.properties)];
  return Object.fromEntries(Object.entries(field).filter(([name]) => own.includes(name))) as unknown as Field;
}
