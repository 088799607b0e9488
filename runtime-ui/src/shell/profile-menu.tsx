// The logged-in user: settings, theme, language, keys, log out.
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useClient } from '@trellis/renderer/client';
import { useModel } from '@trellis/renderer/model';
import { Avatar } from '@trellis/ui/avatar';
import { Icon } from '@trellis/ui/icon';
import { languageNames, languages } from '@trellis/ui/language';
import { Menu, type MenuItem } from '@trellis/ui/menu';
import { useAppearance } from '@trellis/ui/theme';
import { useOwnLanguage } from '../settings/use-own-language.ts';
import { useShell } from './shell-context.ts';
import styles from './profile-menu.module.css';

export function ProfileMenu({ folded = false }: { folded?: boolean }): ReactNode {
  const { t } = useTranslation('shell');
  const { me } = useModel();
  const client = useClient();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { mode, choose } = useAppearance();
  const { openKeys } = useShell();
  const language = useOwnLanguage();

  const logOut = async (): Promise<void> => {
    await client.logout();
    await navigate({ to: '/login' });
    queries.clear();
  };
  const items: MenuItem[] = [
    { key: 'settings', label: t('settings'), icon: 'settings', run: () => void navigate({ to: '/settings' }) },
    {
      key: 'theme',
      label: mode === 'dark' ? t('light_theme') : t('dark_theme'),
      icon: mode === 'dark' ? 'sun' : 'moon',
      run: () => choose(mode === 'dark' ? 'light' : 'dark'),
    },
    ...languages
      .filter((other) => other !== language.current)
      .map((other) => ({
        key: other,
        label: languageNames[other],
        icon: 'languages',
        run: () => void language.choose(other),
      })),
    { key: 'keys', label: t('keys'), icon: 'keyboard', hint: <kbd>?</kbd>, run: openKeys },
    ...(me.rights.includes('designer')
      ? [{ key: 'designer', label: t('designer'), icon: 'pencil', run: () => window.location.assign('/designer/') }]
      : []),
    { kind: 'separator', key: 'line' },
    { key: 'log-out', label: t('log_out'), icon: 'log-out', run: () => void logOut() },
  ];
  return (
    <Menu label={t('profile')} items={items} placement="topLeft" width={220}>
      <button type="button" className={styles.profile}>
        <span aria-hidden>
          <Avatar name={me.user.name} size={24} />
        </span>
        <span className="visually-hidden">{t('profile')}: </span>
        {folded ? (
          <span className="visually-hidden">{me.user.name}</span>
        ) : (
          <>
            <span className={styles.name}>{me.user.name}</span>
            <Icon name="ellipsis" size={15} className={styles.dots} />
          </>
        )}
      </button>
    </Menu>
  );
}
