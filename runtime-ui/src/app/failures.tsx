// What stands in the place of a screen that failed, or that does not exist.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@trellis/ui/empty-state';
import { Failure } from '@trellis/ui/failure';

export function RouteFailure({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return <Failure error={error} retry={retry} />;
}

export function PageMissing(): ReactNode {
  const { t } = useTranslation('shell');
  return <EmptyState icon="route" title={t('page_missing')} text={t('page_missing_hint')} actions={<ToStart />} />;
}

/** The entity of the address is not there, or not the asker's to see. */
export function EntityMissing(): ReactNode {
  const { t } = useTranslation('shell');
  return <EmptyState icon="route" title={t('no_such_entity')} text={t('no_such_entity_hint')} actions={<ToStart />} />;
}

function ToStart(): ReactNode {
  const { t } = useTranslation('shell');
  const router = useRouter();
  return <Button onClick={() => void router.navigate({ to: '/' })}>{t('to_start')}</Button>;
}
