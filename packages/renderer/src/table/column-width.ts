// How wide a column starts: room for its head, for what its type usually holds, and for the longest of its options.
import { cellOf } from '@trellis/field-types/ui';
import type { Column } from '../list/columns.ts';
import type { Model } from '../model.ts';
import { dueWhile } from '../overdue/due-while.ts';

export function columnWidth(model: Model, column: Column, isTitle: boolean): number {
  if (column.width !== undefined) return column.width;
  const options = model.options(column.field).map((option) => textWidth(model.label(option.label)) + chipSpace);
  const widest = Math.max(textWidth(column.label) + headSpace, ...options);
  return Math.max(
    (isTitle ? titleWidth : cellOf(column.field).width) + (dueWhile(column.field) === undefined ? 0 : signSpace),
    column.total ? totalWidth : 0,
    Math.min(widest, mostWidth),
  );
}

const titleWidth = 280;
const mostWidth = 220;
/** Sums are longer than what they sum up, and say what they are. */
const totalWidth = 168;
/** Padding, arrow and menu. */
const headSpace = 62;
/** The sign of what is overdue. */
const signSpace = 18;
/** Padding of cell and chip, and the dot. */
const chipSpace = 52;

/** About as wide as it will be; Chinese characters take twice the room. */
function textWidth(text: string): number {
  return Math.ceil([...text].reduce((sum, character) => sum + (character > '\u2e80' ? 12.5 : 7), 0));
}
