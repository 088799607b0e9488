// One row of texts as values of fields. Pure: what only the database knows, such as who a name stands for, is asked for later.
import { messageOf, type ProblemCode } from '@trellis/field-types/messages';
import type { CsvRow } from './csv-reader.ts';
import type { ImportColumn, ImportPlan } from './columns.ts';
import { detached, rememberedReader, type CellReader } from './remembered-reader.ts';
import { rowMessage, type RowCode } from './row-codes.ts';
import { visibleNul } from './visible-nul.ts';

/** One fault of one row, as the report shows it. */
export interface RowFault {
  /** The line that the row begins on, as an editor counts: the header is 1. */
  readonly row: number;
  /** The name of the field; empty for the row as a whole. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** The cell. */
  readonly value: string;
  /** The header under which the text is one to be mapped once for all its rows. */
  readonly unmatchedIn?: string;
}

export interface ReadRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Canonical values by field; null where a blank cell clears. Look-ups are added once they are found. */
  readonly values: Record<string, unknown>;
  /** Parts of structured values, by field. */
  readonly members: Record<string, Record<string, string>>;
  readonly lookups: { readonly column: ImportColumn; readonly text: string }[];
  readonly faults: RowFault[];
}

export type RowReader = (row: CsvRow) => ReadRow;

export function rowReader(plan: ImportPlan): RowReader {
  const { language } = plan.judge.asker;
  const blanks = new Set(plan.options.null_texts);
  const readers = plan.columns.map((column) => ({ column, read: readerOf(column) }));
  return (row) => {
    const read = emptyRow(row);
    const fault = brokenRow(row, plan.headers.length);
    if (fault) {
      read.faults.push(rowFault(row.line, fault.code, language, fault.params));
      return read;
    }
    for (const { column, read: reader } of readers) {
      const cell = (row.kind === 'row' ? row.cells[column.index] : undefined) ?? '';
      const trimmed = cell.trim();
      const text = blanks.has(trimmed) ? '' : (column.values.get(visibleNul(trimmed)) ?? cell);
      if (text.trim() === '') {
        if (plan.options.blank === 'clear' && column.member === null) read.values[column.field.name] = null;
      } else if (column.lookup) read.lookups.push({ column, text: text.trim() });
      else if (column.member !== null) (read.members[column.field.name] ??= {})[column.member] = text.trim();
      else readValue(read, column, reader, text, language);
    }
    return read;
  };
}

/** A fault of the row as a whole. */
export function rowFault(line: number, code: RowCode, language: string, params = {}): RowFault {
  return { row: line, field: '', code, message: rowMessage(code, language, params), value: '' };
}

/** The texts of options that a column does not know: people map them once, for all rows. */
const unknownOptions: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unknown_option',
  'inactive_option',
  'ambiguous_option',
]);

function readValue(read: ReadRow, column: ImportColumn, reader: CellReader, text: string, language: string): void {
  const { field, header } = column;
  const result = reader(text);
  if (result.ok) {
    if (result.value !== null) read.values[field.name] = result.value;
    return;
  }
  const { message } = messageOf(result.code, result.params ?? {}, language);
  const fault = { row: read.line, field: field.name, code: result.code, message, value: shownValue(text) };
  read.faults.push(unknownOptions.has(result.code) ? { ...fault, unmatchedIn: header } : fault);
}

/** As reports keep it. */
export function shownValue(text: string): string {
  return detached(text.trim().slice(0, 200));
}

function readerOf({ field, context }: ImportColumn): CellReader {
  return rememberedReader((text) => field.type.parse(text, field.definition, context));
}

function emptyRow(row: CsvRow): ReadRow {
  const cells = row.kind === 'row' ? row.cells : [row.text];
  return { line: row.line, cells, values: {}, members: {}, lookups: [], faults: [] };
}

/** What is wrong with the row as a whole, before any cell of it is read. */
export function brokenRow(
  row: CsvRow,
  expected: number,
): { readonly code: RowCode; readonly params: Record<string, number> } | null {
  if (row.kind === 'broken') return { code: row.code, params: {} };
  const found = row.cells.length;
  return found === expected ? null : { code: 'wrong_column_count', params: { found, expected } };
}
