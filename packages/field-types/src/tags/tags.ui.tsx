// How a set of tags looks in lists and in read mode.
import type { ReactNode } from 'react';
import { Chip } from '../ui/chip.tsx';
import styles from '../ui/field.module.css';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';

export const tagsCell: CellSide<FieldOf<'tags'>, WireOf<'tags'>> = { Cell: TagsCell, align: 'start', width: 180 };

function TagsCell({ value, density }: CellProps<FieldOf<'tags'>, WireOf<'tags'>>): ReactNode {
  return (
    <span className={`${styles.chips} ${density === 'full' ? styles.wrap : ''}`}>
      {value.map((tag) => (
        <Chip key={tag}>{tag}</Chip>
      ))}
    </span>
  );
}
