// An id that an expression gives for a look-up, with the title that the record is shown by.
import { fieldType, isFieldTypeName } from '@trellis/field-types/registry';
import type { PublishedField } from '@trellis/client/metadata';
import type { AtHand } from './at-hand.ts';
import { idOf } from './id-of.ts';

/** Other values as they are; undefined where nobody here knows what the record is called. */
export function referenceTo(at: AtHand, field: PublishedField, value: unknown): unknown {
  const isRelation = isFieldTypeName(field.type) && fieldType(field.type).relation !== undefined;
  if (!isRelation || typeof value !== 'string') return value;
  const { me } = at.model;
  if (value === me.user.id) return { id: value, title: me.user.name };
  return Object.values(at.values).find((other) => idOf(other) === value) ?? named(Object.values(at.record), value);
}

/** Among the records behind the look-ups. */
function named(values: readonly unknown[], id: string): unknown {
  for (const value of values) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    if (idOf(value) === id && 'title' in value) return { id, title: value.title };
    const deeper = named(Object.values(value), id);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
