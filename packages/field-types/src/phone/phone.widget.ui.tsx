// Edits a telephone number; any way of writing it is read, with the country of the workspace where it has none.
import type { ReactNode } from 'react';
import { ParsedInput } from '../ui/parsed-input.tsx';
import { phone } from './phone.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const phoneWidget: WidgetSide<FieldOf<'phone'>, WireOf<'phone'>> = { Widget: PhoneWidget };

function PhoneWidget(props: WidgetProps<FieldOf<'phone'>, WireOf<'phone'>>): ReactNode {
  return <ParsedInput {...props} type={phone} inputMode="tel" />;
}
