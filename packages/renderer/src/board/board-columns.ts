// The columns of a board: the values of the field it is laid out by, in their order, and one for records without a value where there
// are such. Values that are no longer offered get a column only while records have them.
import type { AggregateRow } from '@trellis/client/wire';
import type { View } from '@trellis/metadata/kinds';
import type { Model } from '../model.ts';

export interface BoardColumn {
  /** `null`: no value. */
  readonly value: string | null;
  readonly label: string;
  readonly color: string | undefined;
  readonly count: number;
  readonly total: number | undefined;
}

export interface BoardLayout {
  readonly by: string;
  readonly total: string | undefined;
  readonly hidden: readonly string[];
}

export function layoutOf(view: View): BoardLayout | undefined {
  return view.board && { by: view.board.by, total: view.board.total, hidden: view.board.hidden ?? [] };
}

export function boardColumns(
  model: Model,
  entity: string,
  layout: BoardLayout,
  sums: readonly AggregateRow[],
  none: string,
): BoardColumn[] {
  const field = model.field(entity, layout.by)?.field;
  const sumOf = (value: string | null): AggregateRow | undefined =>
    sums.find((row) => (row[layout.by] ?? null) === value);
  const figures = (value: string | null): Pick<BoardColumn, 'count' | 'total'> => {
    const row = sumOf(value);
    const total = layout.total === undefined ? undefined : Number(row?.[`sum_${layout.total}`] ?? 0);
    return { count: Number(row?.['count'] ?? 0), total };
  };
  const options = field ? model.options(field) : [];
  const shown = options.filter(
    ({ value, active }) => !layout.hidden.includes(value) && (active !== false || figures(value).count > 0),
  );
  const columns = shown.map((option) => ({
    value: option.value,
    label: model.label(option.label),
    color: option.color,
    ...figures(option.value),
  }));
  const unset = figures(null);
  return unset.count > 0 ? [{ value: null, label: none, color: undefined, ...unset }, ...columns] : columns;
}

/** The figures after a card has gone from one column to another, before the server says so. */
export function moveFigures(
  sums: readonly AggregateRow[],
  layout: BoardLayout,
  move: { from: string | null; to: string | null; amount: number },
): readonly AggregateRow[] {
  const total = layout.total === undefined ? undefined : `sum_${layout.total}`;
  const change = (row: AggregateRow, sign: 1 | -1): AggregateRow => ({
    ...row,
    count: Number(row['count'] ?? 0) + sign,
    ...(total !== undefined && { [total]: Number(row[total] ?? 0) + sign * move.amount }),
  });
  const known = sums.some((row) => (row[layout.by] ?? null) === move.to);
  const all = known ? sums : [...sums, { [layout.by]: move.to }];
  return all.map((row) => {
    const value = row[layout.by] ?? null;
    if (value === move.from) return change(row, -1);
    return value === move.to ? change(row, 1) : row;
  });
}
