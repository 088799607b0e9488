// How several chosen options looks in lists and in read mode.
import type { ReactNode } from 'react';
import { OptionChips } from '../ui/chip.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const multiSelectCell: CellSide<FieldOf<'multi_select'>, WireOf<'multi_select'>> = {
  Cell: MultiSelectCell,
  align: 'start',
  width: 180,
};

function MultiSelectCell({
  field,
  value,
  density,
}: CellProps<FieldOf<'multi_select'>, WireOf<'multi_select'>>): ReactNode {
  return <OptionChips optionsOf={field.options} values={value} wrap={density === 'full'} />;
}
