// Picks a day, or takes one that is typed.
import type { ReactNode } from 'react';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { dateFormat } from '../ui/date-formats.ts';
import { inputProps } from '../ui/input-props.ts';
import { pickerComponents, usePickerText } from '../ui/picker-input.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import { date } from './date.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const dateWidget: WidgetSide<FieldOf<'date'>, WireOf<'date'>> = { Widget: DateWidget };

function DateWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'date'>, WireOf<'date'>>): ReactNode {
  const { language } = useFieldScreen();
  const text = usePickerText({ type: date, field, value, onChange });
  return text.provide(
    <DatePicker
      {...inputProps(state)}
      components={pickerComponents}
      style={{ width: '100%' }}
      format={dateFormat(language)}
      value={text.value === null ? null : dayjs(text.value)}
      onChange={(day) => text.choose(day ? day.format('YYYY-MM-DD') : null)}
      allowClear={!state.required}
    />,
  );
}
