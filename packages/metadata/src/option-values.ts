// The values that a field offers: those of the option set it names, or its own; none for a field without options.
import type { FieldContext, OptionValue } from '@trellis/field-types/contract';
import type { Field } from './kinds.ts';
import type { Metadata } from './metadata.ts';

export function optionsOf(metadata: Metadata, field: Field): readonly OptionValue[] {
  const options = optionsMember(field);
  if (typeof options !== 'string') return options ?? [];
  return metadata.option_sets.get(options)?.values ?? [];
}

/** The name of an option set, the options themselves, or undefined for a field that has no options. */
export function optionsMember(field: Field): string | readonly OptionValue[] | undefined {
  return 'options' in field ? field.options : undefined;
}

/** What field types need to know beside the field. */
export function fieldContext(
  metadata: Metadata,
  field: Field,
  place: { readonly currency: string; readonly country: string },
): FieldContext {
  return { ...place, options: optionsOf(metadata, field) };
}
