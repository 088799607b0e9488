// A workspace whose jobs run, with an import in one line:
//   const job = await importing.run(ws.admin, 'book', 'title\nUlysses\n', { mode: 'create' });
import { setTimeout as sleep } from 'node:timers/promises';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import type { WorkspaceOptions } from '@trellis/testing/workspace-options';
import type { WorkspaceClient } from '@trellis/testing/workspace-client';
import type { Inspection } from '../src/imports/inspect.ts';
import type { ImportReport } from '../src/imports/report.ts';
import { jobHandlers } from '../src/jobs/handlers.ts';
import { runJobs, type Timing } from '../src/jobs/run-jobs.ts';

export interface FinishedJob {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly total: number | null;
  readonly report: ImportReport;
}

export interface ImportWorkspace extends AsyncDisposable {
  readonly ws: Workspace;
  readonly home: string;
  inspect(client: WorkspaceClient, entity: string, file: string, options?: object): Promise<Inspection>;
  /** Starts the import. @returns the id of its job. */
  start(client: WorkspaceClient, entity: string, file: string, options?: object): Promise<string>;
  finished(client: WorkspaceClient, id: string): Promise<FinishedJob>;
  /** Starts the import and waits for its end. */
  run(client: WorkspaceClient, entity: string, file: string, options?: object): Promise<FinishedJob>;
  /** Starts working on jobs, where `working` is false at first. */
  work(timing?: Timing): () => Promise<void>;
  close(): Promise<void>;
}

const quick: Timing = { leaseSeconds: 30, heartbeatMs: 10_000, pollMs: 20 };

export async function importWorkspace(options: WorkspaceOptions, working = true): Promise<ImportWorkspace> {
  const ws = await workspace(options);
  const work = (timing = quick): (() => Promise<void>) => runJobs(ws.engine, jobHandlers, timing);
  const stop = working ? work() : async () => undefined;
  const start: ImportWorkspace['start'] = async (client, entity, file, asked = {}) => {
    const { data } = await upload<{ data: { id: string } }>(client, `/api/records/${entity}/import`, file, asked);
    return data.id;
  };
  const finished: ImportWorkspace['finished'] = async (client, id) => {
    for (;;) {
      const { data } = await client.call<{ data: FinishedJob }>('GET', `/api/jobs/${id}`);
      if (data.state !== 'queued' && data.state !== 'running') return data;
      await sleep(20);
    }
  };
  const close = async (): Promise<void> => {
    await stop();
    await ws.close();
  };
  return {
    ws,
    home: ws.engine.settings.home,
    inspect: async (client, entity, file, asked = {}) =>
      (await upload<{ data: Inspection }>(client, `/api/records/${entity}/import/inspect`, file, asked)).data,
    start,
    finished,
    run: async (client, entity, file, asked) => finished(client, await start(client, entity, file, asked)),
    work,
    close,
    [Symbol.asyncDispose]: close,
  };
}

const boundary = 'a-boundary-that-no-file-of-a-test-holds';

function upload<Answer>(client: WorkspaceClient, path: string, file: string, options: object): Promise<Answer> {
  const part = (disposition: string, content: string): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
  const body = `${part('name="options"', JSON.stringify(options))}${part('name="file"; filename="file.csv"', file)}--${boundary}--\r\n`;
  return client.call<Answer>('POST', path, body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
}
