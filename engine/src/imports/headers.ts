// The names of a file's columns: its first row, or numbers where that is data already.
import type { CsvRow } from './csv-reader.ts';
import { visibleNul } from './visible-nul.ts';

/** Every name once: blank ones are called after their place, repeated ones are counted. */
export function headerNames(first: readonly string[], hasHeader: boolean): string[] {
  const names: string[] = [];
  first.forEach((cell, index) => {
    const name = (hasHeader && visibleNul(cell.trim().slice(0, 200))) || `${hasHeader ? 'column ' : ''}${index + 1}`;
    let free = name;
    for (let count = 2; names.includes(free); count++) free = `${name} (${count})`;
    names.push(free);
  });
  return names;
}

/** A header names every column, each in its own way, and none by a number or date. `known`: the names of fields, folded. */
export function looksLikeHeader(first: readonly string[], known: ReadonlySet<string>): boolean {
  if (first.some((cell) => known.has(folded(cell)))) return true;
  const cells = first.map((cell) => cell.trim());
  return (
    new Set(cells).size === cells.length && cells.every((cell) => cell !== '' && !/^[\d\s.,:/+\-%$€¥£]+$|@/.test(cell))
  );
}

/** For comparing headers with names and labels: letters and digits of any script, without case. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A line without anything is a row only where there is one column: elsewhere it is a gap. */
export function isGap(row: CsvRow, columns: number): boolean {
  return row.kind === 'row' && row.cells.length === 1 && row.cells[0] === '' && columns > 1;
}
