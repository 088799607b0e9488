// The quiet buttons of tool bars: icon, text, a number where something is on. Icon alone needs a label.
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Icon } from './icon/icon.tsx';
import styles from './tool-button.module.css';

interface ToolButtonProps extends ComponentPropsWithRef<'button'> {
  readonly icon?: string;
  readonly count?: number;
  readonly active?: boolean;
}

export function ToolButton({ icon, count, active, children, className, ...props }: ToolButtonProps): ReactNode {
  const classes = [styles.button, children || count ? '' : styles.square, active ? styles.active : '', className ?? ''];
  return (
    <button type="button" {...props} className={classes.join(' ')}>
      {icon && <Icon name={icon} size={15} />}
      {children}
      {count ? <span className={styles.count}>{count}</span> : null}
    </button>
  );
}
