// The start page leads on to the app's own; where there is none yet, those who can make the first entity are led there.
import type { ReactNode } from 'react';
import { Button } from 'antd';
import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useModel } from '@trellis/renderer/model';
import { EmptyState } from '@trellis/ui/empty-state';
import { homeOf, useCurrentApp } from './apps.ts';

export function Home(): ReactNode {
  const { t } = useTranslation('shell');
  const model = useModel();
  const { app } = useCurrentApp();
  const home = homeOf(model, app);
  if (!home) {
    if (!model.me.rights.includes('designer'))
      return <EmptyState icon="blocks" title={t('home_empty')} text={t('home_empty_hint')} />;
    const start = (
      <Button type="primary" href="/designer/new-entity">
        {t('home_start')}
      </Button>
    );
    return <EmptyState icon="blocks" title={t('home_empty')} text={t('home_empty_designer')} actions={start} />;
  }
  const search = home.view === undefined ? {} : { view: home.view };
  return <Navigate to="/$entity" params={{ entity: home.entity }} search={search} replace />;
}
