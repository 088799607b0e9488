// Reads what was copied from a spreadsheet: lines of tab-separated cells, each read by the type of the column it falls into.
// A single cell is no table: it is left to the input it is pasted into.
import { fieldTypes } from '../registry.ts';
import type { FieldScreen } from '../ui/screen.ts';
import { textContextOf } from '../ui/text-context.ts';
import type { ChildColumn } from './columns.ui.ts';

export type PastedRow = Readonly<Record<string, unknown>>;

export function pastedRows(text: string, columns: readonly ChildColumn[], screen: FieldScreen): readonly PastedRow[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  if (lines.length === 1 && !text.includes('\t')) return [];
  return lines.map((line) => readLine(line.split('\t'), columns, screen));
}

function readLine(cells: readonly string[], columns: readonly ChildColumn[], screen: FieldScreen): PastedRow {
  const values: Record<string, unknown> = {};
  for (const [at, { name, field, readOnly }] of columns.entries()) {
    const text = cells[at];
    if (text === undefined || readOnly) continue;
    const read = readCell(text.trim(), field, screen);
    if (read !== undefined) values[name] = read;
  }
  return values;
}

/** Look-ups have no text that says which record is meant: they stay as they are. */
function readCell(text: string, field: ChildColumn['field'], screen: FieldScreen): unknown {
  const type = typeNamed(field.type);
  if (!type || type.relation) return undefined;
  const parsed = type.parse(text, field, textContextOf(screen, field));
  return parsed.ok ? parsed.value : text;
}

interface AnyType {
  readonly relation?: unknown;
  parse(
    text: string,
    field: object,
    context: object,
  ): { readonly ok: true; readonly value: unknown } | { readonly ok: false };
}

const types: ReadonlyMap<string, AnyType> = new Map(Object.entries(fieldTypes as unknown as Record<string, AnyType>));

function typeNamed(name: string): AnyType | undefined {
  return types.get(name);
}
