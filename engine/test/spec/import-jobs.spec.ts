// An import outlives its request, and the process that works on it.
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { importWorkspace, type FinishedJob, type ImportWorkspace } from '../import-workspace.ts';

const book = entity('book', {
  title: { type: 'text', required: true },
  isbn: { type: 'text', unique: true },
  pages: 'integer',
});
const importer = role('importer', { book: { read: 'own', create: true, import: true } });
const overseer = role('overseer', { book: { read: true } }, { rights: ['jobs'] });
const rowCount = 12_000;
/** Every hundredth row is refused. */
const file = `title,isbn,pages\n${Array.from({ length: rowCount }, (_, n) => `Book ${n},i-${n},${n % 100 === 50 ? 'x' : n}`).join('\n')}\n`;

let importing: ImportWorkspace;
afterEach(() => importing.close());

test('a job whose process was killed is taken over and goes on: nothing twice, nothing lost', async () => {
  importing = await importWorkspace({ items: [book] }, false);
  const { ws, home } = importing;
  const id = await importing.start(ws.admin, 'book', file);
  const url = String(ws.engine.database.pool.options.connectionString);
  const worker = spawn(process.execPath, [fileURLToPath(new URL('../import-worker.ts', import.meta.url)), url, home], {
    stdio: 'inherit',
  });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const left = await until(id, ({ done }) => done >= 2000);
  worker.kill('SIGKILL');
  await ended;
  expect(left.done).toBeLessThan(rowCount);

  const stop = importing.work();
  const job = await importing.finished(ws.admin, id);
  await stop();
  expect(job).toMatchObject({
    state: 'done',
    done: rowCount,
    report: { accepted: rowCount - 120, refused: 120, rows: rowCount },
  });
  expect(new Set(job.report.errors.map(({ row }) => row)).size).toBe(120);
  const [counts] = await ws.query(
    'select count(*)::int as books, count(distinct isbn)::int as isbns, (select count(*)::int from _history where entity = $1) as history from book',
    ['book'],
  );
  expect(counts).toEqual({ books: rowCount - 120, isbns: rowCount - 120, history: rowCount - 120 });
  const { text } = await ws.admin.send('GET', `/api/jobs/${id}/errors.csv`);
  expect(text.trim().split('\r\n')).toHaveLength(121);
}, 60_000);

test('a job that is given back when its process ends in order goes on elsewhere', async () => {
  importing = await importWorkspace({ items: [book] }, false);
  const id = await importing.start(importing.ws.admin, 'book', file);
  const stop = importing.work();
  await until(id, ({ done }) => done > 0);
  await stop();
  const again = importing.work();
  const job = await importing.finished(importing.ws.admin, id);
  await again();
  expect(job.report).toMatchObject({ accepted: rowCount - 120, refused: 120 });
});

test('a job whose connections are cut is taken up again: nothing twice, nothing lost', async () => {
  importing = await importWorkspace({ items: [book] }, false);
  const { ws } = importing;
  const id = await importing.start(ws.admin, 'book', file);
  const stop = importing.work({ leaseSeconds: 2, heartbeatMs: 500, pollMs: 20 });
  await until(id, ({ done }) => done > 0);
  await ws.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'trellis'`,
  );
  const state = async (): Promise<unknown> =>
    (await ws.query('select state from trellis.job where id = $1', [id]))[0]?.['state'];
  await expect.poll(state, { timeout: 30_000 }).toBe('done');
  const job = await importing.finished(ws.admin, id);
  await stop();
  expect(job).toMatchObject({ state: 'done', report: { accepted: rowCount - 120, refused: 120 } });
  expect((await ws.admin.page('book', { limit: 1, count: 'exact' })).page.count).toBe(rowCount - 120);
}, 60_000);

test('a cancelled job ends after the batch that is under way, and keeps what it has written', async () => {
  importing = await importWorkspace({ items: [book] }, false);
  const { ws } = importing;
  const id = await importing.start(ws.admin, 'book', file);
  const stop = importing.work();
  await until(id, ({ done }) => done > 0);
  await ws.admin.call('POST', `/api/jobs/${id}/cancel`);
  const job = await importing.finished(ws.admin, id);
  await stop();
  expect(job.state).toBe('cancelled');
  expect(job.done).toBeLessThan(rowCount);
  const { page } = await ws.admin.page('book', { limit: 1, count: 'exact' });
  expect(page.count).toBe(job.report.accepted);
});

test('a job that nobody has begun is cancelled at once', async () => {
  importing = await importWorkspace({ items: [book] }, false);
  const id = await importing.start(importing.ws.admin, 'book', 'title\nx\n');
  await importing.ws.admin.call('POST', `/api/jobs/${id}/cancel`);
  expect((await importing.finished(importing.ws.admin, id)).state).toBe('cancelled');
});

test('a job runs with the rights that its maker has when it runs', async () => {
  importing = await importWorkspace({ items: [book, importer] }, false);
  const { ws } = importing;
  const client = await ws.as('importer');
  const id = await importing.start(client, 'book', 'title\nx\n');
  await ws.query(`update trellis.member set roles = '{}' where user_id = $1`, [client.id]);
  ws.engine.people.forget('main');
  const stop = importing.work();
  const job = await importing.finished(client, id);
  await stop();
  expect(job).toMatchObject({ state: 'failed', report: { problem: { code: 'unknown_entity' } } });
  expect(await ws.admin.list('book')).toEqual([]);
});

test('who has the right `jobs` sees how far the jobs of others are, but none of their rows', async () => {
  importing = await importWorkspace({ items: [book, overseer] });
  const { id } = await importing.run(importing.ws.admin, 'book', 'title,pages\nx,y\n');
  const client = await importing.ws.as('overseer');
  const { data } = await client.call<{ data: FinishedJob[] }>('GET', '/api/jobs');
  expect(data).toMatchObject([{ id, state: 'done', report: { refused: 1 } }]);
  expect(data[0]?.report).not.toHaveProperty('errors');
  await expect(client.call('GET', `/api/jobs/${id}/errors.csv`)).rejects.toMatchObject({ status: 404 });
});

test('an upload that is refused as a whole leaves no file behind', async () => {
  importing = await importWorkspace({ items: [book] });
  await expect(importing.start(importing.ws.admin, 'book', '')).rejects.toMatchObject({ code: 'unreadable_file' });
  expect(await readdir(`${importing.home}/imports`)).toEqual([]);
});

async function until(id: string, reached: (job: FinishedJob) => boolean): Promise<FinishedJob> {
  for (;;) {
    const { data } = await importing.ws.admin.call<{ data: FinishedJob }>('GET', `/api/jobs/${id}`);
    if (reached(data) || data.state === 'failed') return data;
    await sleep(5);
  }
}

test('a form that is too big or broken is refused and leaves no file behind', async () => {
  importing = await importWorkspace({ items: [book] });
  const { ws, home } = importing;
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const big = `--b\r\ncontent-disposition: form-data; name="options"\r\n\r\n${'x'.repeat(1_100_000)}\r\n--b--\r\n`;
  await expect(ws.admin.call('POST', '/api/records/book/import', big, headers)).rejects.toMatchObject({
    status: 413,
    code: 'too_big',
  });
  const open = '--b\r\ncontent-disposition: form-data; name="file"; filename="f.csv"\r\n\r\ntitle\nx';
  await expect(ws.admin.call('POST', '/api/records/book/import', open, headers)).rejects.toMatchObject({ status: 400 });
  await expect(ws.admin.call('POST', '/api/records/book/import', '{}')).rejects.toMatchObject({ status: 400 });
  expect(await readdir(`${home}/imports`)).toEqual([]);
});
