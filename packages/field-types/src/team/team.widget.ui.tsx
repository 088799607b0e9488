// Finds a team.
import type { ReactNode } from 'react';
import { RecordPicker } from '../ui/record-picker.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const teamWidget: WidgetSide<FieldOf<'team'>, WireOf<'team'>> = { Widget: TeamWidget };

function TeamWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'team'>, WireOf<'team'>>): ReactNode {
  return (
    <RecordPicker
      {...state}
      entity="team"
      filter={field.filter}
      values={value === null ? [] : [value]}
      onValues={([chosen]) => onChange(chosen ?? null)}
    />
  );
}
