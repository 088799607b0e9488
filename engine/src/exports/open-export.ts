// An export on its way: its rows are read from one snapshot as fast as they are taken, a few at a time, and never all at once.
import type { Database } from '../db/database.ts';
import { declareCursor, fetchNext, openSnapshot } from '../db/snapshot.ts';
import { byteOrderMark } from '../csv/csv-lines.ts';
import { findRows, runPlan } from '../records/execute.ts';
import type { Judgement } from '../records/judgement.ts';
import { keepNames } from '../records/people-names.ts';
import type { Found } from '../records/shape.ts';
import type { ExportRequest } from './export-request.ts';
import { planExport } from './plan-export.ts';

/** So few that other requests get their turn between them. */
const rowsAtOnce = 250;

/**
 * @param signal ends the export and the statement that it waits for.
 * @returns the text of the file in pieces, to be read to its end or given up; the first rows are found already, so that what is
 * wrong with the request is thrown here. What is thrown later leaves the file without its end.
 */
export async function openExport(
  database: Database,
  judge: Judgement,
  request: ExportRequest,
  signal: AbortSignal,
): Promise<AsyncGenerator<string>> {
  const { statement, people, header, lines } = planExport(judge, request);
  // Whoever is renamed meanwhile is called alike in all rows; the names that are kept for others are of no snapshot.
  const reader: Judgement = { ...judge, names: keepNames().read };
  const { connection, close } = await openSnapshot(database, signal);
  const next = async (): Promise<Found> => {
    signal.throwIfAborted();
    return findRows(reader, connection, { statement: fetchNext(rowsAtOnce), people }, { asker: judge.asker });
  };
  async function* file(first: Found): AsyncGenerator<string> {
    try {
      yield (request.bom ? byteOrderMark : '') + header;
      for (let found = first; found.rows.length > 0; found = await next()) yield lines(found);
    } finally {
      close();
    }
  }
  try {
    await runPlan(connection, declareCursor(statement), { asker: judge.asker });
    return file(await next());
  } catch (error) {
    close();
    throw error;
  }
}
