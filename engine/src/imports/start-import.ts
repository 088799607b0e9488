// From an uploaded file to a job: everything that can be refused as a whole is refused here, while the asker waits.
import type { IncomingMessage } from 'node:http';
import type { Engine } from '../engine.ts';
import { createJob } from '../jobs/job-store.ts';
import { Refusal } from '../problems/problem.ts';
import { newId } from '../records/id.ts';
import type { Judgement } from '../records/judgement.ts';
import { planImport } from './columns.ts';
import { importFiles, removeFiles, type ImportFiles } from './import-files.ts';
import type { ImportInput } from './import-input.ts';
import { inspectFile, type Inspection } from './inspect.ts';
import { readOptions } from './options.ts';
import { readFormat } from './read-format.ts';
import { receiveUpload } from './upload.ts';

/** @returns the id of the job. */
export async function startImport(
  engine: Engine,
  judge: Judgement,
  entity: string,
  request: IncomingMessage,
): Promise<string> {
  mayImport(judge, entity);
  const id = newId();
  return withUpload(engine, id, async (files) => {
    const upload = await receiveUpload(request, files);
    const options = readOptions(upload.options);
    const read = await readFormat(judge, files.upload, { entity, options });
    const input: ImportInput = { entity, file: upload.name, options, language: judge.asker.language, ...read };
    planImport(judge, { ...input, dateOrders: {} });
    return createJob(engine.database, {
      id,
      workspace: judge.model.workspace,
      kind: 'import',
      input,
      total: null,
      createdBy: judge.asker.actor.userId,
    });
  });
}

/** What the file holds; nothing of it is kept. */
export async function inspectUpload(
  engine: Engine,
  judge: Judgement,
  entity: string,
  request: IncomingMessage,
): Promise<Inspection> {
  mayImport(judge, entity);
  const id = newId();
  return withUpload(engine, id, async (files) => {
    const upload = await receiveUpload(request, files);
    const inspection = await inspectFile(judge, engine.database, files.upload, {
      entity,
      options: readOptions(upload.options),
    });
    await removeFiles(files, false);
    return inspection;
  });
}

/** Before a megabyte is taken in from somebody who may not import at all. */
function mayImport(judge: Judgement, entity: string): void {
  const known =
    judge.model.entities.has(entity) &&
    (['read', 'create', 'update'] as const).some((action) => judge.access.row(entity, action).kind !== 'none');
  if (!known) throw new Refusal('unknown_entity', { name: entity });
  if (!judge.access.may(entity, 'import')) throw new Refusal('forbidden');
}

async function withUpload<T>(engine: Engine, id: string, work: (files: ImportFiles) => Promise<T>): Promise<T> {
  const files = importFiles(engine.settings.home, id);
  try {
    return await work(files);
  } catch (error) {
    await removeFiles(files, false);
    throw error;
  }
}
