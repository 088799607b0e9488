// Picks a day, or takes one that is typed.
import type { ReactNode } from 'react';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { dateFormats } from '../ui/date-formats.ts';
import { inputProps } from '../ui/input-props.ts';
import { useFieldScreen } from '../ui/screen.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const dateWidget: WidgetSide<FieldOf<'date'>, WireOf<'date'>> = { Widget: DateWidget };

function DateWidget({
  field: _field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'date'>, WireOf<'date'>>): ReactNode {
  const { language } = useFieldScreen();
  return (
    <DatePicker
      {...inputProps(state)}
      style={{ width: '100%' }}
      format={dateFormats(language)}
      value={value === null ? null : dayjs(value)}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
      allowClear={!state.required}
    />
  );
}
