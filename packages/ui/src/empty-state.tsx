// Where there is nothing yet: what belongs here, and the buttons that bring the first of it.
import type { ReactNode } from 'react';
import { Icon } from './icon/icon.tsx';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon?: string | undefined;
  readonly title: string;
  readonly text?: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ icon, title, text, actions }: EmptyStateProps): ReactNode {
  return (
    <div className={styles['empty']}>
      {icon && (
        <span className={styles['badge']}>
          <Icon name={icon} size={22} />
        </span>
      )}
      <h2 className={styles['title']}>{title}</h2>
      {text && <p className={styles['text']}>{text}</p>}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
