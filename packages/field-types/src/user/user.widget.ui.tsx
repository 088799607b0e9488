// Finds a user.
import type { ReactNode } from 'react';
import { RecordPicker } from '../ui/record-picker.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const userWidget: WidgetSide<FieldOf<'user'>, WireOf<'user'>> = { Widget: UserWidget };

function UserWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'user'>, WireOf<'user'>>): ReactNode {
  return (
    <RecordPicker
      {...state}
      entity="user"
      filter={field.filter}
      values={value === null ? [] : [value]}
      onValues={([chosen]) => onChange(chosen ?? null)}
    />
  );
}
