// One look over a whole file before its first row is written: how many rows there are, and what 03/01/2017 means in each column.
import { dataRows } from './file-rows.ts';
import type { ImportInput } from './import-input.ts';
import { makeRest } from './rest.ts';

export interface Survey {
  readonly rows: number;
  readonly dateOrders: Readonly<Record<string, 'dmy' | 'mdy'>>;
}

export async function survey(path: string, { format, headers, hasHeader }: ImportInput): Promise<Survey> {
  const orders = headers.map(() => dateOrderFinder());
  const rest = makeRest();
  let rows = 0;
  for await (const batch of dataRows(path, format, { hasHeader, columns: headers.length })) {
    rows += batch.length;
    for (const row of batch)
      if (row.kind === 'row' && row.cells.length === headers.length)
        row.cells.forEach((cell, index) => orders[index]?.see(cell));
    await rest();
  }
  const found = headers.flatMap((header, index) => {
    const order = orders[index]?.found();
    return order ? [[header, order] as const] : [];
  });
  return { rows, dateOrders: Object.fromEntries(found) };
}

export interface DateOrderFinder {
  see(cell: string): void;
  /** null: no date says it, or they contradict each other. */
  found(): 'dmy' | 'mdy' | null;
}

const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/;

/** One day after the 12th tells for the whole column in which order days and months stand. */
export function dateOrderFinder(): DateOrderFinder {
  let dayFirst = false;
  let monthFirst = false;
  return {
    see(cell) {
      const parts = cell.length >= 8 && cell.length <= 30 ? yearLast.exec(cell.trim()) : null;
      if (!parts) return;
      if (Number(parts[1]) > 12) dayFirst = true;
      if (Number(parts[2]) > 12) monthFirst = true;
    },
    found: () => (dayFirst === monthFirst ? null : dayFirst ? 'dmy' : 'mdy'),
  };
}
