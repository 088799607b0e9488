// Whether a form asks for a field now: it is visible, and its widget can take a value, or at least shows one.
import { isBlank } from '@trellis/field-types/ui';
import { widgetOf } from '@trellis/field-types/widgets';
import type { FormDefinition } from './form-definition.ts';
import type { FieldState } from './form-store.ts';

export function isAsked(
  definition: Pick<FormDefinition, 'fields'>,
  name: string,
  { visible, value }: Pick<FieldState, 'visible' | 'value'>,
): boolean {
  const field = definition.fields.get(name)?.field;
  if (!field || !visible) return false;
  return widgetOf(field).showsOnly !== true || !isBlank(value);
}
