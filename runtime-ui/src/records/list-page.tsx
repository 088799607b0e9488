// The list of an entity: views as tabs, search, filter, sort, columns, and the table, board or cards that they lead to. All of it
// stands in the address.
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { View } from '@trellis/metadata/kinds';
import { BulkBar } from '@trellis/renderer/bulk-bar';
import { columnsOf, type ColumnChoice } from '@trellis/renderer/columns';
import { useColumnChoices } from '@trellis/renderer/column-choices';
import { EmptyList } from '@trellis/renderer/empty-list';
import { listQuery } from '@trellis/renderer/list-request';
import { groupOf, readListState, writeListState, type ListState } from '@trellis/renderer/list-state';
import { useModel } from '@trellis/renderer/model';
import type { RowCount } from '@trellis/renderer/row-count';
import { nothingSelected, type Selection } from '@trellis/renderer/selection';
import { useKeys } from '@trellis/ui/keys';
import { useNarrow } from '@trellis/ui/use-narrow';
import { useTitle } from '@trellis/ui/use-title';
import { EntityMissing } from '../app/failures.tsx';
import { PagePending } from '../app/page-pending.tsx';
import { ListHeader } from './list-header.tsx';
import { shownView, useListFilter } from './list-view.ts';
import { NewRecord } from './new-record.tsx';
import styles from './list-page.module.css';

const RecordTable = lazy(() =>
  import('@trellis/renderer/record-table').then((file) => ({ default: file.RecordTable })),
);
const Board = lazy(() => import('@trellis/renderer/board').then((file) => ({ default: file.Board })));
const CardList = lazy(() => import('@trellis/renderer/card-list').then((file) => ({ default: file.CardList })));

export function ListPage(): ReactNode {
  const model = useModel();
  const { entity } = useParams({ from: '/shell/$entity' });
  const address = useSearch({ from: '/shell/$entity' });
  const view = shownView(model, entity, address.view);
  if (!view) return <EntityMissing />;
  return <List key={view.name} view={view} state={readListState(address)} />;
}

function List({ view, state }: { view: View; state: ListState }): ReactNode {
  const { entity } = view;
  const model = useModel();
  const narrow = useNarrow();
  useTitle(model.many(entity));
  const navigate = useNavigate();
  const [choices, keepChoices] = useColumnChoices(model.me.user.id, view.name);
  const [count, setCount] = useState<RowCount>();
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [creating, setCreating] = useState(false);
  const canCreate = model.can('create', entity);
  useKeys({ c: () => setCreating(canCreate) });

  const change = (part: Partial<ListState>): void => {
    setSelection(nothingSelected);
    const search = writeListState({ ...state, ...part });
    void navigate({ to: '/$entity', params: { entity }, search, replace: true });
  };
  const filter = useListFilter(entity, state.filter, (next) => change({ filter: next }));
  const columns = useMemo(() => columnsOf(model, view, choices), [model, view, choices]);
  const board = view.type === 'board';
  const paths = board
    ? [...(view.board?.card ?? []), ...boardPaths(model.entity(entity)?.fields, view)]
    : columns.map(({ path }) => path);
  const key = JSON.stringify([state, paths]);
  const query = useMemo(() => listQuery(model, view, state, paths), [model, view, key]);
  const narrowed = state.search !== '' || state.filter !== undefined;
  const clear = (): void => {
    filter.clear();
    change({ search: '', filter: undefined });
  };
  const tools = { view, state, columns, count, filter, narrow, change, keepChoices, changed: choices !== undefined };
  return (
    <div className={styles.page}>
      <ListHeader {...tools} onCreate={() => setCreating(true)} />
      <div className={styles.body} data-narrow={narrow && !board}>
        {!board && count?.count === 0 ? (
          <EmptyList
            entity={entity}
            narrowed={narrowed}
            partial={view.filter !== undefined}
            onClear={clear}
            onCreate={() => setCreating(true)}
          />
        ) : null}
        <div className={styles.rows} hidden={!board && count?.count === 0}>
          <Suspense fallback={<PagePending />}>
            {board && <Board view={view} query={query} />}
            {!board && narrow && <CardList entity={entity} columns={columns} query={query} onCount={setCount} />}
            {!board && !narrow && (
              <RecordTable
                entity={entity}
                label={model.many(entity)}
                columns={columns}
                query={query}
                group={groupOf(state, view)}
                selection={selection}
                onSelect={setSelection}
                onSort={(sort) => change({ sort })}
                onColumns={(next: readonly ColumnChoice[]) => keepChoices(next)}
                onFilterBy={filter.openWith}
                onCount={setCount}
              />
            )}
          </Suspense>
        </div>
        <BulkBar entity={entity} query={query} selection={selection} count={count} onSelect={setSelection} />
      </div>
      {creating && <NewRecord entity={entity} close={() => setCreating(false)} />}
    </div>
  );
}

/** What cards show beside the view's own fields. */
function boardPaths(fields: { readonly [name: string]: unknown } = {}, view: View): readonly string[] {
  const wanted = [view.board?.by, view.board?.total, 'owner', 'created_at'];
  return wanted.filter((path): path is string => path !== undefined && Object.hasOwn(fields, path));
}
