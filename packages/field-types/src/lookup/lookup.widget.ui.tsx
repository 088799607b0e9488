// Finds another record.
import type { ReactNode } from 'react';
import { RecordPicker } from '../ui/record-picker.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const lookupWidget: WidgetSide<FieldOf<'lookup'>, WireOf<'lookup'>> = { Widget: LookupWidget };

function LookupWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'lookup'>, WireOf<'lookup'>>): ReactNode {
  return (
    <RecordPicker
      {...state}
      entity={field.entity}
      filter={field.filter}
      values={value === null ? [] : [value]}
      onValues={([chosen]) => onChange(chosen ?? null)}
    />
  );
}
