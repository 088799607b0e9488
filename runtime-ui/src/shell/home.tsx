// The start page leads on to the app's own.
import type { ReactNode } from 'react';
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
    const designer = model.me.rights.includes('designer') && <a href="/designer/">{t('command_designer')}</a>;
    return <EmptyState icon="blocks" title={t('home_empty')} text={t('home_empty_hint')} actions={designer} />;
  }
  const search = home.view === undefined ? {} : { view: home.view };
  return <Navigate to="/$entity" params={{ entity: home.entity }} search={search} replace />;
}
