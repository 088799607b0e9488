// Shows the pictures. Nothing can be uploaded here, so that a form without any leaves the field out.
import type { ReactNode } from 'react';
import { imageCell } from './image.ui.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const imageWidget: WidgetSide<FieldOf<'image'>, WireOf<'image'>> = { Widget: ImageWidget, showsOnly: true };

function ImageWidget({ field, name, value, id }: WidgetProps<FieldOf<'image'>, WireOf<'image'>>): ReactNode {
  return (
    <div id={id}>{value !== null && <imageCell.Cell field={field} name={name} value={value} density="full" />}</div>
  );
}
