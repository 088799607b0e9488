// How a web address looks in lists and in read mode.
import type { ReactNode } from 'react';
import styles from '../ui/field.module.css';
import { Line } from '../ui/line.tsx';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const urlCell: CellSide<FieldOf<'url'>, WireOf<'url'>> = { Cell: UrlCell, align: 'start', width: 200 };

function UrlCell({ value, density }: CellProps<FieldOf<'url'>, WireOf<'url'>>): ReactNode {
  return (
    <Line density={density}>
      <a className={styles.link} href={value} target="_blank" rel="noopener noreferrer">
        {value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
      </a>
    </Line>
  );
}
