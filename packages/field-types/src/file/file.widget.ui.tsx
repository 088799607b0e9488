// Shows what is attached. Nothing can be uploaded here, so that a form without any leaves the field out.
import type { ReactNode } from 'react';
import { fileCell } from './file.ui.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const fileWidget: WidgetSide<FieldOf<'file'>, WireOf<'file'>> = { Widget: FileWidget, showsOnly: true };

function FileWidget({ field, name, value, id }: WidgetProps<FieldOf<'file'>, WireOf<'file'>>): ReactNode {
  return (
    <div id={id}>{value !== null && <fileCell.Cell field={field} name={name} value={value} density="full" />}</div>
  );
}
