// A value as its field takes it: canonical, and rounded to the decimals that it keeps.
import { fitted } from '@trellis/field-types/fitted';
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import type { PublishedField } from '@trellis/client/metadata';
import type { Model } from '../model.ts';

/** @returns the canonical value of what an expression gives, null for blank, undefined where it does not fit its field. */
export function fitting(model: Model, field: PublishedField, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (!isFieldTypeName(field.type)) return undefined;
  return canonical(model, field, fitted(fieldType(field.type), field, value));
}

/** What the server makes of what was typed; null for blank, undefined where the field does not take it. */
export function taken(model: Model, field: PublishedField, value: unknown): unknown {
  return value === null || value === undefined ? null : canonical(model, field, value);
}

function canonical(model: Model, field: PublishedField, value: unknown): unknown {
  if (!isFieldTypeName(field.type)) return undefined;
  const type = fieldType(field.type);
  if (type.relation || type.generated) return value;
  const { currency, country } = model.metadata;
  const normal = type.normalize(value, field, { options: model.options(field), currency, country });
  return normal.ok ? normal.value : undefined;
}
