// What exists: entities first, then apps, roles, option sets, calendars and exchange rates. A word filters all of them.
import { useState, type ReactNode } from 'react';
import { Input } from 'antd';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useModel } from '@trellis/renderer/model';
import type { Label } from '@trellis/metadata/kinds';
import { Icon } from '@trellis/ui/icon';
import { useDraftInHand } from '../draft/draft-provider.tsx';
import styles from './browser.module.css';
import { byLabel } from './by-label.ts';

interface Named {
  readonly name: string;
  readonly label?: Label | undefined;
  readonly icon?: string | undefined;
}

type Listed = 'entity' | 'app' | 'role' | 'option_set' | 'calendar' | 'exchange_rate';

export function ModelTree({ onChosen }: { onChosen(): void }): ReactNode {
  const { t } = useTranslation('designer');
  const reader = useModel();
  const { label } = reader;
  const { model, items } = useDraftInHand();
  const [words, setWords] = useState('');
  const isChanged = (kind: string, name: string): boolean =>
    items.some((item) => item.kind === kind && item.name === name);
  const matching = (all: readonly Named[]): readonly Named[] =>
    byLabel(
      all.filter((item) => `${item.name} ${label(item.label)}`.toLowerCase().includes(words.trim().toLowerCase())),
      reader,
    );

  const group = (kind: Listed, all: readonly Named[], icon: string): ReactNode => {
    const shown = matching(all);
    if (shown.length === 0) return null;
    return (
      <section key={kind}>
        <h2>{t(`kinds_${kind}`)}</h2>
        <ul>
          {shown.map((item) => (
            <li key={item.name}>
              <Link
                {...(kind === 'entity'
                  ? { to: '/entities/$entity' as const, params: { entity: item.name } }
                  : { to: '/items/$kind/$name' as const, params: { kind, name: item.name } })}
                activeProps={{ className: styles.active ?? '', 'aria-current': 'page' }}
                onClick={onChosen}
              >
                <Icon name={item.icon ?? icon} size={15} />
                <span>{label(item.label, item.name)}</span>
                {isChanged(kind, item.name) && <i title={t('changed')} aria-label={t('changed')} />}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    );
  };
  return (
    <div className={styles.tree}>
      <Input
        size="small"
        allowClear
        value={words}
        onChange={(event) => setWords(event.target.value)}
        prefix={<Icon name="search" size={13} />}
        placeholder={t('find_item')}
        aria-label={t('find_item')}
      />
      {group('entity', Object.values(model.entities), 'table-2')}
      {group('app', Object.values(model.apps), 'layout-grid')}
      {group('role', Object.values(model.roles ?? {}), 'shield')}
      {group('option_set', Object.values(model.option_sets), 'list')}
      {group('calendar', Object.values(model.calendars), 'calendar-days')}
      {group('exchange_rate', Object.values(model.exchange_rates), 'coins')}
    </div>
  );
}
