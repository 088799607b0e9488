// The head of a column: its name sorts, the arrow tells how; the menu sorts, filters by it, and hides it.
import { useState, type ReactNode } from 'react';
import type { CustomHeaderProps } from 'ag-grid-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '@trellis/ui/icon';
import { Menu, type MenuItem } from '@trellis/ui/menu';
import type { Column } from '../list/columns.ts';
import { useFieldFacts } from '../list/use-field-facts.ts';
import styles from './column-head.module.css';

export interface ColumnHeadActions {
  sortBy(path: string): void;
  sortAs(sort: readonly string[]): void;
  hide(path: string): void;
  filterBy(path: string): void;
}

export interface ColumnHeadParams {
  readonly info: Column;
  readonly direction: 'asc' | 'desc' | undefined;
  readonly end: boolean;
  readonly actions: ColumnHeadActions;
}

export function ColumnHead({ info, direction, end, actions }: CustomHeaderProps & ColumnHeadParams): ReactNode {
  const { t } = useTranslation('list');
  const [near, setNear] = useState(false);
  const sortable = useFieldFacts(near)?.isSortable(info.field) ?? true;
  const sortItems: MenuItem[] = sortable
    ? [
        { key: 'asc', label: t('sort_ascending'), icon: 'arrow-up', run: () => actions.sortAs([info.path]) },
        { key: 'desc', label: t('sort_descending'), icon: 'arrow-down', run: () => actions.sortAs([`-${info.path}`]) },
      ]
    : [];
  const items: MenuItem[] = [
    ...sortItems,
    { key: 'filter', label: t('filter_by_column'), icon: 'list-filter', run: () => actions.filterBy(info.path) },
    { kind: 'separator', key: 'line' },
    { key: 'hide', label: t('hide_column'), icon: 'eye-off', run: () => actions.hide(info.path) },
  ];
  return (
    <div className={styles.head} data-end={end} onPointerEnter={() => setNear(true)} onFocus={() => setNear(true)}>
      <button
        type="button"
        className={styles.name}
        disabled={!sortable}
        tabIndex={-1}
        title={info.label}
        onClick={() => actions.sortBy(info.path)}
      >
        <span className={styles.label}>{info.label}</span>
        {direction && (
          <Icon name={direction === 'asc' ? 'arrow-up' : 'arrow-down'} size={13} className={styles.arrow} />
        )}
      </button>
      <Menu label={info.label} items={items}>
        <button
          type="button"
          className={styles.more}
          tabIndex={-1}
          aria-label={t('column_menu', { column: info.label })}
        >
          <Icon name="chevron-down" size={14} />
        </button>
      </Menu>
    </div>
  );
}
