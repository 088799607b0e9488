// A new record on a page of its own, for addresses that carry values.
import type { ReactNode } from 'react';
import { useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useModel, type RecordData } from '@trellis/renderer/model';
import { useNavigation } from '@trellis/renderer/navigation';
import { RecordForm } from '@trellis/renderer/record-form';
import styles from './create-page.module.css';

export function CreatePage(): ReactNode {
  const { t } = useTranslation('list');
  const model = useModel();
  const router = useRouter();
  const navigation = useNavigation();
  const { entity } = useParams({ from: '/shell/$entity/new' });
  const { values } = useSearch({ from: '/shell/$entity/new' });
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('new', { entity: model.one(entity) })}</h1>
      <RecordForm
        entity={entity}
        values={readValues(values)}
        onSaved={(record) => navigation.go({ to: 'record', entity, id: record.id })}
        onCancel={() => router.history.back()}
      />
    </div>
  );
}

/** An address that somebody has cut short fills in nothing. */
function readValues(text: string | undefined): RecordData | undefined {
  if (text === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(text);
    return typeof values === 'object' && values !== null ? Object.fromEntries(Object.entries(values)) : undefined;
  } catch {
    return undefined;
  }
}
