// What the words of the context are called in the reader's language.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContextLabels } from './formula-fields.ts';

export function useContextLabels(): ContextLabels {
  const { t } = useTranslation('formula');
  return useMemo(
    () => ({
      user: t('user'),
      user_roles: t('user_roles'),
      user_teams: t('user_teams'),
      old: t('old'),
      record: t('record'),
    }),
    [t],
  );
}
