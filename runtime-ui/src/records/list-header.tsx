// The head of a list: what it is and how many, views, search, tools, the conditions that hold.
import { lazy, Suspense, type ReactNode } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '@trellis/metadata/kinds';
import type { Column, ColumnChoice } from '@trellis/renderer/columns';
import { ColumnsButton } from '@trellis/renderer/columns-button';
import { FilterButton } from '@trellis/renderer/filter-button';
import { GroupMenu } from '@trellis/renderer/group-menu';
import { ListCount } from '@trellis/renderer/list-count';
import { groupOf, type ListState } from '@trellis/renderer/list-state';
import { useModel } from '@trellis/renderer/model';
import type { RowCount } from '@trellis/renderer/row-count';
import { SearchBox } from '@trellis/renderer/search-box';
import { ViewTabs } from '@trellis/renderer/view-tabs';
import { Icon } from '@trellis/ui/icon';
import { ListMenu } from './list-menu.tsx';
import type { ListFilter } from './list-view.ts';
import styles from './list-header.module.css';

const FilterChips = lazy(() =>
  import('@trellis/renderer/filter-chips').then((file) => ({ default: file.FilterChips })),
);
const SortMenu = lazy(() => import('@trellis/renderer/sort-menu').then((file) => ({ default: file.SortMenu })));

interface ListHeaderProps {
  readonly view: View;
  readonly state: ListState;
  readonly columns: readonly Column[];
  readonly changed: boolean;
  readonly count: RowCount | undefined;
  readonly filter: ListFilter;
  readonly narrow: boolean;
  change(part: Partial<ListState>): void;
  keepChoices(choices: readonly ColumnChoice[] | undefined): void;
  onCreate(): void;
}

export function ListHeader(props: ListHeaderProps): ReactNode {
  const { view, state, columns, changed, count, filter, narrow, change, keepChoices, onCreate } = props;
  const { entity } = view;
  const { t } = useTranslation('list');
  const model = useModel();
  const searchLabel = t('search_in', { entities: model.many(entity) });
  const sorted = (narrow || view.type === 'board') && (
    <Suspense>
      <SortMenu
        iconOnly={narrow}
        entity={entity}
        columns={columns}
        sort={state.sort ?? view.sort ?? []}
        onSort={(sort) => change({ sort })}
      />
    </Suspense>
  );
  const filtered = filter.group.items.length > 0 || (view.filter !== undefined && view.filter !== true);
  return (
    <header className={styles.header} data-narrow={narrow}>
      <div className={styles.line}>
        <Icon name={model.entity(entity)?.icon} size={18} className={styles.icon} />
        <h1 className={styles.title}>{model.many(entity)}</h1>
        {view.type === 'table' && <ListCount count={count} className={styles.count} />}
        <span className={styles.space} />
        {!narrow && <SearchBox value={state.search} label={searchLabel} onChange={(search) => change({ search })} />}
        <ListMenu view={view} state={state} columns={columns} count={count} />
        {model.can('create', entity) && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={onCreate}>
            {narrow ? model.one(entity) : t('new', { entity: model.one(entity) })}
          </Button>
        )}
      </div>
      <div className={styles.line}>
        {narrow ? (
          <SearchBox value={state.search} label={searchLabel} onChange={(search) => change({ search })} />
        ) : (
          <>
            <ViewTabs views={model.views(entity)} current={view} />
            <span className={styles.space} />
          </>
        )}
        <FilterButton
          iconOnly={narrow}
          entity={entity}
          filter={filter.group}
          open={filter.open}
          startWith={filter.startWith}
          onOpen={filter.setOpen}
          onChange={filter.change}
        />
        {sorted}
        {!narrow && view.type === 'table' && (
          <>
            <GroupMenu
              entity={entity}
              group={groupOf(state, view)}
              onGroup={(group) => change({ group: group ?? (view.group === undefined ? undefined : 'none') })}
            />
            <ColumnsButton entity={entity} columns={columns} changed={changed} onChange={keepChoices} />
          </>
        )}
      </div>
      {narrow && (
        <div className={styles.line}>
          <ViewTabs views={model.views(entity)} current={view} />
        </div>
      )}
      {filtered && (
        <div className={styles.chips}>
          <Suspense>
            <FilterChips
              entity={entity}
              viewFilter={view.filter}
              filter={filter.group}
              onOpen={() => filter.setOpen(true)}
              onChange={filter.change}
            />
          </Suspense>
        </div>
      )}
    </header>
  );
}
