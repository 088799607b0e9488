// A list as a table: sorted, resized and arranged by its heads, scrolled through at any length, cells edited in place, totals below.
// The desktop's own: it brings the grid with it, so screens load it on demand.
import { lazy, Suspense, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { GridApi } from 'ag-grid-community';
import { AgGridProvider, AgGridReact } from 'ag-grid-react';
import { useTranslation } from 'react-i18next';
import type { RecordRow } from '@trellis/client/wire';
import { choicesOf, type Column, type ColumnChoice } from '../list/columns.ts';
import type { ListQuery } from '../list/list-request.ts';
import { nextSort } from '../list/list-state.ts';
import type { RowCount } from '../list/row-count.ts';
import { useEpoch } from '../list/use-epoch.ts';
import { useModel } from '../model.ts';
import { columnDefinitions } from './column-definitions.tsx';
import { gridModules } from './grid-modules.ts';
import { gridTheme } from './grid-theme.ts';
import { arrangedColumns, gridOptions } from './grid-options.ts';
import { SelectAllHead } from './select-all-head.tsx';
import { totalsId, useTotals } from './totals.ts';
import { GroupRow } from './group-row.tsx';
import { isGroupHead } from './grouped-source.ts';
import { LoadFailure } from './load-failure.tsx';
import { useCellEditing } from './use-cell-editing.ts';
import { useGrouping } from './use-grouping.ts';
import { useExactCount } from './use-exact-count.ts';
import { useGridSource } from './use-grid-source.ts';
import styles from './record-table.module.css';

const CellEditor = lazy(() => import('./cell-editor.tsx').then((file) => ({ default: file.CellEditor })));

export interface RecordTableProps {
  readonly entity: string;
  readonly columns: readonly Column[];
  /** Memoised: another object is another question. */
  readonly query: ListQuery;
  /** The field that the rows are grouped by. */
  readonly group: string | undefined;
  readonly label: string;
  readonly selection: { readonly all: boolean; readonly ids: readonly string[] };
  onSelect(selection: { all: boolean; ids: readonly string[] }): void;
  onSort(sort: readonly string[] | undefined): void;
  onColumns(columns: readonly ColumnChoice[]): void;
  onFilterBy(path: string): void;
  onCount(count: RowCount): void;
}

export function RecordTable(props: RecordTableProps): ReactNode {
  const { entity, columns, query, group, label, selection, onSelect, onSort, onColumns, onFilterBy, onCount } = props;
  const { t } = useTranslation('list');
  const model = useModel();
  const api = useRef<GridApi<RecordRow>>(null);
  const groups = useGrouping(entity, group, columns, query);
  const { grouping, toggle } = groups;
  const epoch = useEpoch(entity);
  const rows = useGridSource({ entity, query, grouping, epoch });
  const { source, count, setTotal } = rows;
  const failed = groups.failure === undefined ? rows : groups;
  const totals = useTotals(entity, columns, query);
  const editing = useCellEditing(entity, columns, api);
  const counted = totals && count?.capped ? { count: totals.count, capped: false } : count;
  const { exact, ask } = useExactCount({ entity, query, count: counted, api, setTotal });
  useEffect(() => {
    if (exact) onCount(exact);
  }, [exact?.count, exact?.capped]);

  const sort = query.sort ?? [];
  const definitions = useMemo(() => {
    const actions = {
      sortBy: (path: string) => onSort(nextSort(sort, path)),
      sortAs: onSort,
      hide: (path: string) => onColumns(choicesOf(columns).filter((column) => column.path !== path)),
      filterBy: onFilterBy,
    };
    const title = model.entity(entity)?.title;
    return columnDefinitions({ model, entity, title, columns, sort, actions });
    // The whole question: sorting by a head keeps what the list is filtered by at that moment.
  }, [model, entity, columns, query]);
  const selectionHead = useMemo(
    () => ({
      ...gridOptions.selectionColumnDef,
      headerComponent: SelectAllHead,
      headerComponentParams: { all: selection.all, some: selection.ids.length > 0, onSelect },
    }),
    [selection.all, selection.ids.length > 0],
  );
  // The grid takes every new object for a change, and reads its rows anew.
  const words = useMemo(
    () => ({
      ariaLabel: label,
      ariaRowToggleSelection: t('grid_select_row'),
      ariaRowSelectionDisabled: t('grid_not_selectable'),
      ariaRowSelect: t('grid_not_selected'),
      ariaRowDeselect: t('grid_selected'),
      ariaChecked: t('grid_checked'),
      ariaUnchecked: t('grid_unchecked'),
    }),
    [label, t],
  );
  const footer = useMemo(() => (totals ? [totals.row] : []), [totals]);
  const heads = useMemo(
    () => ({ entity, by: group, columns, isFolded: (key: string) => grouping?.folded.has(key) ?? false, toggle }),
    [entity, group, columns, grouping],
  );
  useSelectionShown(api, selection);

  return (
    <div className={styles.table} data-all={selection.all}>
      <AgGridProvider modules={gridModules}>
        <AgGridReact<RecordRow>
          {...gridOptions}
          theme={gridTheme}
          columnDefs={definitions}
          selectionColumnDef={selectionHead}
          {...(source && { datasource: source })}
          pinnedBottomRowData={footer}
          localeText={words}
          isFullWidthRow={({ rowNode }) => isGroupHead(rowNode.data)}
          fullWidthCellRenderer={GroupRow}
          fullWidthCellRendererParams={heads}
          onGridReady={(event) => {
            api.current = event.api;
          }}
          onSelectionChanged={(event) => {
            if (event.source === 'api') return;
            onSelect({
              all: false,
              ids: event.api.getSelectedNodes().flatMap(({ id }) => (id && id !== totalsId ? [id] : [])),
            });
          }}
          onColumnResized={(event) => {
            if (event.finished && event.source === 'uiColumnResized') onColumns(arrangedColumns(event.api));
          }}
          onDragStopped={(event) => {
            if (isMoved(columns, arrangedColumns(event.api))) onColumns(arrangedColumns(event.api));
          }}
          onCellDoubleClicked={editing.openByClick}
          onCellKeyDown={editing.openByKey}
          onBodyScroll={(event) => {
            editing.closeByScroll();
            if (event.direction === 'vertical') ask();
          }}
        />
      </AgGridProvider>
      {/* Its own boundary: the grid would lose its rows while the editor's texts are on their way. */}
      <Suspense>
        {editing.cell && (
          <CellEditor
            key={editing.cell.record.id + editing.cell.column.path}
            entity={entity}
            {...editing.editor}
            cell={editing.cell}
          />
        )}
      </Suspense>
      {failed.failure !== undefined && <LoadFailure error={failed.failure} retry={failed.retry} />}
    </div>
  );
}

function isMoved(columns: readonly Column[], arranged: readonly ColumnChoice[]): boolean {
  return columns.some((column, index) => column.path !== arranged[index]?.path);
}

/** Clearing from outside (Esc, after a bulk change) clears the ticks. */
function useSelectionShown(
  api: { current: GridApi<RecordRow> | null },
  selection: { all: boolean; ids: readonly string[] },
): void {
  const none = !selection.all && selection.ids.length === 0;
  useEffect(() => {
    if (none || selection.all) api.current?.deselectAll();
  }, [api, none, selection.all]);
}
