// Chooses several options.
import type { ReactNode } from 'react';
import { useParentValue } from '../ui/dependent-options.ts';
import { OptionSelect } from '../ui/option-select.tsx';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const multiSelectWidget: WidgetSide<FieldOf<'multi_select'>, WireOf<'multi_select'>> = {
  Widget: MultiSelectWidget,
};

function MultiSelectWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'multi_select'>, WireOf<'multi_select'>>): ReactNode {
  const parent = useParentValue(field, state);
  return (
    <OptionSelect
      {...state}
      multiple
      optionsOf={field.options}
      parent={parent}
      values={value ?? []}
      onValues={(chosen) => onChange(chosen.length === 0 ? null : chosen)}
    />
  );
}
