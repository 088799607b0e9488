// The navigation at the left: app, search, pages by group, and who is logged in. Folds to its icons, and remembers that.
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ToolButton } from '@trellis/ui/tool-button';
import { Icon } from '@trellis/ui/icon';
import { modKey } from '@trellis/ui/keys';
import { ProfileMenu } from './profile-menu.tsx';
import { AppMenu } from './app-menu.tsx';
import { useCurrentApp, useNavigationGroups } from './apps.ts';
import { NavigationLinks } from './navigation-links.tsx';
import { useShell } from './shell-context.ts';
import styles from './sidebar.module.css';

const storageKey = 'trellis.navigation';

export function Sidebar(): ReactNode {
  const { t } = useTranslation('shell');
  const { openPalette } = useShell();
  const { app } = useCurrentApp();
  const groups = useNavigationGroups(app);
  const [folded, setFolded] = useState(() => window.localStorage.getItem(storageKey) === 'folded');
  const toggle = (): void => {
    window.localStorage.setItem(storageKey, folded ? 'open' : 'folded');
    setFolded(!folded);
  };
  return (
    <header className={styles.sidebar} data-folded={folded}>
      <div className={styles.top}>
        <AppMenu folded={folded} />
        {!folded && (
          <ToolButton
            icon="panel-left-close"
            aria-label={t('collapse_navigation')}
            title={t('collapse_navigation')}
            onClick={toggle}
          />
        )}
      </div>
      <button
        type="button"
        className={styles.search}
        onClick={openPalette}
        aria-label={folded ? t('search_or_command') : undefined}
      >
        <Icon name="search" size={15} />
        {!folded && (
          <>
            <span>{t('search_or_command')}</span>
            <span className={styles.keys}>
              <kbd>{modKey}</kbd>
              <kbd>K</kbd>
            </span>
          </>
        )}
      </button>
      <nav className={styles.pages} aria-label={t('navigation')}>
        <NavigationLinks groups={groups} folded={folded} />
      </nav>
      <div className={styles.bottom}>
        {folded && (
          <ToolButton
            icon="panel-left-open"
            aria-label={t('expand_navigation')}
            title={t('expand_navigation')}
            onClick={toggle}
          />
        )}
        <ProfileMenu folded={folded} />
      </div>
    </header>
  );
}
