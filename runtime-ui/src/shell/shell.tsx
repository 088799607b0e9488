// The frame around every screen of a logged-in user: navigation, command palette, keys, and what the renderer needs around it.
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useRouteContext, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ModelProvider } from '@trellis/renderer/provider';
import { useKeys } from '@trellis/ui/keys';
import { useNarrow } from '@trellis/ui/use-narrow';
import { PagePending } from '../app/page-pending.tsx';
import { meQuery, metadataQuery } from '../app/session.ts';
import { useRouterNavigation } from './navigation.ts';
import { PhoneBar } from './phone-bar.tsx';
import { ShellContext } from './shell-context.ts';
import { Sidebar } from './sidebar.tsx';
import styles from './shell.module.css';

const CommandPalette = lazy(() => import('./command-palette.tsx').then((file) => ({ default: file.CommandPalette })));
const KeyHelp = lazy(() => import('./key-help.tsx').then((file) => ({ default: file.KeyHelp })));

type Opened = 'palette' | 'keys' | 'navigation' | null;

export function Shell(): ReactNode {
  const { client } = useRouteContext({ from: '__root__' });
  const { data: me } = useSuspenseQuery(meQuery(client));
  const { data: metadata } = useSuspenseQuery(metadataQuery(client));
  const navigation = useRouterNavigation();
  const { t } = useTranslation('shell');
  const narrow = useNarrow();
  const [opened, setOpened] = useState<Opened>(null);
  useNewerMetadata(me.metadata_version, metadata.version);
  useClosedByLeaving(() => setOpened(null));
  useKeys({ 'mod+k': () => setOpened('palette'), '?': () => setOpened('keys') });

  const close = (): void => setOpened(null);
  const actions = {
    openPalette: () => setOpened('palette'),
    openKeys: () => setOpened('keys'),
    openNavigation: () => setOpened('navigation'),
  };
  return (
    <ModelProvider metadata={metadata} me={me} client={client} navigation={navigation}>
      <ShellContext value={actions}>
        <a href="#content" className={styles.skip}>
          {t('skip_to_content')}
        </a>
        <div className={styles.shell} data-narrow={narrow}>
          {narrow ? <PhoneBar open={opened === 'navigation'} close={close} /> : <Sidebar />}
          <main id="content" className={styles.content} tabIndex={-1}>
            <Suspense fallback={<PagePending />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
        <Suspense>
          {opened === 'palette' && <CommandPalette close={close} />}
          {opened === 'keys' && <KeyHelp close={close} />}
        </Suspense>
      </ShellContext>
    </ModelProvider>
  );
}

/** Somebody has published since: the screens follow without a reload. */
function useNewerMetadata(published: number, loaded: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (published > loaded) void queries.invalidateQueries({ queryKey: ['metadata'] });
  }, [queries, published, loaded]);
}

function useClosedByLeaving(close: () => void): void {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [last, setLast] = useState(path);
  if (last !== path) {
    setLast(path);
    close();
  }
}
