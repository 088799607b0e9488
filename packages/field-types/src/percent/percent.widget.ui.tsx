// Edits a percentage.
import type { ReactNode } from 'react';
import { NumberWidget } from '../ui/number-widget.tsx';
import { percent } from './percent.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const percentWidget: WidgetSide<FieldOf<'percent'>, WireOf<'percent'>> = { Widget: PercentWidget };

function PercentWidget(props: WidgetProps<FieldOf<'percent'>, WireOf<'percent'>>): ReactNode {
  return <NumberWidget {...props} type={percent} decimals={props.field.scale ?? 20} suffix="%" />;
}
