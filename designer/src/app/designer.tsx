// The frame of the designer: the draft on top, what exists at the left, the page.
import { Suspense, useMemo, useState, type ReactNode } from 'react';
import { Outlet, useRouteContext, useRouter } from '@tanstack/react-router';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ModelProvider } from '@trellis/renderer/provider';
import type { Navigation, Target } from '@trellis/renderer/navigation';
import { EmptyState } from '@trellis/ui/empty-state';
import { Skeleton } from '@trellis/ui/skeleton';
import { useNarrow } from '@trellis/ui/use-narrow';
import { ModelTree } from '../browser/model-tree.tsx';
import { DraftBar } from '../draft/draft-bar.tsx';
import { DraftProvider } from '../draft/draft-provider.tsx';
import { MovedBase } from '../draft/moved-base.tsx';
import styles from './designer.module.css';
import { meQuery, metadataQuery } from './session.ts';

export function Designer(): ReactNode {
  const { t } = useTranslation('designer');
  const { client } = useRouteContext({ from: '__root__' });
  const router = useRouter();
  const me = useSuspenseQuery(meQuery(client)).data;
  const metadata = useSuspenseQuery(metadataQuery(client)).data;
  const isNarrow = useNarrow();
  const [treeOpen, setTreeOpen] = useState(false);
  const navigation = useMemo(() => runtimeNavigation(), []);
  if (!me.rights.includes('designer')) {
    return <EmptyState icon="lock" title={t('no_right')} text={t('no_right_hint')} />;
  }
  const tree = <ModelTree onChosen={() => setTreeOpen(false)} />;
  return (
    <ModelProvider metadata={metadata} me={me} client={client} navigation={navigation}>
      <DraftProvider published={metadata} client={client} onPublished={() => void router.invalidate()}>
        <div className={styles.frame}>
          <DraftBar showTree={isNarrow ? () => setTreeOpen(!treeOpen) : undefined} />
          {(!isNarrow || treeOpen) && (
            <nav aria-label={t('model')} className={styles.tree}>
              {tree}
            </nav>
          )}
          <main className={styles.page}>
            <MovedBase />
            <Suspense fallback={<Skeleton lines={8} gap={18} />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </DraftProvider>
    </ModelProvider>
  );
}

/** Links to records lead out of the designer. */
function runtimeNavigation(): Navigation {
  return {
    hrefOf: (target) => addressOf(target),
    go: (target) => window.location.assign(addressOf(target)),
    back: (otherwise) => window.location.assign(addressOf(otherwise)),
    guard: () => () => undefined,
  };
}

function addressOf(target: Target): string {
  if (target.to === 'home') return '/';
  if (target.to === 'trash') return `/trash/${target.entity}`;
  const last =
    target.to === 'record'
      ? `/${target.id}`
      : target.to === 'create'
        ? '/new'
        : target.to === 'import'
          ? '/import'
          : '';
  return `/${target.entity}${last}`;
}
