// The grid's own description of our columns.
import type { ColDef } from 'ag-grid-community';
import type { RecordRow } from '@trellis/client/wire';
import { cellOf } from '@trellis/field-types/ui';
import type { Column } from '../list/columns.ts';
import { directionOf } from '../list/list-state.ts';
import { ColumnHead, type ColumnHeadActions } from './column-head.tsx';
import { RecordCell } from './record-cell.tsx';

interface Definitions {
  readonly entity: string;
  /** The path that names the record. */
  readonly title: string | undefined;
  readonly columns: readonly Column[];
  readonly sort: readonly string[];
  readonly actions: ColumnHeadActions;
}

export function columnDefinitions({ entity, title, columns, sort, actions }: Definitions): ColDef<RecordRow>[] {
  const titlePath = columns.some(({ path }) => path === title) ? title : columns[0]?.path;
  return columns.map((column, index): ColDef<RecordRow> => {
    const side = cellOf(column.field);
    const end = side.align === 'end';
    const isTitle = column.path === titlePath;
    const width = column.width ?? Math.max(isTitle ? 280 : side.width, headWidth(column.label), column.total ? totalWidth : 0);
    return {
      colId: column.path,
      headerName: column.label,
      ...(index === columns.length - 1 ? { flex: 1, minWidth: width } : { width, minWidth: 64 }),
      pinned: index === 0 && isTitle ? 'left' : null,
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

/** Sums are longer than what they sum up, and say what they are. */
const totalWidth = 168;

/** Room for the name with its arrow and menu; Chinese characters are twice as wide. */
function headWidth(label: string): number {
  const characters = [...label].reduce((sum, character) => sum + (character > '\u2e80' ? 12.5 : 7), 0);
  return Math.min(220, Math.ceil(characters) + 62);
}
