// A piece of a formula's text, in UTF-16 units as strings and editors count.

export interface Range {
  readonly offset: number;
  readonly length: number;
}

/** Where a piece begins, as editors show it: both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
