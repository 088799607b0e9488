// A hundred additive publishes under a load of reads and writes: nobody's request fails.
import { expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { workspace } from '@trellis/testing/workspace';

test('a hundred additive publishes under a load of reads and writes: no failed request', async () => {
  const task = (columns: number) =>
    entity('task', {
      name: 'text',
      ...Object.fromEntries(Array.from({ length: columns }, (_, n) => [`extra_${n}`, 'integer' as const])),
    });
  await using ws = await workspace({ items: [task(0), entity('step', { task: { type: 'lookup', entity: 'task' } })] });
  const first = await ws.admin.create('task', { name: 'first' });
  let running = true;
  let answered = 0;
  const failed: string[] = [];
  const ask = async (method: string, path: string, body?: object): Promise<void> => {
    const { status, text } = await ws.admin.send(method, path, body);
    answered++;
    if (status >= 400) failed.push(`${method} ${path} → ${status} ${text.slice(0, 200)}`);
  };
  const load = [
    () => ask('POST', '/api/records/task', { name: 'made under load' }),
    () => ask('POST', '/api/records/step', { task: first.id }),
    () => ask('PATCH', `/api/records/task/${first.id}`, { name: `changed ${answered}` }),
    () => ask('GET', `/api/records/task/${first.id}`),
    () => ask('GET', '/api/records/task?limit=20&count=capped'),
    () => ask('POST', '/api/records/task/aggregate', { dimensions: ['name'], measures: ['count'] }),
  ];
  const workers = load.map(async (work) => {
    while (running) await work();
  });
  for (let n = 1; n <= 100; n++) {
    const item =
      n % 5 === 0 ? entity(`extra_${n}`, { task: { type: 'lookup', entity: 'task' }, name: 'text' }) : task(n);
    const body = { items: [{ op: 'put', kind: item.kind, name: item.name, body: item.body }] };
    const { data } = await ws.admin.call<{ data: { id: string } }>('POST', '/api/metadata/drafts', body);
    await ws.admin.call('POST', `/api/metadata/drafts/${data.id}/publish`, {});
  }
  running = false;
  await Promise.all(workers);
  expect(failed).toEqual([]);
  expect(answered).toBeGreaterThan(300);
  expect(await ws.admin.me()).toMatchObject({ metadata_version: 101 });
  expect(await ws.admin.get('task', first.id)).toHaveProperty('extra_98');
  const [outbox] = await ws.query(`select count(*) = count(distinct (record_id, version)) as once from _outbox`);
  expect(outbox).toEqual({ once: true });
}, 120_000);
