// How an e-mail address looks in lists and in read mode.
import type { ReactNode } from 'react';
import styles from '../ui/field.module.css';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const emailCell: CellSide<FieldOf<'email'>, WireOf<'email'>> = { Cell: EmailCell, align: 'start', width: 200 };

function EmailCell({ value, density }: CellProps<FieldOf<'email'>, WireOf<'email'>>): ReactNode {
  return (
    <Line density={density}>
      <a className={styles.link} href={`mailto:${value}`}>
        {value}
      </a>
    </Line>
  );
}
