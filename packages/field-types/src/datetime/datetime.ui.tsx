// How an instant, in the user’s time zone, looks in lists and in read mode.
import type { ReactNode } from 'react';
import { formatInstant } from '../ui/format.ts';
import { Line } from '../ui/line.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const datetimeCell: CellSide<FieldOf<'datetime'>, WireOf<'datetime'>> = {
  Cell: DatetimeCell,
  align: 'start',
  width: 160,
};

function DatetimeCell({ value, density }: CellProps<FieldOf<'datetime'>, WireOf<'datetime'>>): ReactNode {
  const { language, timeZone } = useFieldScreen();
  return (
    <Line density={density} look="number">
      {formatInstant(value, language, timeZone)}
    </Line>
  );
}
