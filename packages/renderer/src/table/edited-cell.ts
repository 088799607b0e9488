// The cell that is open for editing.
import type { RecordRow } from '@trellis/client/wire';
import type { Column } from '../list/columns.ts';

export interface EditedCell {
  readonly column: Column;
  readonly record: RecordRow;
  /** Where the cell is in the window. */
  readonly place: DOMRect;
}
