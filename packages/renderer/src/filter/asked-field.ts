// The field whose widget asks for the value of a condition: that of the record without its rules, and the one for many values where
// the condition takes a list.
import type { FieldJson } from '@trellis/field-types/ui/screen';
import type { PublishedField } from '@trellis/client/metadata';
import { relatedEntity } from '../model.ts';
import type { Rule } from './filter.ts';

export function askedField(field: PublishedField, rule: Rule): FieldJson {
  const takesList = rule.operator === 'in' || rule.operator === 'not_in' || rule.operator.startsWith('has_');
  if (!takesList) return plainField(field);
  const target = relatedEntity(field);
  if (target !== undefined) return { type: 'multi_lookup', entity: target };
  if ('options' in field && field.options) return { type: 'multi_select', options: field.options };
  return { type: 'tags' };
}

/** Conditions on a value are for records, not for questions about them. */
export function plainField(field: PublishedField): FieldJson {
  const { required, visible, read_only, default: preset, unique, ...rest } = field;
  return rest;
}
