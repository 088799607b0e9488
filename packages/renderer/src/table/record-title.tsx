// The name of a record as the link that opens it; a click with Ctrl or the middle button opens a tab of its own.
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { useModel } from '../model.ts';
import { useNavigation } from '../navigation.ts';
import styles from './record-title.module.css';

export function RecordTitle({ entity, record }: { entity: string; record: RecordRow }): ReactNode {
  const { t } = useTranslation('list');
  const model = useModel();
  const navigation = useNavigation();
  const target = { to: 'record', entity, id: record.id } as const;
  const open = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigation.go(target);
  };
  const title = model.title(entity, record);
  return (
    <a className={styles.title} href={navigation.hrefOf(target)} onClick={open} tabIndex={-1}>
      {title === '' ? <span className={styles.untitled}>{t('untitled')}</span> : title}
    </a>
  );
}
