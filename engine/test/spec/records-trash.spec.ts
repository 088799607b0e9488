// The trash: what a delete leaves, who sees it, how it comes back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

let ws: Workspace;
beforeAll(async () => {
  const task = entity('task', { name: 'text', secret: 'boolean' }, { search: ['name'] });
  ws = await workspace({
    items: [
      task,
      role('reader', { task: { read: { '!=': [{ var: 'secret' }, true] } } }),
      role('owner', { task: { read: true, create: true, update: true, delete: 'own' } }),
    ],
  });
});
afterAll(() => ws.close());

test('a deleted record is gone from get, list, aggregate and search, and stands in the trash', async () => {
  const { id } = await ws.admin.create('task', { name: 'wastepaper' });
  await ws.admin.delete('task', id);
  await expect(ws.admin.get('task', id)).rejects.toMatchObject({ status: 404 });
  await expect(ws.admin.patch('task', id, { name: 'x' })).rejects.toMatchObject({ status: 404 });
  await expect(ws.admin.delete('task', id)).rejects.toMatchObject({ status: 404 });
  const filter = { '==': [{ var: 'id' }, id] };
  expect(await ws.admin.list('task', { filter })).toEqual([]);
  expect(await ws.admin.aggregate('task', { filter, measures: [{ function: 'count' }] })).toEqual([{ count: 0 }]);
  expect(await ws.admin.search('wastepaper')).toEqual([]);
  expect(await ws.admin.list('task', { filter, trash: true })).toMatchObject([{ id, name: 'wastepaper' }]);
});

test('a restored record is as it was, one version on', async () => {
  const made = await ws.admin.create('task', { name: 'back' });
  await ws.admin.delete('task', made.id, 1);
  const back = await ws.admin.restore('task', made.id);
  const { version: _, updated_at: __, ...rest } = made;
  expect(back).toMatchObject({ ...rest, version: 3 });
  expect(await ws.admin.get('task', made.id)).toEqual(back);
  expect((await ws.admin.history('task', made.id)).map(({ action }) => action)).toEqual([
    'restore',
    'delete',
    'create',
  ]);
});

test('what is not in the trash cannot be restored', async () => {
  const { id } = await ws.admin.create('task', { name: 'here' });
  await expect(ws.admin.restore('task', id)).rejects.toMatchObject({ status: 404 });
});

test('delete and restore are rights of their own', async () => {
  const [owner, reader] = [await ws.as('owner'), await ws.as('reader')];
  const { id } = await ws.admin.create('task', { name: 'not yours' });
  await expect(owner.delete('task', id)).rejects.toMatchObject({ status: 403 });
  await expect(reader.delete('task', id)).rejects.toMatchObject({ status: 403 });
  await ws.admin.delete('task', id);
  await expect(owner.restore('task', id)).rejects.toMatchObject({ status: 403 });
  const mine = await owner.create('task', { name: 'mine' });
  await owner.delete('task', mine.id);
  expect(await owner.restore('task', mine.id)).toMatchObject({ name: 'mine' });
});

test('the trash is seen by the same rules as what is not in it', async () => {
  const reader = await ws.as('reader');
  const { id } = await ws.admin.create('task', { name: 'hush', secret: true });
  await ws.admin.delete('task', id);
  const filter = { '==': [{ var: 'id' }, id] };
  expect(await reader.list('task', { trash: true, filter })).toEqual([]);
  await expect(reader.restore('task', id)).rejects.toMatchObject({ status: 403 });
});
