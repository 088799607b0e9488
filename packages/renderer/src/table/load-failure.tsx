// Rows that could not be loaded: why, in the user's language, and a way to try again. It lies over the rows that are there.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOf, ServerUnreachable } from '@trellis/client/problem';
import styles from './record-table.module.css';

export function LoadFailure({ error, retry }: { readonly error: unknown; retry(): void }): ReactNode {
  const { t } = useTranslation(['list', 'common']);
  const problem = problemOf(error);
  const reason = error instanceof ServerUnreachable ? t('common:server_unreachable') : problem?.detail;
  return (
    <div className={styles.failure} role="alert">
      {reason ?? problem?.title ?? t('not_loaded')}
      <Button size="small" onClick={retry}>
        {t('common:try_again')}
      </Button>
    </div>
  );
}
