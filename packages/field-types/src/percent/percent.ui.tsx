// How a percentage looks in lists and in read mode.
import type { ReactNode } from 'react';
import { formatNumber } from '../ui/format.ts';
import { Line } from '../ui/line.tsx';
import { useFieldScreen } from '../ui/screen.ts';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const percentCell: CellSide<FieldOf<'percent'>, WireOf<'percent'>> = {
  Cell: PercentCell,
  align: 'end',
  width: 90,
};

function PercentCell({ value, density }: CellProps<FieldOf<'percent'>, WireOf<'percent'>>): ReactNode {
  const { language } = useFieldScreen();
  return (
    <Line density={density} look="number">
      {formatNumber(value, language, { maximumFractionDigits: 20 })}%
    </Line>
  );
}
