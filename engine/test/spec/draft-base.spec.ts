// A draft over a version that somebody else has published since: it is taken over to the newer one, or told what stands in its way.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { entity, optionSet } from '@trellis/metadata/builders';
import type { RawItem } from '@trellis/metadata/kinds';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const book = (fields: Parameters<typeof entity>[1] = {}) =>
  entity('book', { title: 'text', ...fields }, { label: { en: 'Book', 'zh-CN': '图书' } });
const genre = (...values: string[]) => optionSet('genre', ['novel', ...values]);

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items: [book(), genre()] });
});
afterAll(() => ws.close());
afterEach(() => expect(ws.incidents).toEqual([]));

interface Draft {
  readonly id: string;
  readonly base_version: number;
}

const drafts = '/api/metadata/drafts';
const put = ({ kind, name, body }: RawItem) => ({ op: 'put', kind, name, body });
const data = async <Data>(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  (await ws.admin.call<{ data: Data }>(method, path, body, headers)).data;
const draft = (...items: object[]) => data<Draft>('POST', drafts, { items });
const publish = ({ id }: Draft) => data<{ version: number }>('POST', `${drafts}/${id}/publish`, {});
const somebodyElsePublishes = async (...items: object[]) => (await publish(await draft(...items))).version;
const rebase = ({ id }: Draft, version: number, language = 'en') =>
  data<Draft>('PATCH', `${drafts}/${id}`, { base_version: version }, { 'accept-language': language });

test('is taken over where what it changes is as it was, and keeps both changes when it is published', async () => {
  const mine = await draft(put(book({ pages: 'integer' })));
  const version = await somebodyElsePublishes(put(genre('poem')));
  await expect(publish(mine)).rejects.toMatchObject({ status: 409, code: 'base_moved' });
  expect(await rebase(mine, version)).toMatchObject({ id: mine.id, base_version: version });
  expect(await publish(mine)).toEqual({ version: version + 1 });
  const model = await data<{ entities: object; option_sets: object }>('GET', '/api/metadata');
  expect(model).toMatchObject({ entities: { book: { fields: { pages: { type: 'integer' } } } } });
  expect(model.option_sets).toMatchObject({ genre: { values: [{ value: 'novel' }, { value: 'poem' }] } });
});

test('is refused, in both languages, where an item that it changes has been changed, and stays as it was', async () => {
  const mine = await draft(put(book({ pages: 'integer', mine: 'text' })));
  const version = await somebodyElsePublishes(put(book({ pages: 'integer', theirs: 'text' })));
  await expect(rebase(mine, version)).rejects.toMatchObject({
    status: 409,
    code: 'draft_conflict',
    errors: [
      { path: 'entities/book.json', code: 'item_changed', message: 'Somebody else has changed the entity “Book”.' },
    ],
  });
  await expect(rebase(mine, version, 'zh-CN')).rejects.toMatchObject({
    problem: { detail: expect.stringContaining('冲突') },
    errors: [{ message: '其他人已修改实体 “图书”。' }],
  });
  expect(await data('GET', `${drafts}/${mine.id}`)).toMatchObject({ base_version: mine.base_version });
});

test('is refused where both add an item of the same name, or one takes away what the other changes', async () => {
  const shelf = entity('shelf', { name: 'text' });
  const note = optionSet('note', ['a']);
  await somebodyElsePublishes(put(note));
  const mine = await draft(put(shelf), put(optionSet('note', ['a', 'b'])), {
    op: 'delete',
    kind: 'option_set',
    name: 'genre',
  });
  const version = await somebodyElsePublishes(
    put(entity('shelf', { place: 'text' })),
    { op: 'delete', kind: 'option_set', name: 'note' },
    put(genre('essay')),
  );
  await expect(rebase(mine, version)).rejects.toMatchObject({
    errors: [{ code: 'item_added' }, { code: 'item_removed' }, { code: 'item_changed' }],
  });
});

test('is taken over where somebody else has made the very same change', async () => {
  const same = put(entity('loan', { who: 'text' }));
  const mine = await draft(same);
  const version = await somebodyElsePublishes(same);
  expect(await rebase(mine, version)).toMatchObject({ base_version: version });
});

test('takes new items on the version that they are sent with', async () => {
  const mine = await draft(put(entity('card', { one: 'text' })));
  const version = await somebodyElsePublishes(put(entity('card', { two: 'text' })));
  const items = [put(entity('card', { two: 'text', one: 'text' }))];
  await data('PATCH', `${drafts}/${mine.id}`, { items, base_version: version });
  expect(await publish(mine)).toEqual({ version: version + 1 });
});

test('cannot be taken over to a version that there never was', async () => {
  const mine = await draft(put(entity('plan', { one: 'text' })));
  await expect(rebase(mine, 4000)).rejects.toMatchObject({ status: 400, code: 'malformed_request' });
});
