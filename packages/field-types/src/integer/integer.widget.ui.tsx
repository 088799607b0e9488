// Edits a whole number.
import type { ReactNode } from 'react';
import { NumberWidget } from '../ui/number-widget.tsx';
import { integer } from './integer.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const integerWidget: WidgetSide<FieldOf<'integer'>, WireOf<'integer'>> = { Widget: IntegerWidget };

function IntegerWidget(props: WidgetProps<FieldOf<'integer'>, WireOf<'integer'>>): ReactNode {
  return <NumberWidget {...props} type={integer} decimals={0} />;
}
