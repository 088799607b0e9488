// Tags, each ended by Enter or a comma.
import type { ReactNode } from 'react';
import { Select } from 'antd';
import { inputProps } from '../ui/input-props.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const tagsWidget: WidgetSide<FieldOf<'tags'>, WireOf<'tags'>> = { Widget: TagsWidget };

function TagsWidget({
  field: _field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'tags'>, WireOf<'tags'>>): ReactNode {
  return (
    <Select<string[]>
      {...inputProps(state)}
      mode="tags"
      open={false}
      suffixIcon={null}
      style={{ width: '100%' }}
      tokenSeparators={[',', ',', '、']}
      value={[...(value ?? [])]}
      onChange={(chosen) => onChange(chosen.length === 0 ? null : chosen)}
    />
  );
}
