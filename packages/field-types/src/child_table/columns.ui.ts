// The columns of a table of rows: those that the form names, else the child entity's own fields, without the look-up to the parent.
import type { FieldJson, FieldScreen } from '../ui/screen.ts';

export interface ChildColumn {
  readonly name: string;
  readonly field: FieldJson;
  readonly required: boolean;
  readonly readOnly: boolean;
}

const atMost = 8;

/** In pixels; below it, what is typed into a column cannot be seen. */
export function neededWidth(columns: readonly ChildColumn[]): number {
  return columns.length * 112 + 32;
}

export function columnsOf(
  screen: FieldScreen,
  table: { readonly entity: string; readonly parent_field: string },
  chosen: readonly string[] | undefined,
): readonly ChildColumn[] {
  const fields = screen.fieldsOf(table.entity);
  const own = Object.entries(fields).filter(([name, field]) => name !== table.parent_field && field['system'] !== true);
  const names = chosen ?? own.map(([name]) => name).slice(0, atMost);
  return names.flatMap((name) => {
    const field = fields[name];
    if (!field) return [];
    return [{ name, field, required: field['required'] === true, readOnly: field['read_only'] === true }];
  });
}

/** What no row says anything in takes the room of what they do say. */
export function columnsThatSay(
  columns: readonly ChildColumn[],
  rows: readonly Readonly<Record<string, unknown>>[],
): readonly ChildColumn[] {
  return columns.filter(({ name }) => rows.some((row) => !isBlank(row[name])));
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
