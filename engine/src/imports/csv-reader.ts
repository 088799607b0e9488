// A strict reader of separated values (RFC 4180, with any one-character delimiter), fed with text piece by piece.
// What breaks the rules costs one row: reading goes on at the next line, so that a stray quote never swallows the rows behind it.
// csv-parse was tried: ten times slower on rows of fifteen cells, and after an open quote it loses rows that are whole.

/** `line`: where the row begins, counted as an editor shows it, from 1. */
export type CsvRow =
  | { readonly kind: 'row'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'broken'; readonly line: number; readonly code: CsvFault; readonly text: string };

export type CsvFault = 'quote_in_text' | 'text_after_quote' | 'quote_not_closed' | 'row_too_long';

export interface CsvReader {
  /** The rows that are complete so far. */
  push(text: string): CsvRow[];
  end(): CsvRow[];
}

/** A row that is longer, in characters, is not one. */
const longestRow = 1_000_000;
/** Of a row that breaks the rules, so much is kept for whoever is to mend it. */
const mostKept = 10_000;
const quote = 34;
const newline = 10;
const carriageReturn = 13;

export function csvReader(delimiter: string): CsvReader {
  const separator = delimiter.charCodeAt(0);
  let text = '';
  let at = 0;
  let line = 1;
  /** The rest of a line that was given up on. */
  let skipping = false;

  const read = (ended: boolean): CsvRow[] => {
    const rows: CsvRow[] = [];
    while (at < text.length) {
      if (skipping) {
        const end = lineEnd(text, at, ended);
        skipping = end < 0;
        at = end < 0 ? text.length : end;
        continue;
      }
      const found = scanRow(text, at, separator, ended);
      if (found.kind === 'unfinished' && text.length - at <= longestRow) break;
      if (found.kind === 'row') {
        rows.push({ kind: 'row', line, cells: found.cells });
        line += found.lines;
        at = found.end;
        continue;
      }
      const end = lineEnd(text, at, ended);
      if (end < 0 && text.length - at <= longestRow) break;
      const code = found.kind === 'broken' ? found.code : found.quoted ? 'quote_not_closed' : 'row_too_long';
      skipping = end < 0;
      const next = skipping ? text.length : end;
      rows.push({
        kind: 'broken',
        line,
        code,
        text: text.slice(at, Math.min(next, at + mostKept)).replace(/\r?\n$|\r$/, ''),
      });
      line += 1;
      at = next;
    }
    text = text.slice(at);
    at = 0;
    return rows;
  };

  return {
    push(more) {
      text += more;
      return read(false);
    },
    end: () => read(true),
  };
}

/** In characters, about as it stands in the file. */
export function lengthOf(row: CsvRow): number {
  return row.kind === 'broken' ? row.text.length + 1 : row.cells.reduce((sum, cell) => sum + cell.length + 1, 0);
}

type Scanned =
  | { readonly kind: 'row'; readonly cells: string[]; readonly end: number; readonly lines: number }
  | { readonly kind: 'broken'; readonly code: CsvFault }
  | { readonly kind: 'unfinished'; readonly quoted: boolean };

/** One row from `from` on. A line break at the very end of unfinished text may be half of one, and waits. */
function scanRow(text: string, from: number, separator: number, ended: boolean): Scanned {
  const cells: string[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    let cell: string;
    if (text.charCodeAt(at) === quote) {
      const close = closingQuote(text, at + 1);
      if (close < 0 || (close + 1 >= text.length && !ended))
        return ended ? { kind: 'broken', code: 'quote_not_closed' } : { kind: 'unfinished', quoted: true };
      cell = text.slice(at + 1, close);
      lines += lineBreaks(cell);
      if (cell.includes('"')) cell = cell.replaceAll('""', '"');
      at = close + 1;
    } else {
      const end = plainEnd(text, at, separator);
      if (text.charCodeAt(end) === quote) return { kind: 'broken', code: 'quote_in_text' };
      cell = text.slice(at, end);
      at = end;
    }
    if (at >= text.length && !ended) return { kind: 'unfinished', quoted: false };
    cells.push(cell);
    const next = text.charCodeAt(at);
    if (at >= text.length || next === newline) return { kind: 'row', cells, end: at + 1, lines };
    if (next === carriageReturn) {
      if (at + 1 >= text.length && !ended) return { kind: 'unfinished', quoted: false };
      return { kind: 'row', cells, end: text.charCodeAt(at + 1) === newline ? at + 2 : at + 1, lines };
    }
    if (next !== separator) return { kind: 'broken', code: 'text_after_quote' };
    at += 1;
  }
}

/** Where the quoted cell closes that begins at `from`; -1: not in this text. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== quote) return at;
  return -1;
}

function plainEnd(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === newline || code === carriageReturn || code === quote) break;
  }
  return at;
}

function lineBreaks(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;
}

/** Behind the line break of the line that `from` stands in; -1: not in this text. */
function lineEnd(text: string, from: number, ended: boolean): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === newline) return at + 1;
    if (code !== carriageReturn) continue;
    if (at + 1 === text.length && !ended) return -1;
    return text.charCodeAt(at + 1) === newline ? at + 2 : at + 1;
  }
  return ended ? text.length : -1;
}
