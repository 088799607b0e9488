// Exports while they run: one moment's rows however long it takes, no half file that looks whole, nothing left behind by who goes.
import { setTimeout as sleep } from 'node:timers/promises';
import { raw } from '@trellis/expressions/sql';
import { entity } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import type { Opening } from '@trellis/testing/workspace-client';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { exported, exportPath } from '../exported.ts';

const note = entity('note', { title: 'text', body: 'long_text' });
/** With bodies that make more of it than sockets take up by themselves. */
const rows = 30_000;
const whole = exportPath('note', { select: 'title,body', sort: 'id' });

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items: [note] });
  await ws.query(`insert into note (id, title, body, created_by, updated_by)
    select gen_random_uuid(), 'n' || n, repeat(md5(n::text), 100), gen_random_uuid(), gen_random_uuid()
    from generate_series(1, ${rows}) n`);
});
afterEach(() => void vi.useRealTimers());
afterAll(() => ws.close());

const plain: Opening = { headers: { 'accept-encoding': 'identity' } };

/** An export whose reader has taken a little, and takes no more until asked to. */
async function begin(opening: Opening = plain): Promise<() => Promise<number>> {
  const { body } = await ws.admin.open(whole, opening);
  const decoder = new TextDecoder();
  let lines = 0;
  const pieces = body?.[Symbol.asyncIterator]();
  const count = (bytes?: Uint8Array): void =>
    void (lines += decoder.decode(bytes, { stream: true }).split('\n').length - 1);
  count((await pieces?.next())?.value);
  return async () => {
    for (let piece = await pieces?.next(); piece && !piece.done; piece = await pieces?.next()) count(piece.value);
    return lines - 1;
  };
}

/** Backends that hold anything of the table, or wait for it. */
const holders = async (): Promise<number[]> =>
  (await ws.query<{ pid: number }>(`select distinct pid from pg_locks where relation = 'note'::regclass`)).map(
    ({ pid }) => pid,
  );

async function eventually(check: () => Promise<boolean> | boolean): Promise<void> {
  const until = Date.now() + 10_000;
  while (!(await check())) {
    if (Date.now() > until) throw new Error('it has not come to be');
    await sleep(20);
  }
}

test('an export shows one moment, whatever is written while it goes on', async () => {
  const rest = await begin();
  const { id } = await ws.admin.create('note', { title: 'later' });
  await ws.query(`delete from note where title like 'n%5'`);
  expect(await rest()).toBe(rows);
  expect((await exported(ws.admin, 'note', { select: 'title' })).rows).toHaveLength(rows * 0.9 + 1);
  await ws.query(`insert into note (id, title, body, created_by, updated_by)
    select gen_random_uuid(), 'n5', repeat('x', 3200), gen_random_uuid(), gen_random_uuid() from generate_series(1, ${rows * 0.1}) n`);
  await ws.admin.delete('note', id);
});

test.each([
  ['as it is', plain],
  ['compressed', {}],
])('what breaks in the middle is seen to be broken (%s)', async (_, opening) => {
  const rest = await begin(opening);
  const [pid] = await holders();
  await ws.query('select pg_terminate_backend($1)', [pid]);
  await expect(rest()).rejects.toThrow();
  expect(ws.incidents.splice(0)).toMatchObject([{ msg: 'an export was broken off' }]);
});

test('a client that goes away leaves nothing behind', async () => {
  const leaving = new AbortController();
  const rest = await begin({ ...plain, signal: leaving.signal });
  expect(await holders()).toHaveLength(1);
  leaving.abort();
  await expect(rest()).rejects.toThrow();
  await eventually(async () => (await holders()).length === 0);
  expect(ws.incidents).toEqual([]);
});

test('a client that goes away before the first row ends the statement that looks for it', async () => {
  const { database } = ws.engine;
  const release = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const lock = database.transaction(async (connection) => {
    await connection.query(raw('lock table main.note in access exclusive mode'));
    locked.resolve();
    await release.promise;
  });
  await locked.promise;
  const leaving = new AbortController();
  const answer = ws.admin.open(whole, { signal: leaving.signal });
  await eventually(async () => (await holders()).length === 2);
  leaving.abort();
  await expect(answer).rejects.toThrow();
  await eventually(async () => (await holders()).length === 1);
  release.resolve();
  await lock;
  expect(ws.incidents).toEqual([]);
});

test('a client that takes nothing any more is given up after a minute', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const rest = await begin();
  const [pid] = await holders();
  const alive = async (): Promise<boolean> =>
    (await ws.query('select from pg_stat_activity where pid = $1', [pid])).length > 0;
  // Until sockets are full.
  await sleep(1000);
  await vi.advanceTimersByTimeAsync(50_000);
  expect(await alive()).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  await eventually(async () => !(await alive()));
  await expect(rest()).rejects.toThrow();
});

test('a publication does not wait for a slow reader, who gets every row all the same', async () => {
  const rest = await begin();
  const publish = async (): Promise<unknown> => {
    const items = [{ op: 'put', ...entity('note', { title: 'text', body: 'long_text', more: 'text' }) }];
    const { data } = await ws.admin.call<{ data: { id: string } }>('POST', '/api/metadata/drafts', { items });
    return ws.admin.call('POST', `/api/metadata/drafts/${data.id}/publish`, {});
  };
  expect(await publish()).toMatchObject({ data: { version: 2 } });
  expect(await rest()).toBe(rows);
});

test('exports take turns, so that who works records finds a connection', async () => {
  const rest = await begin();
  const second = exported(ws.admin, 'note', { select: 'title', limit: 1 });
  let come = false;
  void second.then(() => (come = true));
  expect(await ws.admin.list('note', { limit: 1 })).toHaveLength(1);
  await sleep(300);
  expect(come).toBe(false);
  await rest();
  expect((await second).rows).toHaveLength(1);
});
