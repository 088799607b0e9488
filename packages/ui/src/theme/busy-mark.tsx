// What turns in a button while its work is under way. antd's own is called "loading" and leaves by a motion whose end can be
// missed when the work was quick: the button would then be "loading Save" to whoever hears it, for good.
import type { ReactNode } from 'react';
import styles from './busy-mark.module.css';

export function BusyMark(): ReactNode {
  return <span className={styles.busy} aria-hidden />;
}
