// The rows that were refused, as a file to mend and import again: their own cells, and why. A row of another width than the
// header keeps it: unmended it is refused again, mended it has its reason in the last column. The file is opened in spreadsheets,
// so no cell of it may act as a formula there.
import { open } from 'node:fs/promises';
import type { Delimiter } from './delimiter.ts';
import type { ReadRow } from './read-cells.ts';

export interface ErrorFile {
  /** @returns the size of the file with these rows at its end. */
  append(rows: readonly ReadRow[]): Promise<number>;
}

/** `size`: as much of the file as stands for work that was committed; what is behind it is cut off. */
export async function openErrorFile(
  path: string,
  { headers, delimiter, size }: { headers: readonly string[]; delimiter: Delimiter; size: number },
): Promise<ErrorFile> {
  let written = size;
  const write = async (text: string): Promise<number> => {
    const file = await open(path, 'a', 0o600);
    try {
      await file.truncate(written);
      const { bytesWritten } = await file.write(text);
      written += bytesWritten;
    } finally {
      await file.close();
    }
    return written;
  };
  return {
    async append(rows) {
      if (rows.length === 0) return written;
      // A spreadsheet takes the mark as the sign of UTF-8.
      const head = written === 0 ? '\uFEFF' + line([...headers, 'error'], delimiter) : '';
      return write(head + rows.map((row) => line([...row.cells, reason(row)], delimiter)).join(''));
    },
  };
}

function reason({ line: number, faults }: ReadRow): string {
  return faults
    .map(({ field, message, value }) => `${number}${field ? ` ${field}` : ''}: ${message}${value ? ` (${value})` : ''}`)
    .join('\n');
}

function line(cells: readonly string[], delimiter: Delimiter): string {
  return cells.map((cell) => quoted(harmless(cell), delimiter)).join(delimiter) + '\r\n';
}

/** A cell that a spreadsheet would compute becomes text; plain numbers compute to themselves and stay. */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]\d+([.,]\d+)*$/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, delimiter: Delimiter): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) || /^\s|\s$/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}
