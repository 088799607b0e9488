// The grid's own description of our columns.
import type { ColDef } from 'ag-grid-community';
import type { RecordRow } from '@trellis/client/wire';
import { cellOf } from '@trellis/field-types/ui';
import type { Column } from '../list/columns.ts';
import { directionOf } from '../list/list-state.ts';
import type { Model } from '../model.ts';
import { ColumnHead, type ColumnHeadActions } from './column-head.tsx';
import { columnWidth } from './column-width.ts';
import { RecordCell } from './record-cell.tsx';

interface Definitions {
  readonly model: Model;
  readonly entity: string;
  /** The path that names the record. */
  readonly title: string | undefined;
  readonly columns: readonly Column[];
  readonly sort: readonly string[];
  readonly actions: ColumnHeadActions;
}

export function columnDefinitions({ model, entity, title, columns, sort, actions }: Definitions): ColDef<RecordRow>[] {
  const titlePath = columns.some(({ path }) => path === title) ? title : columns[0]?.path;
  // The name stays in sight, and so does a number that stands before it.
  const lastPinned = Math.min(
    Math.max(
      columns.findIndex(({ path }) => path === titlePath),
      0,
    ),
    1,
  );
  return columns.map((column, index): ColDef<RecordRow> => {
    const end = cellOf(column.field).align === 'end';
    const isTitle = column.path === titlePath;
    const width = columnWidth(model, column, isTitle);
    return {
      colId: column.path,
      headerName: column.label,
      // Without a null the grid would let a column that was the last go on flexing, and crush it.
      ...(index === columns.length - 1 ? { flex: 1, minWidth: width } : { flex: null, width, minWidth: 64 }),
      pinned: index <= lastPinned ? 'left' : null,
      lockPinned: true,
      cellClass: end ? 'is-end' : '',
      cellRenderer: RecordCell,
      cellRendererParams: { column, entity, isTitle },
      headerComponent: ColumnHead,
      headerComponentParams: {
        info: column,
        direction: directionOf(sort, column.path),
        end,
        actions,
      },
    };
  });
}
