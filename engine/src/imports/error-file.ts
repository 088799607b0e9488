// The rows that were refused, as a file to mend and import again: their own cells, and why. A row of another width than the
// header keeps it: unmended it is refused again, mended it has its reason in the last column. The file is opened in spreadsheets,
// so no cell of it may act as a formula there.
import { open } from 'node:fs/promises';
import { byteOrderMark, csvLines } from '../csv/csv-lines.ts';
import { defused } from '../csv/formula-cells.ts';
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
      const head = written === 0 ? byteOrderMark + lines([[...headers, 'error']], delimiter) : '';
      const cells = rows.map((row) => [...row.cells, reason(row)]);
      return write(head + lines(cells, delimiter));
    },
  };
}

function reason({ line: number, faults }: ReadRow): string {
  return faults
    .map(({ field, message, value }) => `${number}${field ? ` ${field}` : ''}: ${message}${value ? ` (${value})` : ''}`)
    .join('\n');
}

function lines(rows: readonly (readonly string[])[], delimiter: Delimiter): string {
  return csvLines(
    rows.map((cells) => cells.map(harmless)),
    delimiter,
  );
}

/** A cell that a spreadsheet would compute becomes text; plain numbers compute to themselves and stay. */
export function harmless(cell: string): string {
  return /^[+-]\d+([.,]\d+)*$/.test(cell) ? cell : defused(cell);
}
