// The views of an entity as tabs; each is an address of its own.
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '@trellis/metadata/kinds';
import { Icon } from '@trellis/ui/icon';
import { useModel } from '../model.ts';
import { useNavigation } from '../navigation.ts';
import styles from './view-tabs.module.css';

export function ViewTabs({ views, current }: { views: readonly View[]; current: View }): ReactNode {
  const { t } = useTranslation('list');
  const model = useModel();
  const navigation = useNavigation();
  return (
    <nav className={styles.tabs} aria-label={t('views')}>
      {views.map((view) => {
        const target = { to: 'list', entity: view.entity, view: view.name } as const;
        const open = (event: MouseEvent): void => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          navigation.go(target);
        };
        return (
          <a
            key={view.name}
            href={navigation.hrefOf(target)}
            onClick={open}
            className={styles.tab}
            aria-current={view === current ? 'page' : undefined}
            ref={view === current ? showTab : undefined}
          >
            <Icon name={view.icon ?? (view.type === 'board' ? 'square-kanban' : 'table-2')} size={15} />
            {model.label(view.label, t('all'))}
          </a>
        );
      })}
    </nav>
  );
}

/** The open view is in sight, however many there are. */
function showTab(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
