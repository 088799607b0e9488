// While a screen's code or data is on its way: the lines of what will be there.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '@trellis/ui/skeleton';

export function PagePending(): ReactNode {
  const { t } = useTranslation('common');
  return (
    <div style={{ padding: 24 }} role="status" aria-label={t('loading')}>
      <Skeleton lines={8} gap={20} />
    </div>
  );
}
