// Tells that somebody else has published while the draft was in hand: that it builds on their version now, or what stands in its
// way. Nothing of a draft is thrown away before its owner says so.
import type { ReactNode } from 'react';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import { useDraftInHand } from './draft-provider.tsx';
import styles from './moved-base.module.css';

export function MovedBase(): ReactNode {
  const { t } = useTranslation('designer');
  const { items, rebase, discard } = useDraftInHand();
  if (items.length === 0 || rebase.kind === 'none') return null;
  const { version } = rebase;
  if (rebase.kind === 'done') {
    return (
      <p role="status" className={styles.notice}>
        <Icon name="info" size={14} /> {t('base_moved', { version })}
      </p>
    );
  }
  return (
    <section role="alert" className={styles.conflict}>
      <h2>{t('conflict_title', { version })}</h2>
      <p>{t('conflict_lead')}</p>
      <ul>
        {rebase.problems.map(({ path, message }) => (
          <li key={path}>
            {message} <code>{path}</code>
          </li>
        ))}
      </ul>
      <Popconfirm
        title={t('begin_anew_question', { count: items.length })}
        okText={t('begin_anew')}
        cancelText={t('cancel')}
        onConfirm={discard}
      >
        <Button>{t('begin_anew')}</Button>
      </Popconfirm>
    </section>
  );
}
