// The columns of a list: the view's own, or what its user has made of them (order, width, which). Columns that lead nowhere any more,
// or that the user may not see, are left out.
import type { View } from '@trellis/metadata/kinds';
import type { PublishedField } from '@trellis/client/metadata';
import type { Model } from '../model.ts';

export interface Column {
  /** A field of the record, or a path through look-ups. */
  readonly path: string;
  readonly label: string;
  readonly field: PublishedField;
  readonly width: number | undefined;
  readonly total: 'sum' | 'avg' | 'min' | 'max' | undefined;
}

/** A column as its user has left it. */
export interface ColumnChoice {
  readonly path: string;
  readonly width?: number;
}

type Total = Column['total'];
interface Wanted {
  readonly path: string;
  readonly label?: string;
  readonly width?: number;
  readonly hidden?: boolean;
  readonly total?: Total;
}

export function columnsOf(model: Model, view: View, choices?: readonly ColumnChoice[]): readonly Column[] {
  const own = wantedOf(model, view);
  const wanted = choices
    ? choices.map((choice): Wanted => ({ ...own.find(({ path }) => path === choice.path), hidden: false, ...choice }))
    : own;
  return wanted.flatMap((column) => {
    const at = model.field(view.entity, column.path);
    if (!at || column.hidden) return [];
    return [
      {
        path: column.path,
        label: column.label ?? pathLabel(model, view.entity, column.path),
        field: at.field,
        width: column.width,
        total: column.total,
      },
    ];
  });
}

/** `Author › Country`: a path says where it comes from. */
export function pathLabel(model: Model, entity: string, path: string): string {
  const parts = path.split('.');
  return parts.map((_, index) => model.fieldLabel(entity, parts.slice(0, index + 1).join('.'))).join(' › ');
}

/** Every field that may become a column: the record's own, in the entity's order. */
export function offeredColumns(
  model: Model,
  entity: string,
): readonly { path: string; label: string; field: PublishedField }[] {
  const fields = model.entity(entity)?.fields ?? {};
  return Object.entries(fields)
    .filter(([name, field]) => !isInternal(name) && field.type !== 'child_table')
    .map(([path, field]) => ({ path, label: model.label(field.label, path), field }));
}

/** The columns as choices, to be changed and kept. */
export function choicesOf(columns: readonly Column[]): readonly ColumnChoice[] {
  return columns.map(({ path, width }) => (width === undefined ? { path } : { path, width }));
}

function wantedOf(model: Model, view: View): readonly Wanted[] {
  const columns = view.columns ?? defaultPaths(model, view.entity);
  return columns.map((column) => {
    if (typeof column === 'string') return { path: column };
    const { field: path, label, ...rest } = column;
    return label === undefined ? { path, ...rest } : { path, label: model.label(label), ...rest };
  });
}

/** The title and the first fields that say something. */
function defaultPaths(model: Model, entity: string): readonly string[] {
  const title = model.entity(entity)?.title;
  const others = offeredColumns(model, entity).filter(({ path, field }) => path !== title && !field.system);
  return [...(title === undefined ? [] : [title]), ...others.slice(0, 6).map(({ path }) => path)];
}

/** What people never ask for as a column. */
function isInternal(name: string): boolean {
  return name === 'id' || name === 'version' || name === 'deleted_at';
}
