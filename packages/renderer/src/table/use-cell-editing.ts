// Which cell of the grid is open for editing: by double click, Enter or F2; closed by saving, Esc, scrolling. Tab goes on to the next.
import { useCallback, useState, type RefObject } from 'react';
import type { CellDoubleClickedEvent, CellKeyDownEvent, FullWidthCellKeyDownEvent, GridApi } from 'ag-grid-community';
import type { RecordRow } from '@trellis/client/wire';
import type { Column } from '../list/columns.ts';
import { loadFieldFacts } from '../list/use-field-facts.ts';
import { useModel } from '../model.ts';
import { useNavigation } from '../navigation.ts';
import type { EditedCell } from './edited-cell.ts';
import type { Saved } from './use-cell-save.ts';

interface CellAddress {
  readonly row: number;
  readonly path: string;
}

export function useCellEditing(entity: string, columns: readonly Column[], api: RefObject<GridApi<RecordRow> | null>) {
  const model = useModel();
  const navigation = useNavigation();
  const [cell, setCell] = useState<(EditedCell & { readonly row: number }) | null>(null);

  const open = useCallback(
    async ({ row, path }: CellAddress): Promise<boolean> => {
      const record = api.current?.getDisplayedRowAtIndex(row)?.data;
      const column = columns.find((known) => known.path === path);
      const element = document.querySelector(`.ag-row[row-index="${row}"] .ag-cell[col-id="${path}"]`);
      const { isEditable } = await loadFieldFacts();
      if (!record || !column || !element || !isEditable(model, entity, record, path)) return false;
      setCell({ row, record, column, place: element.getBoundingClientRect() });
      return true;
    },
    [api, columns, model, entity],
  );
  const close = (next: number): void => {
    if (!cell) return;
    setCell(null);
    const at = columns.findIndex(({ path }) => path === cell.column.path);
    const column = columns[at + next] ?? cell.column;
    api.current?.ensureColumnVisible(column.path);
    api.current?.setFocusedCell(cell.row, column.path);
    if (next !== 0) void open({ row: cell.row, path: column.path });
  };

  return {
    cell,
    editor: {
      onClose: close,
      onSaved: ({ after }: Saved) => api.current?.getRowNode(after.id)?.setData(after),
    },
    openByClick(event: CellDoubleClickedEvent<RecordRow>) {
      if (event.rowIndex !== null && event.rowPinned == null)
        void open({ row: event.rowIndex, path: event.column.getColId() });
    },
    openByKey(event: CellKeyDownEvent<RecordRow> | FullWidthCellKeyDownEvent<RecordRow>) {
      if (!('column' in event) || event.rowIndex === null || event.rowPinned != null) return;
      const { event: key, data } = event;
      if (!(key instanceof KeyboardEvent) || !data) return;
      if (key.key === 'Enter' && (key.metaKey || key.ctrlKey))
        return navigation.go({ to: 'record', entity, id: data.id });
      if (key.key !== 'Enter' && key.key !== 'F2') return;
      key.preventDefault();
      const address = { row: event.rowIndex, path: event.column.getColId() };
      void open(address).then((opened) => {
        if (!opened && key.key === 'Enter') navigation.go({ to: 'record', entity, id: data.id });
      });
    },
    closeByScroll() {
      setCell(null);
    },
  };
}
