// How pictures look in lists and in read mode.
import type { ReactNode } from 'react';
import { filesOf } from '../file/files-of.ts';
import type { CellProps, CellSide, FieldOf, WireOf } from '../ui/contract.ts';
import styles from '../ui/field.module.css';

export const imageCell: CellSide<FieldOf<'image'>, WireOf<'image'>> = { Cell: ImageCell, align: 'start', width: 100 };

function ImageCell({ value, density }: CellProps<FieldOf<'image'>, WireOf<'image'>>): ReactNode {
  return (
    <span className={styles.chips}>
      {filesOf(value).map((file) => (
        <img
          key={file.id}
          className={density === 'line' ? styles.thumbnail : styles.picture}
          src={`/api/files/${file.id}`}
          alt={file.name}
          loading="lazy"
        />
      ))}
    </span>
  );
}
