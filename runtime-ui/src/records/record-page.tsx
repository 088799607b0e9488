// The record of an address; its tab stands there too.
import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { RecordPage } from '@trellis/renderer/record-page';
import styles from './record-page.module.css';

export function RecordRoute(): ReactNode {
  const { entity, id } = useParams({ from: '/shell/$entity/$id' });
  const { tab } = useSearch({ from: '/shell/$entity/$id' });
  const navigate = useNavigate();
  return (
    <div className={styles.page}>
      <RecordPage
        key={id}
        entity={entity}
        id={id}
        tab={tab}
        onTab={(next) =>
          void navigate({ to: '/$entity/$id', params: { entity, id }, search: { tab: next }, replace: true })
        }
      />
    </div>
  );
}
