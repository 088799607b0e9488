// The rows of a file in batches: as many as one statement writes well, and no more text than memory is to hold.
import { lengthOf, type CsvRow } from './csv-reader.ts';

const mostRows = 1000;
/** A batch is held as cells, as values and as the statement that writes it, and two are under way. */
const mostCharacters = 1_000_000;

/** `skip`: rows that have been seen to already. The row that fills a batch ends it. */
export async function* inBatches(
  source: AsyncIterable<readonly CsvRow[]>,
  skip: number,
): AsyncGenerator<readonly CsvRow[]> {
  let batch: CsvRow[] = [];
  let characters = 0;
  let left = skip;
  for await (const rows of source)
    for (const row of rows) {
      if (left > 0) {
        left--;
        continue;
      }
      batch.push(row);
      characters += lengthOf(row);
      if (batch.length < mostRows && characters < mostCharacters) continue;
      yield batch;
      batch = [];
      characters = 0;
    }
  if (batch.length) yield batch;
}
