// In a form: shown, never typed.
import { computedWidgetSide } from '../computed/computed.widget.ui.tsx';
import type { FieldOf, WidgetSide, WireOf } from '../ui/contract.ts';

export const formulaWidget: WidgetSide<FieldOf<'formula'>, WireOf<'formula'>> = computedWidgetSide;
