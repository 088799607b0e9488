// How a chosen option looks in lists and in read mode.
import type { ReactNode } from 'react';
import { OptionChips } from '../ui/chip.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const selectCell: CellSide<FieldOf<'select'>, WireOf<'select'>> = {
  Cell: SelectCell,
  align: 'start',
  width: 130,
};

function SelectCell({ field, value }: CellProps<FieldOf<'select'>, WireOf<'select'>>): ReactNode {
  return <OptionChips optionsOf={field.options} values={[value]} wrap={false} />;
}
