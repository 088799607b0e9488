// The renderer's navigation over this product's router: addresses for links, going there, and asking before changes are lost.
import { useMemo } from 'react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Navigation } from '@trellis/renderer/navigation';
import { hrefOf } from '../app/address.ts';

export function useRouterNavigation(): Navigation {
  const router = useRouter();
  const { t } = useTranslation('shell');
  const question = t('leave_question');
  return useMemo(
    () => ({
      hrefOf,
      go: (target) => void router.navigate({ href: hrefOf(target) }),
      back(otherwise) {
        if (router.history.canGoBack()) router.history.back();
        else void router.navigate({ href: hrefOf(otherwise), replace: true });
      },
      guard: (isChanged) =>
        router.history.block({
          blockerFn: () => isChanged() && !window.confirm(question),
          enableBeforeUnload: isChanged,
        }),
    }),
    [router, question],
  );
}
