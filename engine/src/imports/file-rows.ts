// The rows of an uploaded file, as a stream: bytes → text → rows, with nothing kept but the row that is being read.
import { undefused } from '../csv/formula-cells.ts';
import { countDelimiters, type Delimiter } from './delimiter.ts';
import { csvReader, type CsvRow } from './csv-reader.ts';
import { textOf, type Encoding } from './encoding.ts';
import { isGap } from './headers.ts';

export interface FileFormat {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
}

/** Everything from the first row that is not blank, as pieces of what was read at once. */
export async function* rowsOf(path: string, { encoding, delimiter }: FileFormat): AsyncGenerator<readonly CsvRow[]> {
  const reader = csvReader(delimiter);
  let begun = false;
  const behindBlanks = (rows: readonly CsvRow[]): readonly CsvRow[] => {
    if (begun) return rows;
    const first = rows.findIndex((row) => !isGap(row, 2));
    begun = first >= 0;
    return begun ? rows.slice(first) : [];
  };
  for await (const text of textOf(path, encoding)) yield behindBlanks(reader.push(text));
  yield behindBlanks(reader.end());
}

/** The rows behind the header, without gaps, and without the apostrophes that keep spreadsheets from computing a text. */
export async function* dataRows(
  path: string,
  format: FileFormat,
  file: { hasHeader: boolean; columns: number },
): AsyncGenerator<CsvRow[]> {
  let header = file.hasHeader;
  for await (const rows of rowsOf(path, format)) {
    const data = header ? rows.slice(1) : rows;
    if (rows.length) header = false;
    yield data.filter((row) => !isGap(row, file.columns)).map(withoutApostrophes);
  }
}

function withoutApostrophes(row: CsvRow): CsvRow {
  if (row.kind === 'broken' || !row.cells.some((cell) => cell.startsWith("'"))) return row;
  return { ...row, cells: row.cells.map(undefused) };
}

/** @returns null for a file without any row. */
export async function firstRow(path: string, format: FileFormat): Promise<CsvRow | null> {
  for await (const rows of rowsOf(path, format)) if (rows[0]) return rows[0];
  return null;
}

/** Far more than an inference needs; what follows cannot outvote it. */
const countedCharacters = 50_000_000;

export async function findDelimiter(path: string, encoding: Encoding): Promise<Delimiter> {
  const count = countDelimiters();
  let characters = 0;
  for await (const text of textOf(path, encoding)) {
    count.push(text);
    characters += text.length;
    if (characters > countedCharacters) break;
  }
  return count.found();
}
