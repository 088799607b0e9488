// A box to tick, with the field’s label beside it.
import type { ReactNode } from 'react';
import { Checkbox } from 'antd';
import { inputProps } from '../ui/input-props.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const booleanWidget: WidgetSide<FieldOf<'boolean'>, WireOf<'boolean'>> = {
  Widget: BooleanWidget,
  ownLabel: true,
};

function BooleanWidget({
  field: _field,
  name: _name,
  value,
  onChange,
  label,
  ...state
}: WidgetProps<FieldOf<'boolean'>, WireOf<'boolean'>>): ReactNode {
  const { placeholder: _placeholder, status: _status, ...input } = inputProps(state);
  return (
    <Checkbox {...input} checked={value ?? false} onChange={(event) => onChange(event.target.checked)}>
      {label}
    </Checkbox>
  );
}
