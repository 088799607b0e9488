// On a phone: a bar on top with the way to navigation and search; the navigation itself slides in from the left.
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ToolButton } from '@trellis/ui/tool-button';
import { useModel } from '@trellis/renderer/model';
import { ProfileMenu } from './profile-menu.tsx';
import { AppMenu } from './app-menu.tsx';
import { useCurrentApp, useNavigationGroups } from './apps.ts';
import { NavigationLinks } from './navigation-links.tsx';
import { useShell } from './shell-context.ts';
import styles from './phone-bar.module.css';

export function PhoneBar({ open, close }: { open: boolean; close(): void }): ReactNode {
  const { t } = useTranslation('shell');
  const { openNavigation, openPalette } = useShell();
  const model = useModel();
  const { app } = useCurrentApp();
  return (
    <header className={styles.bar}>
      <ToolButton icon="menu" aria-label={t('open_navigation')} aria-expanded={open} onClick={openNavigation} />
      <span className={styles.title}>{model.label(app?.label, 'Trellis')}</span>
      <ToolButton icon="search" aria-label={t('search_or_command')} onClick={openPalette} />
      {open && <NavigationSheet close={close} />}
    </header>
  );
}

function NavigationSheet({ close }: { close(): void }): ReactNode {
  const { t } = useTranslation('shell');
  const { app } = useCurrentApp();
  const groups = useNavigationGroups(app);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={t('navigation')}
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div className={styles.inside}>
        <div className={styles.top}>
          <AppMenu folded={false} />
          <ToolButton icon="x" aria-label={t('close_navigation')} onClick={close} />
        </div>
        <nav className={styles.pages} aria-label={t('navigation')}>
          <NavigationLinks groups={groups} />
        </nav>
        <ProfileMenu />
      </div>
    </dialog>
  );
}
