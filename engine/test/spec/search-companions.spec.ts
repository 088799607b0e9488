// Search companions of rows that were there first: filled beside the running system by a job that outlives its process.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import type { RawItem } from '@trellis/metadata/kinds';
import { engineSettings } from '@trellis/testing/engine-settings';
import { startEngine } from '../../src/engine.ts';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const book = (search: string[]): RawItem =>
  entity('book', { title: 'text', author: 'person_name', isbn: 'text' }, { search });

let importing: ImportWorkspace;
let ws: ImportWorkspace['ws'];
beforeEach(async () => {
  importing = await importWorkspace({ items: [book(['isbn'])] }, false);
  ws = importing.ws;
});
afterEach(() => importing.close());

const publish = async (item: RawItem): Promise<void> => {
  const drafts = '/api/metadata/drafts';
  const body = { items: [{ op: 'put', ...item }] };
  const { data } = await ws.admin.call<{ data: { id: string } }>('POST', drafts, body);
  await ws.admin.call('POST', `${drafts}/${data.id}/publish`, {});
};
const found = async (search: string): Promise<unknown[]> =>
  (await ws.admin.list('book', { search, sort: 'isbn' })).map(({ isbn }) => isbn);
const jobs = () =>
  ws.query<{ state: string; done: number; report: object }>(
    `select state, done, report from trellis.job where kind = 'search_companions' order by created_at`,
  );
const begin = () => ws.query('update trellis.job set lease_until = null');
const ended = () => expect.poll(async () => (await jobs()).at(-1)?.state, { timeout: 30_000 }).toBe('done');
const fill = async (): Promise<void> => {
  await begin();
  const stop = importing.work();
  await ended();
  await stop();
};
const columns = async (): Promise<unknown[]> =>
  (
    await ws.query(`select column_name from information_schema.columns
      where table_schema = 'main' and table_name = 'book' and column_name like '\\_pinyin%' order by 1`)
  ).map((row) => row['column_name']);
/** As an older model, or something else than the engine, would have written it. */
const insert = (count: number): Promise<unknown> =>
  ws.query(`insert into book (id, title, isbn, created_by, updated_by)
    select gen_random_uuid(), '红楼梦', 'b' || n, gen_random_uuid(), gen_random_uuid() from generate_series(1, ${count}) n`);

test('a field that becomes searched is found by its characters at once, and by its pinyin when the job is through', async () => {
  await ws.admin.create('book', { title: '西游记', author: '吴承恩', isbn: '1' });
  const trashed = await ws.admin.create('book', { title: '水浒传', isbn: '2' });
  await ws.admin.delete('book', trashed.id);
  const unchanged = `select version, updated_at, (select count(*) from _history) as history, (select count(*) from _outbox) as events
    from book order by isbn`;
  const before = await ws.query(unchanged);

  await publish(book(['title', 'author', 'isbn']));
  await ws.admin.create('book', { title: '三国演义', isbn: '3' });
  expect([await found('西游'), await found('xiyouji'), await found('sgyy')]).toEqual([['1'], [], ['3']]);
  expect(await jobs()).toMatchObject([{ state: 'queued' }]);

  await ws.query(`delete from book where isbn = '3'`);
  await ws.query('delete from _history where version = 1 and record_id not in (select id from book)');
  await fill();
  expect([await found('xyj'), await found('wuchengen'), await found('wce')]).toEqual([['1'], ['1'], ['1']]);
  expect((await jobs())[0]?.report).toEqual({ filled: 2 });
  expect((await ws.query(unchanged)).map(({ version, updated_at }) => ({ version, updated_at }))).toEqual(
    before.map(({ version, updated_at }) => ({ version, updated_at })),
  );
  await ws.admin.restore('book', trashed.id);
  expect(await found('shuihu')).toEqual(['2']);
});

test('a job whose process is killed goes on where it was', async () => {
  await insert(12_000);
  await publish(book(['title']));
  await begin();
  const url = String(ws.engine.database.pool.options.connectionString);
  const worker = spawn(process.execPath, [
    fileURLToPath(new URL('../import-worker.ts', import.meta.url)),
    url,
    importing.home,
  ]);
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  await expect
    .poll(async () => (await jobs())[0]?.done, { timeout: 30_000, interval: 5 })
    .toBeGreaterThanOrEqual(2_000);
  worker.kill('SIGKILL');
  await gone;
  const [left] = await jobs();
  expect(left?.done).toBeLessThan(12_000);
  const stop = importing.work();
  await ended();
  await stop();
  expect(await jobs()).toMatchObject([{ done: 12_000, report: { filled: 12_000 } }]);
  expect((await ws.admin.page('book', { search: 'hlm', count: 'exact', limit: 1 })).page.count).toBe(12_000);
}, 60_000);

test('a row that somebody is writing is left to them, and filled when they are done', async () => {
  await insert(3);
  await publish(book(['title', 'isbn']));
  const client = await ws.engine.database.pool.connect();
  await client.query(`begin; update main.book set title = '金瓶梅' where isbn = 'b2'`);
  await begin();
  const stop = importing.work();
  await expect.poll(() => found('hlm'), { timeout: 10_000 }).toEqual(['b1', 'b3']);
  await client.query('commit');
  client.release();
  await ended();
  await stop();
  expect([await found('hlm'), await found('jpm')]).toEqual([['b1', 'b3'], ['b2']]);
});

test('a field that is not searched any more loses its companion, and gets it again', async () => {
  await publish(book(['title']));
  expect(await columns()).toEqual(['_pinyin_title']);
  await ws.admin.create('book', { title: '聊斋志异', isbn: '1' });
  await publish(book(['isbn']));
  expect(await columns()).toEqual(['_pinyin_isbn']);
  await publish(book(['title', 'isbn']));
  expect([await columns(), await found('lzzy')]).toEqual([['_pinyin_isbn', '_pinyin_title'], []]);
  await fill();
  expect(await found('lzzy')).toEqual(['1']);
});

test('the plan says what becomes of companions, and nothing of it has to be confirmed', async () => {
  await publish(book(['title']));
  const { data } = await ws.admin.call<{ data: { id: string } }>('POST', '/api/metadata/drafts', {
    items: [{ op: 'put', ...book(['author']) }],
  });
  const plan = await ws.admin.call<{ data: { steps: object[]; problems: object[] } }>(
    'POST',
    `/api/metadata/drafts/${data.id}/plan`,
    {},
  );
  expect(plan.data.problems).toEqual([]);
  expect(plan.data.steps).toMatchObject([
    { class: 'safe', does: 'add_column', text: 'Add the column _pinyin_author to book', lock: 'moment' },
    { does: 'rebuild_index', lock: 'none' },
    { does: 'rebuild_index', lock: 'none' },
    { class: 'safe', does: 'drop_column', text: 'Take away the column _pinyin_title of book', lock: 'moment' },
  ]);
});

test('tables of an earlier release have companions before they serve, and are filled then', async () => {
  await publish(book(['title', 'isbn']));
  await insert(2);
  await ws.query('alter table book drop column _pinyin_title; delete from _unfilled; delete from trellis.job');
  const databaseUrl = String(ws.engine.database.pool.options.connectionString);
  const next = await startEngine({ databaseUrl, poolSize: 4, log: ws.engine.log, settings: engineSettings });
  await ws.admin.create('book', { title: '儒林外史', isbn: '9' });
  expect(await found('rlws')).toEqual(['9']);
  await expect.poll(jobs, { timeout: 10_000 }).toMatchObject([{ state: 'queued' }]);
  await next.close();
  await fill();
  expect(await found('hlm')).toEqual(['b1', 'b2']);
});

test('a job that somebody has cancelled is taken up again with the next start', async () => {
  await insert(2);
  await publish(book(['title', 'isbn']));
  await ws.query(`update trellis.job set state = 'cancelled'`);
  const databaseUrl = String(ws.engine.database.pool.options.connectionString);
  const next = await startEngine({ databaseUrl, poolSize: 4, log: ws.engine.log, settings: engineSettings });
  await expect.poll(jobs, { timeout: 10_000 }).toMatchObject([{ state: 'cancelled' }, { state: 'queued' }]);
  await next.close();
  await fill();
  expect(await found('hlm')).toEqual(['b1', 'b2']);
});
