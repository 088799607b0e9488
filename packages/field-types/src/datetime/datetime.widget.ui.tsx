// Picks an instant, in the user’s time zone.
import type { ReactNode } from 'react';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { datetimeFormat } from '../ui/date-formats.ts';
import { inputProps } from '../ui/input-props.ts';
import { pickerComponents, usePickerText } from '../ui/picker-input.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import { textContextOf } from '../ui/text-context.ts';
import { datetime } from './datetime.ts';
import type { FieldOf, WidgetProps, WidgetSide, WireOf } from '../ui/contract.ts';

export const datetimeWidget: WidgetSide<FieldOf<'datetime'>, WireOf<'datetime'>> = { Widget: DatetimeWidget };

function DatetimeWidget({
  field,
  name: _name,
  value,
  onChange,
  ...state
}: WidgetProps<FieldOf<'datetime'>, WireOf<'datetime'>>): ReactNode {
  const screen = useFieldScreen();
  const context = textContextOf(screen, field);
  const text = usePickerText({ type: datetime, field, value, onChange });
  // The picker knows no zones: it is given the wall clock of the user's, and what it answers is read as such.
  const choose = (wallClock: string): void => {
    const read = datetime.parse(wallClock, field, context);
    if (read.ok) text.choose(read.value);
  };
  return text.provide(
    <DatePicker
      {...inputProps(state)}
      components={pickerComponents}
      needConfirm={false}
      style={{ width: '100%' }}
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format={datetimeFormat(screen.language)}
      value={text.value === null ? null : dayjs(datetime.format(text.value, field, context))}
      onChange={(instant) => (instant ? choose(instant.format('YYYY-MM-DD HH:mm')) : text.choose(null))}
      allowClear={!state.required}
    />,
  );
}
