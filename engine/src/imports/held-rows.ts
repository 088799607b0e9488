// Rows that name a record of their own file which is not there yet: they wait in a file until the others have been through.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { CsvRow } from './csv-reader.ts';
import type { ReadRow } from './read-cells.ts';

/** `size`: as much of the file as stands for work that was committed. @returns the size with these rows at its end. */
export async function appendHeld(path: string, rows: Iterable<ReadRow>, size: number): Promise<number> {
  const text = [...rows].map(({ line, cells }) => oneLine([line, cells])).join('');
  if (text === '') return size;
  const file = await open(path, 'a', 0o600);
  try {
    await file.truncate(size);
    return size + (await file.write(text)).bytesWritten;
  } finally {
    await file.close();
  }
}

/** Readers of lines end one at U+2028 and U+2029, too. */
function oneLine(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029') + '\n';
}

export async function* heldRows(path: string): AsyncGenerator<CsvRow[]> {
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const [line, cells] = JSON.parse(text) as [number, string[]];
    yield [{ kind: 'row', line, cells }];
  }
}
