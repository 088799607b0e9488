// The bar on top: where one is, how much the draft holds, and the ways on: undo, discard, see what it would do.
import type { ReactNode } from 'react';
import { Button, Popconfirm } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import { modKey } from '@trellis/ui/keys';
import styles from './draft-bar.module.css';
import { useDraftInHand } from './draft-provider.tsx';

export function DraftBar({ showTree }: { readonly showTree: (() => void) | undefined }): ReactNode {
  const { t } = useTranslation('designer');
  const navigate = useNavigate();
  const { items, published, saving, failure, canUndo, undo, discard } = useDraftInHand();
  const count = items.length;
  return (
    <header className={styles.bar}>
      {showTree && <Button type="text" icon={<Icon name="menu" />} aria-label={t('model')} onClick={showTree} />}
      <Link to="/" className={styles.name}>
        {t('designer')}
      </Link>
      <span className={styles.state} role="status">
        {count === 0 ? t('no_changes', { version: published.version }) : t('items_changed', { count })}
        {saving ? ` · ${t('saving')}` : failure !== null && ` · ${t('not_saved')}`}
      </span>
      <Button
        type="text"
        size="small"
        disabled={!canUndo}
        icon={<Icon name="undo-2" size={14} />}
        title={`${modKey} Z`}
        aria-label={t('undo')}
        onClick={undo}
      />
      {count > 0 && (
        <Popconfirm
          title={t('discard_question', { count })}
          okText={t('discard')}
          cancelText={t('cancel')}
          onConfirm={discard}
        >
          <Button size="small">{t('discard')}</Button>
        </Popconfirm>
      )}
      <Button size="small" type="primary" disabled={count === 0} onClick={() => void navigate({ to: '/publish' })}>
        {t('review_publish')}
      </Button>
      <a href="/" className={styles.leave} aria-label={t('to_product')}>
        <Icon name="external-link" size={14} /> <span>{t('to_product')}</span>
      </a>
    </header>
  );
}
