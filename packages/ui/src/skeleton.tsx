// Grey lines where text will be, so that nothing jumps when it comes.
import type { ReactNode } from 'react';
import styles from './skeleton.module.css';

export function Skeleton({
  lines = 1,
  height = 12,
  gap = 12,
}: {
  lines?: number;
  height?: number;
  gap?: number;
}): ReactNode {
  return (
    <div className={styles['lines']} style={{ gap }} aria-hidden>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles['line']} style={{ height, width: `${widths[line % widths.length]}%` }} />
      ))}
    </div>
  );
}

const widths = [72, 88, 64, 80, 56, 92];
