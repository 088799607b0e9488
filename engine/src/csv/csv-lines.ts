// Lines of a CSV file as RFC 4180 has them: cells quoted where they need it, every line ended by CR LF.
import { stringify } from 'csv-stringify/sync';

/** Spreadsheets take it for the sign of UTF-8; without it Excel shows Chinese as something else. */
export const byteOrderMark = '\uFEFF';

export function csvLines(rows: readonly (readonly string[])[], delimiter = ','): string {
  return stringify([...rows], {
    delimiter,
    record_delimiter: '\r\n',
    // Half a line end ends a line for many readers; blanks at the edges get lost in some.
    quoted_match: /[\r\n]|^\s|\s$/,
    // A line without anything is no row to most readers.
    quoted_empty: rows[0]?.length === 1,
  });
}
