// The frame of most cells: one line that ends in an ellipsis, or free text where there is room.
import type { ReactNode } from 'react';
import type { Density } from './contract.ts';
import styles from './field.module.css';

export interface LineProps {
  readonly density: Density;
  readonly look?: 'text' | 'number' | 'code' | 'quiet';
  readonly title?: string;
  readonly children: ReactNode;
}

export function Line({ density, look = 'text', title, children }: LineProps): ReactNode {
  const frame = density === 'line' ? styles.line : styles.full;
  return (
    <span className={`${frame} ${look === 'text' ? '' : styles[look]}`} title={title}>
      {children}
    </span>
  );
}
