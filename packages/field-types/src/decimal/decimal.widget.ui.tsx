// Edits a decimal number.
import type { ReactNode } from 'react';
import { NumberWidget } from '../ui/number-widget.tsx';
import { decimal } from './decimal.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const decimalWidget: WidgetSide<FieldOf<'decimal'>, WireOf<'decimal'>> = { Widget: DecimalWidget };

function DecimalWidget(props: WidgetProps<FieldOf<'decimal'>, WireOf<'decimal'>>): ReactNode {
  return <NumberWidget {...props} type={decimal} decimals={props.field.scale ?? 20} />;
}
