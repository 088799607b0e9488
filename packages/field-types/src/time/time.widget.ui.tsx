// Picks a time of day.
import type { ReactNode } from 'react';
import { TimePicker } from 'antd';
import dayjs from 'dayjs';
import { inputProps } from '../ui/input-props.ts';
import { pickerComponents, usePickerText } from '../ui/picker-input.tsx';
import { time } from './time.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const timeWidget: WidgetSide<FieldOf<'time'>, WireOf<'time'>> = { Widget: TimeWidget };

function TimeWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'time'>, WireOf<'time'>>): ReactNode {
  const text = usePickerText({ type: time, field, value, onChange });
  return text.provide(
    <TimePicker
      {...inputProps(state)}
      components={pickerComponents}
      needConfirm={false}
      style={{ width: '100%' }}
      format="HH:mm"
      minuteStep={5}
      value={text.value === null ? null : dayjs(`2000-01-01T${text.value}`)}
      onChange={(clock) => text.choose(clock ? clock.format('HH:mm:ss') : null)}
      allowClear={!state.required}
    />,
  );
}
