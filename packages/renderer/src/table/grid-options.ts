// The grid's settings that are the same for every list.
import type { GridApi, GridOptions, SelectionColumnDef } from 'ag-grid-community';
import type { RecordRow } from '@trellis/client/wire';
import { isGroupHead } from './grouped-source.ts';
import type { ColumnChoice } from '../list/columns.ts';

const selectionColumnDef: SelectionColumnDef = {
  pinned: 'left',
  width: 44,
  minWidth: 44,
  maxWidth: 44,
  resizable: false,
  suppressHeaderMenuButton: true,
};

export const gridOptions = {
  rowModelType: 'infinite',
  cacheBlockSize: 100,
  maxBlocksInCache: 30,
  maxConcurrentDatasourceRequests: 2,
  blockLoadDebounceMillis: 40,
  infiniteInitialRowCount: 30,
  rowBuffer: 8,
  getRowId: ({ data }) => data.id,
  defaultColDef: {
    resizable: true,
    sortable: false,
    suppressKeyboardEvent: () => false,
    // Our cells read the row, the grid knows no values of theirs: to it, none would ever change.
    equals: () => false,
  },
  selectionColumnDef,
  rowSelection: {
    mode: 'multiRow',
    checkboxes: true,
    headerCheckbox: false,
    enableClickSelection: false,
    isRowSelectable: ({ data }) => !isGroupHead(data),
  },
  suppressCellFocus: false,
  suppressDragLeaveHidesColumns: true,
  suppressScrollOnNewData: false,
  animateRows: false,
  suppressMultiSort: true,
} satisfies GridOptions<RecordRow>;

/** The columns as they stand now, in order, with the widths they were given. */
export function arrangedColumns(api: GridApi<RecordRow>): readonly ColumnChoice[] {
  return api
    .getAllDisplayedColumns()
    .filter((column) => !column.getColId().startsWith('ag-Grid-'))
    .map((column) => ({ path: column.getColId(), width: column.getActualWidth() }));
}
