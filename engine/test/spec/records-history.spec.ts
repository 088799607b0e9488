// History and outbox: what every write leaves behind, in the same transaction, and what a refused one does not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const items = [
  entity('person', { name: 'text' }),
  entity('task', {
    name: { type: 'text', required: true, unique: true },
    pay: 'decimal',
    done: 'boolean',
    who: { type: 'lookup', entity: 'person' },
    tags: 'tags',
    where: 'address',
    about: { type: 'related_to', entities: ['person', 'plain'] },
  }),
  entity('plain', { name: 'text' }, { history: false }),
  role('namer', { task: { read: true }, person: { read: true, fields: { name: { read: false } } } }),
  role('reader', {
    task: { read: true, fields: { pay: { read: false }, done: { read: { '==': [{ var: 'name' }, 'open'] } } } },
  }),
];

const refer = (name: string, id: string) => ({ entity: name, id });

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items });
});
afterAll(() => ws.close());

const events = (id: string) =>
  ws.query('select kind, entity, version, actor, changes from _outbox where record_id = $1 order by xid, id', [id]);
const total = async () =>
  (
    await ws.query<{ n: number }>(
      'select (select count(*) from _outbox)::int + (select count(*) from _history)::int as n',
    )
  )[0]?.n;

describe('history', () => {
  test('tells who changed which field from what to what, newest first', async () => {
    const joyce = await ws.admin.create('person', { name: 'Joyce' });
    const { id } = await ws.admin.create('task', { name: 'a', pay: 10 });
    await ws.admin.patch('task', id, { pay: 12.5, who: joyce.id, tags: ['x'] });
    await ws.admin.patch('task', id, { where: { city: 'Dublin' }, tags: [] });
    const history = await ws.admin.history('task', id);
    expect(history).toMatchObject([
      {
        action: 'update',
        version: 3,
        changes: { where: { old: null, new: { city: 'Dublin' } }, tags: { old: ['x'], new: null } },
      },
      {
        action: 'update',
        version: 2,
        by: { id: ws.admin.id, title: 'Ada' },
        changes: {
          pay: { old: 10, new: 12.5 },
          who: { old: null, new: { id: joyce.id, title: 'Joyce' } },
          tags: { old: null, new: ['x'] },
        },
      },
      { action: 'create', version: 1, changes: { name: { old: null, new: 'a' }, pay: { old: null, new: 10 } } },
    ]);
    expect(Object.keys(history[0]?.changes ?? {}).sort()).toEqual(['tags', 'where']);
  });

  test('leaves out fields that its reader may never, or not on every row, read', async () => {
    const reader = await ws.as('reader');
    const { id } = await ws.admin.create('task', { name: 'b', pay: 10, done: true });
    const [entry] = await reader.history('task', id);
    expect(Object.keys(entry?.changes ?? {})).not.toContain('pay');
    expect(Object.keys(entry?.changes ?? {})).not.toContain('done');
    expect(entry?.changes).toHaveProperty('name');
  });

  test('does not name a record that its reader may not see', async () => {
    const reader = await ws.as('reader');
    const hidden = await ws.admin.create('person', { name: 'Nemo' });
    const { id } = await ws.admin.create('task', { name: 'c', who: hidden.id });
    expect(JSON.stringify(await reader.history('task', id))).not.toMatch(/Nemo/);
    expect(JSON.stringify(await reader.history('task', id))).not.toContain(hidden.id);
  });

  test('names a record without the title that its reader may not read', async () => {
    const namer = await ws.as('namer');
    const joyce = await ws.admin.create('person', { name: 'Joyce' });
    const { id } = await ws.admin.create('task', { name: 'untitled', who: joyce.id, about: refer('person', joyce.id) });
    const [entry] = await namer.history('task', id);
    expect(entry?.changes).toMatchObject({
      who: { new: { id: joyce.id, title: null } },
      about: { new: { entity: 'person', id: joyce.id, title: null } },
    });
  });

  test('tells references to one of several entities with their titles, once', async () => {
    const joyce = await ws.admin.create('person', { name: 'Joyce' });
    const { id } = await ws.admin.create('task', { name: 'ref', about: refer('person', joyce.id) });
    await ws.admin.patch('task', id, { about: null });
    const [cleared, made] = await ws.admin.history('task', id);
    const told = { entity: 'person', id: joyce.id, title: 'Joyce' };
    expect(cleared?.changes).toEqual({ about: { old: told, new: null } });
    expect(made?.changes).toMatchObject({ about: { old: null, new: told } });
    expect(made?.changes).not.toHaveProperty('about_entity');
  });

  test('comes in pages', async () => {
    const { id } = await ws.admin.create('task', { name: 'd' });
    for (let pay = 1; pay <= 5; pay++) await ws.admin.patch('task', id, { pay });
    const versions: number[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: { data: { version: number }[]; page: { after: string | null } } = await ws.admin.call(
        'GET',
        `/api/records/task/${id}/history?limit=2&after=${after}`,
      );
      versions.push(...page.data.map(({ version }) => version));
      after = page.page.after;
    }
    expect(versions).toEqual([6, 5, 4, 3, 2, 1]);
    await expect(ws.admin.call('GET', `/api/records/task/${id}/history?limit=0`)).rejects.toMatchObject({
      status: 400,
    });
    await expect(ws.admin.call('GET', `/api/records/task/${id}/history?after=x`)).rejects.toMatchObject({
      status: 400,
    });
  });

  test('of a record in the trash or out of sight is not found', async () => {
    const { id } = await ws.admin.create('task', { name: 'e' });
    await ws.admin.delete('task', id);
    await expect((await ws.as('reader')).history('task', id)).rejects.toMatchObject({ status: 404 });
    await expect((await ws.as('reader')).history('person', id)).rejects.toMatchObject({ status: 400 });
  });

  test('is kept only where the entity wants it; the outbox is always written', async () => {
    const { id } = await ws.admin.create('plain', { name: 'x' });
    expect(await ws.admin.history('plain', id)).toEqual([]);
    expect(await events(id)).toHaveLength(1);
  });
});

describe('the outbox', () => {
  test('has one row for each change, in order, with what changed and by whom', async () => {
    const { id } = await ws.admin.create('task', { name: 'o1', pay: 1 });
    await ws.admin.patch('task', id, { pay: 2 });
    await ws.admin.delete('task', id);
    await ws.admin.restore('task', id);
    expect(await events(id)).toEqual(
      [
        { kind: 'created', version: 1, changes: expect.objectContaining({ pay: { old: null, new: 1 } }) },
        { kind: 'updated', version: 2, changes: { pay: { old: 1, new: 2 } } },
        { kind: 'deleted', version: 3, changes: {} },
        { kind: 'restored', version: 4, changes: {} },
      ].map((event) => ({ entity: 'task', actor: ws.admin.id, ...event })),
    );
  });

  test('is written in the transaction of the change: the same id of it stands at both', async () => {
    const { id } = await ws.admin.create('task', { name: 'o2' });
    const [row] = await ws.query(
      `select (select t.xmin::text::bigint from task t where t.id = $1) = (o.xid::text::bigint % 4294967296) as same,
         (select count(*)::int from _history h where h.record_id = $1 and h.xmin = o.xmin) as history from _outbox o where o.record_id = $1`,
      [id],
    );
    expect(row).toEqual({ same: true, history: 1 });
  });

  test('a refused write leaves neither history nor outbox row', async () => {
    const { id, version } = await ws.admin.create('task', { name: 'o3' });
    await ws.admin.patch('task', id, { pay: 1 });
    const before = await total();
    const reader = await ws.as('reader');
    await expect(ws.admin.create('task', {})).rejects.toMatchObject({ status: 422 });
    await expect(ws.admin.create('task', { name: 'o3' })).rejects.toMatchObject({ status: 409 });
    await expect(ws.admin.patch('task', id, { pay: 5 }, version)).rejects.toMatchObject({ status: 409 });
    await expect(ws.admin.patch('task', id, { who: id })).rejects.toMatchObject({ status: 422 });
    await expect(reader.delete('task', id)).rejects.toMatchObject({ status: 403 });
    await expect(
      ws.admin.batch('task', [
        { op: 'create', values: { name: 'fine' } },
        { op: 'create', values: {} },
      ]),
    ).rejects.toMatchObject({ status: 422 });
    expect(await total()).toBe(before);
  });

  test('its size is a metric', async () => {
    const { text } = await ws.stranger.send('GET', '/metrics');
    const [row] = await ws.query<{ n: number }>('select count(*)::int as n from _outbox');
    expect(text).toContain(`trellis_outbox_rows{workspace="main"} ${row?.n}`);
  });
});

test('history is in order and complete for a record that many change at once', async () => {
  const { id } = await ws.admin.create('task', { name: 'many' });
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, pay) => ws.admin.patch('task', id, { pay: pay + 1 }, undefined)),
  );
  const written = results.filter(({ status }) => status === 'fulfilled').length;
  const history = await ws.admin.history('task', id);
  expect(history.map(({ version }) => version)).toEqual(Array.from({ length: written + 1 }, (_, n) => written + 1 - n));
  for (const [index, entry] of history.slice(0, -1).entries())
    expect(entry.changes['pay']?.old).toBe(history[index + 1]?.changes['pay']?.new ?? null);
});
