// The language of the logged-in user: kept with the user, and at once in this browser.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClient } from '@trellis/renderer/client';
import { useModel } from '@trellis/renderer/model';
import { changeLanguage } from '@trellis/ui/i18n';
import type { Language } from '@trellis/ui/language';
import { useToast } from '@trellis/ui/toast';
import { meQuery } from '../app/session.ts';

export function useOwnLanguage(): { current: string; choose(language: Language): Promise<void> } {
  const { t } = useTranslation('settings');
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  const { language } = useModel();
  return {
    current: language,
    async choose(next) {
      try {
        await client.changeMe({ language: next });
        await changeLanguage(next);
        await queries.fetchQuery({ ...meQuery(client), staleTime: 0 });
        await queries.invalidateQueries();
      } catch (error) {
        toast.show({ text: error instanceof Error ? error.message : t('not_saved'), tone: 'danger' });
      }
    },
  };
}
