// Which character separates the cells of a file: the one that occurs outside quotes equally often in the most rows.

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export interface DelimiterCount {
  push(text: string): void;
  /** A comma where nothing separates anything: a file of one column. */
  found(): Delimiter;
}

const quote = 34;
const codes = delimiters.map((delimiter) => delimiter.charCodeAt(0));
/** A longer quoted text is an open quote; the count goes on at the next line. */
const longestQuoted = 100_000;

export function countDelimiters(): DelimiterCount {
  /** For each candidate: number of occurrences in a row → number of such rows. */
  const rows = delimiters.map(() => new Map<number, number>());
  let inRow = delimiters.map(() => 0);
  let quoted = 0;
  let empty = true;

  const endRow = (): void => {
    // A blank line says nothing.
    if (!empty) inRow.forEach((count, index) => rows[index]?.set(count, (rows[index].get(count) ?? 0) + 1));
    inRow = delimiters.map(() => 0);
    empty = true;
  };

  return {
    push(text) {
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        // A doubled quote closes and opens again: outside stays outside.
        if (code === quote) quoted = quoted ? 0 : 1;
        else if (quoted && ++quoted < longestQuoted) continue;
        else if (code === 10 || code === 13) {
          quoted = 0;
          endRow();
          continue;
        } else {
          const candidate = codes.indexOf(code);
          if (candidate >= 0) inRow[candidate] = (inRow[candidate] ?? 0) + 1;
        }
        empty = false;
      }
    },
    found() {
      endRow();
      const ranked = delimiters.map((delimiter, index) => ({ delimiter, ...agreement(rows[index] ?? new Map()) }));
      ranked.sort((left, right) => right.share - left.share || right.count - left.count);
      return ranked[0] && ranked[0].share > 0 ? ranked[0].delimiter : ',';
    },
  };
}

/** The share of rows that have the most usual number of occurrences, where that is not none. */
function agreement(rows: ReadonlyMap<number, number>): { share: number; count: number } {
  let best = { rows: 0, count: 0 };
  let all = 0;
  for (const [count, number] of rows) {
    all += number;
    if (count > 0 && number > best.rows) best = { rows: number, count };
  }
  return { share: all ? best.rows / all : 0, count: best.count };
}
