// Edits a longer text.
import type { ReactNode } from 'react';
import { TextArea } from '../ui/text-area.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const longTextWidget: WidgetSide<FieldOf<'long_text'>, WireOf<'long_text'>> = {
  Widget: LongTextWidget,
  wide: true,
};

function LongTextWidget({
  field: _field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'long_text'>, WireOf<'long_text'>>): ReactNode {
  return <TextArea {...state} text={value ?? ''} onText={(text) => onChange(text === '' ? null : text)} />;
}
