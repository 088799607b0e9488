// Chooses one option.
import type { ReactNode } from 'react';
import { useParentValue } from '../ui/dependent-options.ts';
import { OptionSelect } from '../ui/option-select.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const selectWidget: WidgetSide<FieldOf<'select'>, WireOf<'select'>> = { Widget: SelectWidget };

function SelectWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'select'>, WireOf<'select'>>): ReactNode {
  const parent = useParentValue(field, state);
  return (
    <OptionSelect
      {...state}
      optionsOf={field.options}
      parent={parent}
      values={value === null ? [] : [value]}
      onValues={([chosen]) => onChange(chosen ?? null)}
    />
  );
}
