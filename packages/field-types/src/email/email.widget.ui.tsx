// Edits an e-mail address.
import type { ReactNode } from 'react';
import { TextInput } from '../ui/text-input.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const emailWidget: WidgetSide<FieldOf<'email'>, WireOf<'email'>> = { Widget: EmailWidget };

function EmailWidget({
  field: _field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'email'>, WireOf<'email'>>): ReactNode {
  return (
    <TextInput
      {...state}
      text={value ?? ''}
      onText={(text) => onChange(text.trim() === '' ? null : text.trim())}
      type="email"
      inputMode="email"
    />
  );
}
