// The pages of an app, grouped. Folded, only icons stay, each with its name as a tooltip.
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Icon } from '@trellis/ui/icon';
import type { NavigationGroup, NavigationLink } from './apps.ts';
import styles from './navigation-links.module.css';

interface NavigationLinksProps {
  readonly groups: readonly NavigationGroup[];
  readonly folded?: boolean;
}

export function NavigationLinks({ groups, folded = false }: NavigationLinksProps): ReactNode {
  return groups.map((group) => (
    <div key={group.key} className={styles.group} data-folded={folded}>
      {!folded && group.label && <h2 className={styles.heading}>{group.label}</h2>}
      <ul>
        {group.links.map((link) => (
          <li key={link.key}>
            <PageLink link={link} folded={folded} />
          </li>
        ))}
      </ul>
    </div>
  ));
}

function PageLink({ link, folded }: { link: NavigationLink; folded: boolean }): ReactNode {
  return (
    <Link
      to="/$entity"
      params={{ entity: link.entity }}
      search={link.view === undefined ? {} : { view: link.view }}
      className={styles.link}
      data-active={link.active}
      aria-current={link.active ? 'page' : undefined}
      {...(folded ? { title: link.label, 'aria-label': link.label } : {})}
    >
      <Icon name={link.icon} className={styles.icon} />
      {!folded && <span className={styles.label}>{link.label}</span>}
    </Link>
  );
}
