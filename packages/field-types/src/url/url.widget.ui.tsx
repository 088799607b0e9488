// Edits a web address.
import type { ReactNode } from 'react';
import { TextInput } from '../ui/text-input.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const urlWidget: WidgetSide<FieldOf<'url'>, WireOf<'url'>> = { Widget: UrlWidget };

function UrlWidget({
  field: _field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'url'>, WireOf<'url'>>): ReactNode {
  return (
    <TextInput
      {...state}
      text={value ?? ''}
      onText={(text) => onChange(text.trim() === '' ? null : text.trim())}
      inputMode="url"
    />
  );
}
