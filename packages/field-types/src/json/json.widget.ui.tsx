// Structured data as text, for administrators.
import type { ReactNode } from 'react';
import { TextArea } from '../ui/text-area.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import { textContextOf } from '../ui/text-context.ts';
import { json } from './json.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const jsonWidget: WidgetSide<FieldOf<'json'>, WireOf<'json'>> = { Widget: JsonWidget, wide: true };

function JsonWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'json'>, WireOf<'json'>>): ReactNode {
  const context = textContextOf(useFieldScreen(), field);
  const read = (text: string): void => {
    const parsed = json.parse(text, field, context);
    if (parsed.ok) onChange(parsed.value);
  };
  return <TextArea {...state} text={value === null ? '' : JSON.stringify(value, null, 2)} onText={read} />;
}
