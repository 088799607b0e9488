// How a date looks in lists and in read mode.
import type { ReactNode } from 'react';
import { formatDate } from '../ui/format.ts';
import { Line } from '../ui/line.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const dateCell: CellSide<FieldOf<'date'>, WireOf<'date'>> = { Cell: DateCell, align: 'start', width: 120 };

function DateCell({ value, density }: CellProps<FieldOf<'date'>, WireOf<'date'>>): ReactNode {
  const { language } = useFieldScreen();
  return (
    <Line density={density} look="number">
      {formatDate(value, language)}
    </Line>
  );
}
