// Which app one is in, and the others; one app alone is only a name.
import type { ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useModel } from '@trellis/renderer/model';
import { Icon } from '@trellis/ui/icon';
import { Logo } from '@trellis/ui/logo';
import { Menu } from '@trellis/ui/menu';
import { homeOf, useCurrentApp } from './apps.ts';
import styles from './app-menu.module.css';

export function AppMenu({ folded }: { folded: boolean }): ReactNode {
  const { t } = useTranslation('shell');
  const model = useModel();
  const navigate = useNavigate();
  const { apps, app, choose } = useCurrentApp();
  const name = model.label(app?.label, 'Trellis');
  const face = (
    <>
      <Logo size={22} />
      {!folded && <span className={styles.name}>{name}</span>}
    </>
  );
  if (apps.length < 2) return <div className={styles.app}>{face}</div>;

  const items = apps.map((other) => ({
    key: other.name,
    label: model.label(other.label, other.name),
    icon: other.icon ?? 'layout-grid',
    checked: other === app,
    run: () => {
      choose(other.name);
      const home = homeOf(model, other);
      if (home)
        void navigate({
          to: '/$entity',
          params: { entity: home.entity },
          search: home.view ? { view: home.view } : {},
        });
    },
  }));
  return (
    <Menu label={t('apps')} items={items} width={216}>
      <button type="button" className={styles.app} aria-label={folded ? name : undefined}>
        {face}
        {!folded && <Icon name="chevrons-up-down" size={14} className={styles.arrows} />}
      </button>
    </Menu>
  );
}
