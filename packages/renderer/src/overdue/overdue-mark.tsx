// Marks what it holds as overdue: by colour, by a sign, and in words for those who see neither.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import styles from './overdue.module.css';

export function OverdueMark({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('record');
  return (
    <span className={styles.overdue} title={t('overdue')}>
      <Icon name="clock-alert" size={13} />
      {children}
      <span className="visually-hidden">{t('overdue')}</span>
    </span>
  );
}
