// Edits the characters of a bar code.
import type { ReactNode } from 'react';
import { TextInput } from '../ui/text-input.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const barcodeWidget: WidgetSide<FieldOf<'barcode'>, WireOf<'barcode'>> = { Widget: BarcodeWidget };

function BarcodeWidget({
  field: _field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'barcode'>, WireOf<'barcode'>>): ReactNode {
  return (
    <TextInput {...state} text={value ?? ''} onText={(text) => onChange(text.trim() === '' ? null : text.trim())} />
  );
}
