// Finds several other records.
import type { ReactNode } from 'react';
import { RecordPicker } from '../ui/record-picker.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const multiLookupWidget: WidgetSide<FieldOf<'multi_lookup'>, WireOf<'multi_lookup'>> = {
  Widget: MultiLookupWidget,
};

function MultiLookupWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'multi_lookup'>, WireOf<'multi_lookup'>>): ReactNode {
  return (
    <RecordPicker
      {...state}
      multiple
      entity={field.entity}
      filter={field.filter}
      values={value ?? []}
      onValues={(chosen) => onChange(chosen.length === 0 ? null : chosen)}
    />
  );
}
