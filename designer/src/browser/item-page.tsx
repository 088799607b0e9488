// A form, view, page, app, role or option set, told in words, and who uses it.
import type { ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@trellis/ui/empty-state';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import styles from './browser.module.css';
import { OutlineOf } from './outline.tsx';
import { useItemLabel } from './use-item-label.ts';
import { UseList } from './use-list.tsx';
import { useReferences } from './use-references.ts';

export function ItemPage(): ReactNode {
  const { t } = useTranslation('designer');
  const { kind, name } = useParams({ from: '/items/$kind/$name' });
  const { model } = useDraftInHand();
  const labels = useItemLabel();
  const uses = useReferences(kind, name).of();
  const outline = <OutlineOf kind={kind} name={name} model={model} />;
  const exists = labels.item(kind, name) !== '';
  if (!exists) return <EmptyState icon="circle-alert" title={t('no_such_item')} />;
  return (
    <>
      <header className={styles.head}>
        <div>
          <small className={styles.quiet}>{labels.kind(kind)}</small>
          <h1 className={styles.title}>{labels.item(kind, name)}</h1>
          <code>{name}</code>
        </div>
      </header>
      {outline}
      <section className={styles.related}>
        <h2>{t('used_by')}</h2>
        {uses && <UseList uses={uses} />}
      </section>
    </>
  );
}
