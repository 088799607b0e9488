// What a publication may not do, told by the plan at its place: shut everybody out, hold the server up, outgrow a table.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import type { RawItem } from '@trellis/metadata/kinds';
import { workspace, type Workspace } from '@trellis/testing/workspace';

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({
    items: [entity('book', { title: 'text' }), role('reader', { book: { read: true } })],
    users: { architect: { roles: ['architect'] } },
  });
});
afterAll(() => ws.close());
afterEach(() => expect(ws.incidents).toEqual([]));

const drafts = '/api/metadata/drafts';
const draft = async (items: readonly object[], more: object = {}) =>
  (await ws.admin.call<{ data: { id: string; base_version: number } }>('POST', drafts, { items, ...more })).data;
const put = (item: RawItem) => ({ op: 'put', ...item });

/** The problems that the plan tells, and that the publication is then refused for. */
async function problemsOf(...items: object[]): Promise<string[]> {
  const { id } = await draft(items);
  const { data } = await ws.admin.call<{ data: { problems: { path: string; code: string; message: string }[] } }>(
    'POST',
    `${drafts}/${id}/plan`,
    {},
  );
  await expect(ws.admin.call('POST', `${drafts}/${id}/publish`, {})).rejects.toMatchObject({
    status: 422,
    code: 'invalid_metadata',
    errors: data.problems,
  });
  return data.problems.map(({ path, code }) => `${path} ${code}`);
}

test('somebody who is active must keep the right to design', async () => {
  const gone = { op: 'delete', kind: 'role', name: 'administrator' };
  const administrator = { label: 'Administrator', all: 'write', rights: ['users'] };
  const without = { op: 'put', kind: 'role', name: 'administrator', body: { name: 'administrator', ...administrator } };
  const nobody = ['roles/administrator.json nobody_designs'];
  expect(await problemsOf(gone)).toEqual(nobody);
  expect(await problemsOf(without)).toEqual(nobody);
  const architect = put({
    kind: 'role',
    name: 'architect',
    body: { name: 'architect', label: 'A', rights: ['designer'] },
  });
  const { id } = await ws.as('architect');
  await ws.admin.patch('user', id, { active: false });
  expect(await problemsOf(gone, architect)).toEqual(nobody);
  await ws.admin.patch('user', id, { active: true });
  const { id: handed } = await draft([gone, architect]);
  const planned = await ws.admin.call('POST', `${drafts}/${handed}/plan`, {});
  expect(planned).toMatchObject({ data: { problems: [] } });
});

test.each(['(?=a)b', '(a)\\1', '(a'])(
  'a pattern that cannot be held at any length of text is refused: %s',
  async (pattern) => {
    const [problem] = await problemsOf(put(entity('page', { text: { type: 'text', pattern } })));
    expect(problem).toMatch(/^entities\/page\.json#\/fields\/text\/pattern (unsupported|invalid)_pattern$/);
  },
);

test('a pattern that takes long with backtracking is judged at once', async () => {
  const { id } = await draft([put(entity('page', { text: { type: 'text', pattern: '(a+)+$', max_length: 4000 } }))]);
  await ws.admin.call('POST', `${drafts}/${id}/publish`, {});
  const begun = performance.now();
  await expect(ws.admin.create('page', { text: `${'a'.repeat(3_000)}!` })).rejects.toMatchObject({ status: 422 });
  expect(performance.now() - begun).toBeLessThan(1_000);
  await ws.admin.create('page', { text: 'aaa' });
});

test('an entity has no more fields than its table can take', async () => {
  const fields = Object.fromEntries(Array.from({ length: 1_700 }, (_, n) => [`f${n}`, 'integer' as const]));
  expect(await problemsOf(put(entity('wide', fields)))).toEqual(['entities/wide.json#/fields too_many_fields']);
});

test('two indexes have two names', async () => {
  const indexed = { type: 'integer', indexed: true } as const;
  expect(
    await problemsOf(put(entity('shelf', { row_place: indexed })), put(entity('shelf_row', { place: indexed }))),
  ).toEqual(['entities/shelf_row.json#/fields/place/indexed duplicate_index']);
  const twice = entity('shelf', { place: indexed }, { indexes: { place: { fields: ['place'] } } });
  expect(await problemsOf(put(twice))).toEqual(['entities/shelf.json#/indexes/place duplicate_index']);
});

test.each([1.5, 1e99, -1, 0, 'x', null])('%j is no version to begin a draft on', async (base_version) => {
  const malformed = { status: 400, code: 'malformed_request' };
  await expect(draft([], { base_version })).rejects.toMatchObject(malformed);
  const { id } = await draft([]);
  await expect(ws.admin.call('PATCH', `${drafts}/${id}`, { base_version })).rejects.toMatchObject(malformed);
});
