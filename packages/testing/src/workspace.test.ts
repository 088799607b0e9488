// The driver of workspaces: who one is, and what a refusal looks like to a test.
import { expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace } from './workspace.ts';

const items = [entity('book', { title: 'text' }), role('reader', { book: { read: true } })];

test('a test writes and reads as the administrator, a user or a role', async () => {
  await using ws = await workspace({
    items,
    users: { ben: { roles: ['reader'], teams: ['north'], language: 'zh-CN' } },
  });
  const { id } = await ws.admin.create('book', { title: 'Ulysses' });
  for (const name of ['ben', 'reader'])
    expect(await (await ws.as(name)).get('book', id)).toMatchObject({ title: 'Ulysses' });
  expect(await (await ws.as('ben')).me()).toMatchObject({ language: 'zh-CN', roles: ['reader'] });
  await expect(ws.as('nobody')).rejects.toThrow('neither a user nor a role');
});

test('what is refused is thrown with its problem', async () => {
  await using ws = await workspace({ items });
  await expect((await ws.as('reader')).create('book', {})).rejects.toMatchObject({ status: 403, code: 'forbidden' });
  await expect(ws.admin.create('book', { colour: 1 })).rejects.toThrow('unknown_field');
});

test('metadata that does not hold is told in words', async () => {
  await expect(workspace({ items: [entity('book', { author: { type: 'lookup', entity: 'ghost' } })] })).rejects.toThrow(
    /book\.json#\/fields\/author/,
  );
});

test('every workspace is its own: database, port and clock', async () => {
  await using one = await workspace({ template: 'clinic', now: '2026-01-01T00:00:00Z' });
  await using two = await workspace({ template: 'clinic', now: '2026-01-01T00:00:00Z' });
  await one.admin.create('medicine', { code: 'A', name: 'a', price: 1 });
  expect(await two.admin.list('medicine')).toEqual([]);
  one.clock.advance({ days: 1 });
  expect(await one.admin.create('medicine', { code: 'B', name: 'b', price: 1 })).toMatchObject({
    created_at: '2026-01-02T00:00:00.000Z',
  });
});
