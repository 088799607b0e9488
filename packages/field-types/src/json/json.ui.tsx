// How structured data looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const jsonCell: CellSide<FieldOf<'json'>, WireOf<'json'>> = { Cell: JsonCell, align: 'start', width: 200 };

function JsonCell({ value, density }: CellProps<FieldOf<'json'>, WireOf<'json'>>): ReactNode {
  return (
    <Line density={density} look="code">
      {density === 'line' ? JSON.stringify(value) : JSON.stringify(value, null, 2)}
    </Line>
  );
}
