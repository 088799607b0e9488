// The product over the Maven files: their template, and the four files in it by way of the API.
import { readFileSync } from 'node:fs';
import { fixtures } from '@trellis/testing/engine-settings';
import type { WorkspaceClient } from '@trellis/testing/workspace-client';
import { startTemplate, type Product } from './product.ts';
import { signedInClient } from './signed-in-client.ts';

const files = { agent: 'sales_teams', product: 'products', account: 'accounts', opportunity: 'sales_pipeline' };

export async function startMaven(folder: string): Promise<Product> {
  const product = await startTemplate(`${fixtures}/maven`);
  const client = await signedInClient(product);
  for (const [entity, file] of Object.entries(files)) {
    const options = entity === 'opportunity' ? { values: { product: { GTXPro: 'GTX Pro' } } } : {};
    await imported(client, entity, { file: readFileSync(`${folder}/${file}.csv`, 'utf8'), options });
  }
  return product;
}

interface Job {
  readonly state: string;
  readonly report: { readonly refused: number };
}

async function imported(
  client: WorkspaceClient,
  entity: string,
  { file, options }: { readonly file: string; readonly options: object },
): Promise<void> {
  const form = new FormData();
  form.set('options', JSON.stringify(options));
  form.set('file', new Blob([file]), 'file.csv');
  const request = new Response(form);
  const type = { 'content-type': request.headers.get('content-type') ?? '' };
  const path = `/api/records/${entity}/import`;
  const { id } = (await client.call<{ data: { id: string } }>('POST', path, await request.text(), type)).data;
  const read = async (): Promise<Job> => (await client.call<{ data: Job }>('GET', `/api/jobs/${id}`)).data;
  let job = await read();
  for (; job.state === 'queued' || job.state === 'running'; job = await read())
    await new Promise((resolve) => setTimeout(resolve, 200));
  if (job.state !== 'done') throw new Error(`${entity}: the import is ${job.state}`);
  if (job.report.refused > 0) throw new Error(`${entity}: ${job.report.refused} rows were refused`);
}
