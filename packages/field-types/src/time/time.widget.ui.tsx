// Picks a time of day.
import type { ReactNode } from 'react';
import { TimePicker } from 'antd';
import dayjs from 'dayjs';
import { inputProps } from '../ui/input-props.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const timeWidget: WidgetSide<FieldOf<'time'>, WireOf<'time'>> = { Widget: TimeWidget };

function TimeWidget({
  field: _field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'time'>, WireOf<'time'>>): ReactNode {
  return (
    <TimePicker
      {...inputProps(state)}
      style={{ width: '100%' }}
      format="HH:mm"
      minuteStep={5}
      value={value === null ? null : dayjs(`2000-01-01T${value}`)}
      onChange={(time) => onChange(time ? time.format('HH:mm:ss') : null)}
      allowClear={!state.required}
    />
  );
}
