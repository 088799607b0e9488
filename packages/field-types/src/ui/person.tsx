// A person by avatar and name.
import type { ReactNode } from 'react';
import { Avatar } from '@trellis/ui/avatar';
import styles from './field.module.css';

export function Person({ name }: { readonly name: string }): ReactNode {
  return (
    <span className={styles.person}>
      <span aria-hidden="true">
        <Avatar name={name} />
      </span>
      <span className={styles.line}>{name}</span>
    </span>
  );
}
