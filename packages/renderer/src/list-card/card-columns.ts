// What a card shows of its list's columns: the first number at the side of the title, then the others as far as they have a value.
import { cellOf, isBlank } from '@trellis/field-types/ui';
import type { RecordRow } from '@trellis/client/wire';
import type { Column } from '../list/columns.ts';
import { valueAt } from '../list/list-request.ts';

interface CardColumns {
  /** The same column on every card: where it is blank, no other number is taken for it. */
  readonly figure: Column | undefined;
  readonly others: readonly Column[];
}

export function cardColumns(columns: readonly Column[], record: RecordRow, title: string | undefined): CardColumns {
  const filled = columns.filter(({ path }) => path !== title && !isBlank(valueAt(record, path)));
  const first = columns.find(({ field }) => cellOf(field).align === 'end');
  const figure = filled.find((column) => column === first);
  return { figure, others: filled.filter((column) => column !== figure).slice(0, shownColumns) };
}

const shownColumns = 5;
