// The import of one file, from its first row or from where an earlier worker was stopped:
//   read → find targets → (find existing) → judge → write → note
// Batches are one transaction each, and the progress they stand for is part of it. While PostgreSQL writes a batch, the next
// one is read and judged. Rows that name a record of the same file which is not there yet wait for another pass.
import type { Connection } from '../db/database.ts';
import type { JobReport } from '../jobs/job.ts';
import type { JobHandler, JobWork } from '../jobs/job-handler.ts';
import { openJobs } from '../jobs/job-store.ts';
import { Refusal } from '../problems/problem.ts';
import { openErrorFile } from './error-file.ts';
import { dataRows } from './file-rows.ts';
import { heldRows } from './held-rows.ts';
import { fileExists, importFiles, removeFiles, sweepFiles } from './import-files.ts';
import type { ImportInput } from './import-input.ts';
import { runPass, type Checkpoint, type PassState } from './import-pass.ts';
import { emptyReport, tallyFrom, type ImportReport } from './report.ts';
import { survey } from './survey.ts';

export const importJobs: JobHandler = {
  kind: 'import',
  run: runImport,
  async ended(engine, job) {
    const refused = Number(job.report['refused'] ?? 0);
    await removeFiles(importFiles(engine.settings.home, job.id), refused > 0);
  },
  sweep: async ({ settings, database }) => sweepFiles(settings.home, (ids) => openJobs(database, ids)),
};

/** Chains of records that wait for one another, as long as hierarchies of people are deep. */
const mostPasses = 20;

async function runImport(work: JobWork): Promise<JobReport> {
  const { engine, job } = work;
  const input = job.input as ImportInput;
  const files = importFiles(engine.settings.home, job.id);
  if (!(await fileExists(files.upload))) throw new Refusal('unreadable_file', { reason: input.file });
  if (!input.options.dry_run)
    return runPasses(work, input, { connection: engine.database, counters: engine.database, step: work.step });
  return rolledBack(work, (connection) =>
    runPasses(work, input, {
      connection,
      counters: null,
      // What a trial has done is noted as it goes; that it was done is taken back as a whole.
      step: async (batch) => {
        const progress = await batch(connection);
        await work.step(async () => progress);
      },
    }),
  );
}

/**
 * The whole of a trial is one transaction: a row may be refused for a row batches before it, or stand because of one, and only
 * what has been written there shows it. The price is that others wait to change the records that it would, and that consumers of
 * the outbox wait with every event since it began.
 */
async function rolledBack<T>({ engine }: JobWork, work: (connection: Connection) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  const enough = new Error('a trial is not committed');
  await engine.database
    .transaction(async (connection) => {
      result = { value: await work(connection) };
      throw enough;
    })
    .catch((error: unknown) => {
      if (error !== enough) throw error;
    });
  if (!result) throw new Error('a trial ended without a result');
  return result.value;
}

/** Where batches are read and written: for good, or on trial. */
export type Writing = Pick<PassState, 'connection' | 'counters' | 'step'>;

async function runPasses(work: JobWork, input: ImportInput, writing: Writing): Promise<JobReport> {
  const { engine, job } = work;
  const files = importFiles(engine.settings.home, job.id);
  // A trial that was stopped has left nothing behind to go on from.
  const stored = input.options.dry_run ? null : (job.checkpoint as Checkpoint | null);
  let at: Checkpoint = stored ?? {
    survey: await survey(files.upload, input),
    pass: 1,
    holdBack: input.options.mode !== 'update',
    consumed: 0,
    wrote: 0,
    errorBytes: 0,
    heldBytes: 0,
  };
  const { entity, file, options, headers, hasHeader, format } = input;
  const tally = tallyFrom(
    stored ? (job.report as ImportReport) : emptyReport({ entity, file, dry_run: options.dry_run }),
  );
  const errors = await openErrorFile(files.errors, { headers, delimiter: format.delimiter, size: at.errorBytes });
  for (;;) {
    const source =
      at.pass === 1
        ? dataRows(files.upload, format, { hasHeader, columns: headers.length })
        : heldRows(files.held(at.pass));
    at = await runPass({ ...writing, work, input, tally, errors, heldPath: files.held(at.pass + 1) }, source, at);
    if (at.heldBytes === 0) return tally.report();
    const pass = at.pass + 1;
    at = { ...at, pass, holdBack: at.wrote > 0 && pass < mostPasses, consumed: 0, wrote: 0, heldBytes: 0 };
  }
}
