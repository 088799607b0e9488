// How a telephone number looks in lists and in read mode.
import type { ReactNode } from 'react';
import styles from '../ui/field.module.css';
import { Line } from '../ui/line.tsx';
import { groupDigits } from './group-digits.ts';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const phoneCell: CellSide<FieldOf<'phone'>, WireOf<'phone'>> = { Cell: PhoneCell, align: 'start', width: 170 };

function PhoneCell({ value, density }: CellProps<FieldOf<'phone'>, WireOf<'phone'>>): ReactNode {
  return (
    <Line density={density} look="number">
      <a className={styles.link} href={`tel:${value}`}>
        {groupDigits(value)}
      </a>
    </Line>
  );
}
