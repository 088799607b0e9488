// The places that use something, each a link to itself.
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useItemLabel } from './use-item-label.ts';
import type { Use } from './uses.ts';
import styles from './browser.module.css';

export function UseList({ uses }: { readonly uses: readonly Use[] }): ReactNode {
  const { t } = useTranslation('designer');
  const labels = useItemLabel();
  if (uses.length === 0) return <p className={styles.quiet}>{t('used_nowhere')}</p>;
  return (
    <ul className={styles.uses}>
      {uses.map((use) => (
        <li key={JSON.stringify(use)}>
          <span>{use.part ? labels.part(use.part.group) : labels.kind(use.kind)}</span>
          {link(use)}
        </li>
      ))}
    </ul>
  );

  function link({ kind, name, part }: Use): ReactNode {
    if (kind === 'entity') {
      const search = part?.group === 'fields' ? { field: part.name } : {};
      const text = part ? labels.member(name, part) : labels.item(kind, name);
      return (
        <Link to="/entities/$entity" params={{ entity: name }} search={search}>
          {text}
        </Link>
      );
    }
    if (kind === 'sample_data') return name;
    return (
      <Link to="/items/$kind/$name" params={{ kind, name }}>
        {labels.item(kind, name)}
      </Link>
    );
  }
}
