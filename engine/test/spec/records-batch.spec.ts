// Many writes in one request: all or nothing, or each with an answer of its own.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

let ws: Workspace;
beforeAll(async () => {
  const task = entity('task', {
    name: { type: 'text', required: true, unique: true },
    rank: { type: 'integer', min: 0 },
  });
  ws = await workspace({ items: [task, role('reader', { task: { read: true } })] });
});
afterAll(() => ws.close());

const create = (name: string, rank = 0) => ({ op: 'create', values: { name, rank } });
const count = async () => (await ws.admin.page('task', { count: 'exact', limit: 1 })).page.count;

test('creates, updates, deletes and restores in one transaction, answered in their order', async () => {
  const [old, other] = [
    await ws.admin.create('task', { name: 'old' }),
    await ws.admin.create('task', { name: 'other' }),
  ];
  const answers = await ws.admin.batch('task', [
    create('new'),
    { op: 'update', id: old.id, values: { rank: 5 } },
    { op: 'delete', id: other.id },
    { op: 'restore', id: other.id },
  ]);
  expect(answers).toMatchObject([
    { ok: true, data: { name: 'new' } },
    { ok: true, data: { id: old.id, rank: 5, version: 2 } },
    { ok: true, data: null },
    { ok: true, data: { id: other.id, version: 3 } },
  ]);
  const [row] = await ws.query(
    `select count(distinct xid)::int as transactions from _outbox where version > 1 or changes->'name'->>'new' = 'new'`,
  );
  expect(row).toEqual({ transactions: 1 });
});

test('all or nothing: one fault takes all back, told with its place', async () => {
  const before = await count();
  const bad = ws.admin.batch('task', [create('one'), create('two', -1)]);
  await expect(bad).rejects.toMatchObject({
    status: 422,
    problem: { operation: 1 },
    errors: [expect.objectContaining({ path: '/operations/1/values/rank' })],
  });
  await expect(ws.admin.batch('task', [create('same'), create('same')])).rejects.toMatchObject({
    status: 409,
    problem: { operation: 1 },
  });
  expect(await count()).toBe(before);
});

test('each for itself: what is right is written, what is not has its problem', async () => {
  const { id } = await ws.admin.create('task', { name: 'single' });
  const answers = await ws.admin.batch(
    'task',
    [create('three'), create('three'), { op: 'update', id, values: { rank: 1 }, version: 9 }, create('four')],
    false,
  );
  expect(answers).toMatchObject([
    { ok: true },
    { ok: false, problem: { code: 'duplicate' } },
    { ok: false, problem: { code: 'stale' } },
    { ok: true },
  ]);
  expect(await ws.admin.list('task', { filter: { in: [{ var: 'name' }, ['three', 'four']] } })).toHaveLength(2);
});

test('a later operation sees what an earlier one has done', async () => {
  const { id } = await ws.admin.create('task', { name: 'twice' });
  const answers = await ws.admin.batch('task', [
    { op: 'update', id, values: { rank: 1 }, version: 1 },
    { op: 'update', id, values: { rank: 2 }, version: 2 },
  ]);
  expect(answers).toMatchObject([{ data: { version: 2 } }, { data: { version: 3, rank: 2 } }]);
});

test('takes a thousand operations and not one more', async () => {
  const operations = Array.from({ length: 1000 }, (_, n) => create(`m${n}`));
  expect(await ws.admin.batch('task', operations)).toHaveLength(1000);
  await expect(ws.admin.batch('task', [...operations, create('x')])).rejects.toMatchObject({
    status: 413,
    code: 'too_big',
  });
});

test.each([
  ['no list', { operations: 'x' }],
  ['no operation', { operations: [null] }],
  ['an unknown one', { operations: [{ op: 'drop' }] }],
  ['an update without id', { operations: [{ op: 'update', values: {} }] }],
  ['an id that is none', { operations: [{ op: 'delete', id: 'x' }] }],
  ['values that are a list', { operations: [{ op: 'create', values: [] }] }],
  [
    'a version that is no number',
    { operations: [{ op: 'delete', id: '00000000-0000-7000-8000-000000000000', version: '1' }] },
  ],
])('%s is malformed', async (_, body) => {
  await expect(ws.admin.call('POST', '/api/records/task/batch', body)).rejects.toMatchObject({
    status: 400,
    code: 'malformed_request',
  });
});

test('rights are those of each operation', async () => {
  const reader = await ws.as('reader');
  await expect(reader.batch('task', [create('never')])).rejects.toMatchObject({ status: 403 });
  expect(await reader.batch('task', [create('never')], false)).toMatchObject([
    { ok: false, problem: { code: 'forbidden' } },
  ]);
  await expect(reader.batch('ghost', [create('never')])).rejects.toMatchObject({ status: 400 });
});
