// Edits a line of text.
import type { ReactNode } from 'react';
import { TextInput } from '../ui/text-input.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const textWidget: WidgetSide<FieldOf<'text'>, WireOf<'text'>> = { Widget: TextWidget };

function TextWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'text'>, WireOf<'text'>>): ReactNode {
  return (
    <TextInput
      {...state}
      text={value ?? ''}
      onText={(text) => onChange(text === '' ? null : text)}
      maxLength={field.format === undefined ? field.max_length : undefined}
    />
  );
}
