// The title of another record as a link to it.
import type { ReactNode } from 'react';
import styles from './field.module.css';
import { useFieldScreen, type Reference } from './screen.ts';

export function RecordLink({ entity, to }: { readonly entity: string; readonly to: Reference }): ReactNode {
  const screen = useFieldScreen();
  const address = { entity, id: to.id };
  return (
    <a className={styles.link} href={screen.hrefOf(address)} onClick={(event) => screen.open(address, event)}>
      {to.title || screen.entityLabel(entity).one}
    </a>
  );
}
