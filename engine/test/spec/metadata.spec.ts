// The model on the running system: seen by right, changed by drafts, published while everybody works.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { entity, form, optionSet, role, view } from '@trellis/metadata/builders';
import type { RawItem } from '@trellis/metadata/kinds';
import type { Values } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const book = (fields: Parameters<typeof entity>[1] = {}) =>
  entity('book', { title: { type: 'text', required: true }, state: { type: 'select', options: 'state' }, ...fields });
const states = (...values: string[]) => optionSet('state', ['new', 'read', ...values]);
const reader = role('reader', { book: { read: true } });

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items: [book(), states(), reader] });
});
afterAll(() => ws.close());
afterEach(() => expect(ws.incidents).toEqual([]));

const drafts = '/api/metadata/drafts';
const put = ({ kind, name, body }: RawItem) => ({ op: 'put', kind, name, body });
const draft = async (...items: object[]) =>
  (await ws.admin.call<{ data: { id: string; base_version: number } }>('POST', drafts, { items })).data;
const plan = async (id: string, language = 'en') =>
  (await ws.admin.call<{ data: Plan }>('POST', `${drafts}/${id}/plan`, {}, { 'accept-language': language })).data;
const publish = async (id: string) =>
  (await ws.admin.call<{ data: { version: number } }>('POST', `${drafts}/${id}/publish`, { confirm: [] })).data;
const apply = async (...items: RawItem[]) => publish((await draft(...items.map(put))).id);

interface Plan {
  readonly changes: readonly Values[];
  readonly steps: readonly { readonly class: string; readonly text: string; readonly sql: string }[];
  readonly problems: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

describe('a published change is there with the next request', () => {
  test('a new entity, with lists, forms and search of its own', async () => {
    const { version } = await apply(entity('loan', { who: 'text', book: { type: 'lookup', entity: 'book' } }));
    expect(await ws.admin.me()).toMatchObject({ metadata_version: version });
    const { id } = await ws.admin.create('book', { title: 'lent' });
    expect(await ws.admin.create('loan', { who: 'Joyce', book: id })).toMatchObject({ book: { title: 'lent' } });
    expect(await ws.admin.search('joyc')).toMatchObject([{ entity: 'loan' }]);
    expect((await ws.admin.send('GET', '/api/forms/loan/default')).status).toBe(200);
  });

  test('a new field of an entity that has records, with its default for new ones', async () => {
    const { id } = await ws.admin.create('book', { title: 'old' });
    await apply(book({ pages: { type: 'integer', default: 100, min: 1 } }));
    expect(await ws.admin.get('book', id)).toMatchObject({ title: 'old', pages: null });
    expect(await ws.admin.create('book', { title: 'newer' })).toMatchObject({ pages: 100 });
    await expect(ws.admin.patch('book', id, { pages: 0 })).rejects.toMatchObject({ status: 422 });
    expect(await ws.admin.list('book', { filter: { '>': [{ var: 'pages' }, 1] } })).toHaveLength(1);
  });

  test('an option, a label, a form, a view and a role', async () => {
    await expect(ws.admin.create('book', { title: 'x', state: 'lost' })).rejects.toMatchObject({ status: 422 });
    const labelled = book({
      pages: { type: 'integer', default: 100, min: 1, label: { en: 'Leaves', 'zh-CN': '页数' } },
    });
    await apply(
      states('lost'),
      labelled,
      form('short', 'book', ['title']),
      view('short', 'book', ['title']),
      role('writer', { book: { read: true, create: true } }),
    );
    expect(await ws.admin.create('book', { title: 'x', state: 'lost' })).toMatchObject({ state: 'lost' });
    const { data } = await ws.admin.call<{ data: { schema: { properties: object } } }>('GET', '/api/forms/book/short');
    expect(Object.keys(data.schema.properties)).toEqual(['title']);
    const metadata = await ws.admin.call<{
      data: { views: object; entities: { book: { fields: { pages: object } } } };
    }>('GET', '/api/metadata');
    expect(metadata.data.views).toHaveProperty('short');
    expect(metadata.data.entities.book.fields.pages).toMatchObject({ label: { 'zh-CN': '页数' } });
    expect(await (await ws.as('writer')).create('book', { title: 'by a new role' })).toMatchObject({
      title: 'by a new role',
    });
  });

  test('unique, indexed and many-to-many fields', async () => {
    const shelf = entity('shelf', {
      name: { type: 'text', unique: true, indexed: true },
      books: { type: 'multi_lookup', entity: 'book' },
    });
    await apply(shelf);
    const { id } = await ws.admin.create('book', { title: 'x' });
    await ws.admin.create('shelf', { name: 'S', books: [id] });
    await expect(ws.admin.create('shelf', { name: 'S' })).rejects.toMatchObject({ code: 'duplicate' });
  });
});

describe('a plan', () => {
  test('tells in words and DDL what would happen, and does nothing', async () => {
    const { id } = await draft(put(entity('plate', { name: 'text', book: { type: 'lookup', entity: 'book' } })));
    const planned = await plan(id);
    expect(planned.problems).toEqual([]);
    expect(planned.changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ change: 'added', kind: 'entity', name: 'plate' })]),
    );
    expect(planned.steps[0]).toMatchObject({
      class: 'safe',
      text: 'Create the table plate',
      sql: expect.stringMatching(/^create table "main"\."plate"/),
    });
    expect((await plan(id, 'zh-CN')).steps[0]?.text).toBe('创建数据表 plate');
    expect(await ws.query(`select to_regclass('main.plate') as there`)).toEqual([{ there: null }]);
    await expect(ws.admin.list('plate')).rejects.toMatchObject({ code: 'unknown_entity' });
    await ws.admin.call('DELETE', `${drafts}/${id}`);
    await expect(plan(id)).rejects.toMatchObject({ status: 404 });
  });

  test('tells every problem of metadata that does not hold, in both languages', async () => {
    const { id } = await draft(
      put(entity('bad', { x: { type: 'lookup', entity: 'ghost' }, y: { type: 'integer', min: 5, max: 1 } })),
      put(view('worse', 'bad', ['nothing'])),
    );
    const planned = await plan(id);
    expect(planned.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('bad.json#/fields/x'),
        expect.stringContaining('worse.json#/columns'),
      ]),
    );
    expect((await plan(id, 'zh-CN')).problems[0]?.message).toMatch(/\p{Script=Han}/u);
    await expect(publish(id)).rejects.toMatchObject({
      status: 422,
      code: 'invalid_metadata',
      errors: expect.arrayContaining([expect.objectContaining({ path: expect.stringContaining('bad.json') })]),
    });
  });

  test.each([
    ['a field is taken away', () => [put(entity('book', { title: 'text' }))], 'drop_column'],
    ['an entity is taken away', () => [{ op: 'delete', kind: 'entity', name: 'shelf' }], 'drop_table'],
    ['a type changes', () => [put(book({ pages: 'text' }))], 'change_type'],
  ])('is destructive where %s, and is not published', async (_, items, code) => {
    const { id } = await draft(...items());
    const planned = await plan(id);
    expect(planned.steps.map((step) => step.class)).toContain('destructive');
    await expect(publish(id)).rejects.toMatchObject({
      status: 422,
      code: 'not_additive',
      errors: expect.arrayContaining([expect.objectContaining({ code })]),
    });
    expect((await ws.admin.list('book')).length).toBeGreaterThan(0);
  });
});

describe('a draft', () => {
  test('can be read, changed, listed and dropped', async () => {
    const { id } = await draft(put(entity('one', { name: 'text' })));
    await ws.admin.call('PATCH', `${drafts}/${id}`, { items: [put(entity('two', { name: 'text' }))] });
    expect(await ws.admin.call('GET', `${drafts}/${id}`)).toMatchObject({ data: { id, items: [{ name: 'two' }] } });
    expect((await ws.admin.call<{ data: { id: string }[] }>('GET', drafts)).data.map((one) => one.id)).toContain(id);
    await ws.admin.call('DELETE', `${drafts}/${id}`);
    expect((await ws.admin.call<{ data: { id: string }[] }>('GET', drafts)).data.map((one) => one.id)).not.toContain(
      id,
    );
  });

  test('is refused where somebody else has published since', async () => {
    const stale = await draft(put(entity('late', { name: 'text' })));
    await apply(entity('early', { name: 'text' }));
    for (const act of [plan, publish])
      await expect(act(stale.id)).rejects.toMatchObject({ status: 409, code: 'base_moved' });
    await ws.admin.call('PATCH', `${drafts}/${stale.id}`, { base_version: stale.base_version + 1 });
    expect(await publish(stale.id)).toEqual({ version: stale.base_version + 2 });
  });

  test('of two published at once, one is published and one is told', async () => {
    const [one, two] = [
      await draft(put(entity('left', { name: 'text' }))),
      await draft(put(entity('right', { name: 'text' }))),
    ];
    const results = await Promise.allSettled([publish(one.id), publish(two.id)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { status: 409, code: 'base_moved' },
    });
  });

  test.each([
    [{ items: 'x' }],
    [{ items: [null] }],
    [{ items: [{ op: 'explode', kind: 'entity', name: 'x' }] }],
    [{ items: [{ op: 'put', kind: 'ghost', name: 'x', body: {} }] }],
    [{ items: [{ op: 'put', kind: 'entity', name: 7, body: {} }] }],
    [{}],
  ])('%j is malformed', async (body) => {
    await expect(ws.admin.call('POST', drafts, body)).rejects.toMatchObject({ status: 400, code: 'malformed_request' });
  });

  test.each<[unknown]>([
    [null],
    [7],
    ['text'],
    [[]],
    [{}],
    [{ name: 'other', fields: {} }],
    [{ name: 'x', fields: { ['__proto__']: 1, constructor: { type: 'text' } } }],
    [{ name: 'x', fields: { 'drop table': { type: 'text' } } }],
  ])('with a body of %j has problems, not faults', async (body) => {
    const { id } = await draft({ op: 'put', kind: 'entity', name: 'x', body });
    expect((await plan(id)).problems.length).toBeGreaterThan(0);
    await expect(publish(id)).rejects.toMatchObject({ status: 422 });
    await ws.admin.call('DELETE', `${drafts}/${id}`);
  });

  test('belongs to those with the right to design', async () => {
    const nobody = await ws.as('reader');
    for (const path of [drafts, `${drafts}/00000000-0000-7000-8000-000000000000`])
      await expect(nobody.call('GET', path)).rejects.toMatchObject({ status: 403 });
  });
});

describe('GET /api/metadata', () => {
  test('has a tag that changes with the version and never crosses askers of other roles', async () => {
    const first = await ws.admin.send('GET', '/api/metadata');
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toMatch(/private/);
    const again = await ws.admin.send('GET', '/api/metadata', undefined, { 'if-none-match': tag });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect(
      (await (await ws.as('reader')).send('GET', '/api/metadata', undefined, { 'if-none-match': tag })).status,
    ).toBe(200);
    await apply(entity('tagged', { name: 'text' }));
    expect((await ws.admin.send('GET', '/api/metadata', undefined, { 'if-none-match': tag })).status).toBe(200);
  });

  test('references tell who uses a thing', async () => {
    const { data } = await ws.admin.call<{ data: { from: { kind: string; name: string } }[] }>(
      'GET',
      '/api/metadata/references?kind=option_set&name=state',
    );
    expect(data).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ from: expect.objectContaining({ kind: 'entity', name: 'book' }) }),
      ]),
    );
  });

  test('form validators are modules by the hash of their schema, without eval', async () => {
    const { data } = await ws.admin.call<{ data: { validator: string } }>('GET', '/api/forms/book/default');
    const module = await ws.admin.send('GET', data.validator);
    expect(module.headers.get('content-type')).toMatch(/javascript/);
    expect(module.headers.get('cache-control')).toMatch(/immutable/);
    expect(module.text).not.toMatch(/\beval\(|new Function/);
    expect((await ws.admin.send('GET', '/api/forms/book/default/validators/ffff.js')).status).toBe(404);
  });
});
