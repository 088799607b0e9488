// Several nodes over one database: what one does, the others know a moment later, and nothing is done twice.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { engineSettings } from '@trellis/testing/engine-settings';
import { clientOf, type WorkspaceClient } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import { makeApp } from '../../src/app.ts';
import { startEngine, type Engine } from '../../src/engine.ts';

const book = (more: Parameters<typeof entity>[1] = {}) =>
  entity('book', { title: 'text', number: { type: 'auto_number', pattern: '{0000}' }, ...more }, { ownership: 'user' });

let ws: Workspace;
let other: {
  readonly engine: Engine;
  readonly server: Server;
  readonly admin: WorkspaceClient;
  as(userId: string): Promise<WorkspaceClient>;
};
beforeAll(async () => {
  ws = await workspace({ items: [book(), role('reader', { book: { read: true } })] });
  const engine = await startEngine({
    databaseUrl: ws.engine.database.pool.options.connectionString ?? '',
    poolSize: 4,
    log: ws.engine.log,
    settings: engineSettings,
  });
  const server = createServer(makeApp(engine));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const as = (userId: string): Promise<WorkspaceClient> => clientAt(url, engine, userId);
  other = { engine, server, admin: await as(ws.admin.id), as };
});
afterAll(async () => {
  other.server.closeAllConnections();
  await new Promise((resolve) => other.server.close(resolve));
  await other.engine.close();
  await ws.close();
});

async function clientAt(url: string, engine: Engine, userId: string): Promise<WorkspaceClient> {
  const [member] = await ws.query<{ login: string }>('select login from trellis.member where user_id = $1', [userId]);
  const { token, session } = await engine.sessions.open(engine.database, member?.login ?? '', 'main', userId);
  return clientOf(url, { id: userId, cookie: `trellis_session=${token}`, csrfToken: session.csrfToken });
}

const moment = { timeout: 2_000, interval: 10 };

test('what one publishes, the other serves a moment later', async () => {
  const { id } = await other.admin.create('book', { title: 'before' });
  const items = [
    { op: 'put', kind: 'entity', name: 'book', body: book({ pages: { type: 'integer', default: 7 } }).body },
  ];
  const { data } = await ws.admin.call<{ data: { id: string } }>('POST', '/api/metadata/drafts', { items });
  const published = await ws.admin.call<{ data: { version: number } }>(
    'POST',
    `/api/metadata/drafts/${data.id}/publish`,
    {},
  );
  await vi.waitFor(
    async () => expect(await other.admin.me()).toMatchObject({ metadata_version: published.data.version }),
    moment,
  );
  expect(await other.admin.get('book', id)).toHaveProperty('pages', null);
  expect(await other.admin.create('book', { title: 'after' })).toMatchObject({ pages: 7 });
});

test('a form that one gave out, in whatever language, is checked by a validator that another serves', async () => {
  // A node in a process of its own shares no memory with this one.
  vi.resetModules();
  const apart = await import('../../src/app.ts');
  const server = createServer(apart.makeApp(other.engine));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const admin = await clientAt(url, other.engine, ws.admin.id);
  for (const language of ['en', 'zh-CN']) {
    const { data } = await ws.admin.call<{ data: { validator: string } }>('GET', '/api/forms/book/default', undefined, {
      'accept-language': language,
    });
    expect(await admin.send('GET', data.validator)).toMatchObject({
      status: 200,
      text: expect.stringContaining('export'),
    });
  }
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a table that has moved on under a node that has not heard of it yet is met with the newest model', async () => {
  const { id } = await other.admin.create('book', { title: 'x', pages: 1 });
  const stale = other.engine.models.peek('main');
  if (!stale) throw new Error('no model');
  // As if a later release had taken the column away, and the notification were still on its way.
  await ws.query('alter table book rename column pages to leaves');
  await ws.query(`insert into trellis.version (workspace, number, layers) select workspace, number + 1,
    replace(layers::text, '"pages"', '"leaves"')::json from trellis.version order by number desc limit 1`);
  expect(await other.admin.get('book', id)).toMatchObject({ title: 'x', leaves: 1 });
  expect(other.engine.models.peek('main')?.version).toBe(stale.version + 1);
});

test('whom one node lets go, the other does not know any more', async () => {
  const reader = await ws.as('reader');
  const there = await other.as(reader.id);
  expect((await there.send('GET', '/api/records/book')).status).toBe(200);
  await ws.admin.patch('user', reader.id, { active: false });
  await vi.waitFor(async () => expect((await there.send('GET', '/api/records/book')).status).toBe(401), moment);
});

test('numbers that two nodes give at once never repeat', async () => {
  const made = await Promise.all(
    Array.from({ length: 100 }, (_, n) => (n % 2 ? ws.admin : other.admin).create('book', { title: `b${n}` })),
  );
  expect(new Set(made.map(({ number }) => number)).size).toBe(100);
});

test('what somebody is called now stands beside their records at once, and on the other node a moment later', async () => {
  const reader = await ws.as('reader');
  const { id } = await ws.admin.create('book', { title: 'named', owner: reader.id });
  const ownerAt = async (client: WorkspaceClient) => (await client.get('book', id, 'owner'))['owner'];
  const before = await ownerAt(ws.admin);
  expect(await ownerAt(other.admin)).toEqual(before);
  for (const name of ['Ann', 'Ann "B" \\ 😀']) {
    await ws.admin.patch('user', reader.id, { name });
    expect(await ownerAt(ws.admin)).toEqual({ id: reader.id, title: name });
    await vi.waitFor(async () => expect(await ownerAt(other.admin)).toEqual({ id: reader.id, title: name }), moment);
  }
  const both = await ws.admin.batch('user', [{ op: 'update', id: reader.id, values: { name: 'Bea' } }]);
  expect(both[0]).toMatchObject({ ok: true });
  expect(await ownerAt(ws.admin)).toEqual({ id: reader.id, title: 'Bea' });
});
