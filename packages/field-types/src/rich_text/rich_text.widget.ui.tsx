// Edits formatted text as plain text: its marks are kept as they are typed.
import type { ReactNode } from 'react';
import { TextArea } from '../ui/text-area.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const richTextWidget: WidgetSide<FieldOf<'rich_text'>, WireOf<'rich_text'>> = {
  Widget: RichTextWidget,
  wide: true,
};

function RichTextWidget({
  field: _field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'rich_text'>, WireOf<'rich_text'>>): ReactNode {
  return <TextArea {...state} text={value ?? ''} onText={(text) => onChange(text === '' ? null : text)} />;
}
