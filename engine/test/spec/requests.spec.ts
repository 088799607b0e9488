// What a request says is either understood or refused: nothing of it is passed over.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

let ws: Workspace;
let id: string;
beforeAll(async () => {
  ws = await workspace({
    items: [
      entity('book', {
        title: { type: 'text', required: true },
        lent: 'boolean',
        due: 'date',
        seen_at: 'datetime',
        opens: 'time',
        chapters: { type: 'child_table', entity: 'chapter', parent_field: 'book' },
      }),
      entity('chapter', { name: 'text', book: { type: 'lookup', entity: 'book' } }, { ownership: 'none' }),
    ],
  });
  ({ id } = await ws.admin.create('book', { title: 'Ulysses' }));
});
afterAll(async () => {
  expect(ws.incidents).toEqual([]);
  await ws.close();
});

const books = '/api/records/book';
const malformed = { status: 400, code: 'malformed_request' };

test.each<[string, object]>([
  [`${books}/query`, { fitler: true }],
  [`${books}/query`, { trash: 'yes' }],
  [`${books}/query`, { select: [7] }],
  [`${books}/aggregate`, { search: 5 }],
  [`${books}/aggregate`, { group: ['title'] }],
  [`${books}/aggregate`, { dimensions: [{ field: 'due', per: 'month' }] }],
  [`${books}/aggregate`, { measures: [{ function: 'count', named: 'n' }] }],
  [`${books}/batch`, { operations: [], atomc: false }],
  [`${books}/batch`, { operations: [], atomic: 'no' }],
  [`${books}/batch`, { operations: [{ op: 'create', values: { title: 'x' }, vlaues: {} }] }],
  ['/api/metadata/drafts', { items: [], base: 1 }],
  ['/api/metadata/drafts', { items: [{ op: 'delete', kind: 'view', name: 'book_all', boddy: {} }] }],
  ['/api/metadata/drafts', { items: [], base_version: 1.5 }],
  ['/api/metadata/drafts', { items: [], base_version: 1e99 }],
  ['/api/metadata/drafts', { items: [], base_version: -1 }],
  ['/api/metadata/drafts', { items: [], base_version: 'x' }],
  ['/api/auth/login', { email: 'a@example.com', password: 'x', remember: true }],
])('%s with %j is refused', async (path, body) => {
  await expect(ws.admin.call('POST', path, body)).rejects.toMatchObject(malformed);
});

test('what is not understood is told by its name', async () => {
  const reply = await ws.admin.send('POST', `${books}/query`, { fitler: true });
  expect(reply.body).toMatchObject({ detail: expect.stringContaining('fitler') });
});

test.each([
  `${books}?fitler=true`,
  `${books}?trash=yes`,
  `${books}/ID?as_of=2026-01-01`,
  `${books}/ID/history?as_of=2026-01-01`,
  `${books}/ID/history?limit=`,
  '/api/search?q=a&limit=3',
  '/api/metadata/references?kind=entity&name=book&field=title',
  '/api/jobs?state=done',
])('%s is refused', async (path) => {
  await expect(ws.admin.call('GET', path.replace('ID', id))).rejects.toMatchObject(malformed);
});

test('an empty filter is none; trash is true or false', async () => {
  expect(await ws.admin.call('GET', `${books}?filter=&trash=false`)).toMatchObject({ data: [{ id }] });
  expect(await ws.admin.call('GET', `${books}?trash=true`)).toMatchObject({ data: [] });
});

test.each([5, 'x', [], { '+': [1, 2] }, { var: 'title' }])(
  'the filter %j is none: it is neither true nor false',
  async (filter) => {
    const refused = { status: 400, code: 'invalid_filter', errors: [expect.objectContaining({ code: 'result_type' })] };
    await expect(ws.admin.list('book', { filter })).rejects.toMatchObject(refused);
    await expect(ws.admin.aggregate('book', { filter })).rejects.toMatchObject(refused);
  },
);

test.each(['lent', 'due', 'seen_at', 'opens', 'title', 'id'])('%s is no member of null', async (name) => {
  expect(await ws.admin.list('book', { filter: { in: [{ var: name }, null] } })).toEqual([]);
  expect(await ws.admin.list('book', { filter: { '!': { in: [{ var: name }, null] } } })).toHaveLength(1);
});

test('a filter looks at records as they are: $old is no name of it', async () => {
  const filter = { '==': [{ var: '$old.title' }, 'Ulysses'] };
  await expect(ws.admin.list('book', { filter })).rejects.toMatchObject({ status: 400, code: 'unknown_field' });
});

test('what a child table cannot be asked for is refused as what was asked', async () => {
  const refusals: [Readonly<Record<string, unknown>>, string][] = [
    [{ dimensions: ['chapters'] }, 'not_groupable'],
    [{ measures: [{ function: 'count', field: 'chapters' }] }, 'not_measurable'],
    [{ filter: { '>': [{ var: 'chapters' }, 1] } }, 'invalid_filter'],
  ];
  for (const [query, code] of refusals)
    await expect(ws.admin.aggregate('book', query)).rejects.toMatchObject({ status: 400, code });
  await expect(ws.admin.list('book', { sort: 'chapters' })).rejects.toMatchObject({
    status: 400,
    code: 'not_sortable',
  });
});

describe('If-Match', () => {
  test.each(['', '""', '"1e30"', '1e30', '"-1"', '"1.5"', '"x"', '"1", "2"', '"99999999999"'])(
    '%s is no version',
    async (version) => {
      const change = ws.admin.call('PATCH', `${books}/${id}`, { lent: true }, { 'if-match': version });
      await expect(change).rejects.toMatchObject(malformed);
    },
  );

  test.each(['"1"', '1', 'W/"1"'])('%s is version 1', async (version) => {
    const reply = await ws.admin.send('PATCH', `${books}/${id}`, { title: 'Ulysses' }, { 'if-match': version });
    expect(reply).toMatchObject({ status: 200 });
  });
});

test('an entity that does not exist for the asker is a name that does not exist', async () => {
  await expect(ws.admin.list('ghost')).rejects.toMatchObject({ status: 400, code: 'unknown_entity' });
});

test('the title of a problem is in the language of the asker, too', async () => {
  const { body } = await ws.admin.send('POST', books, {}, { 'accept-language': 'zh-CN' });
  expect(body).toMatchObject({ code: 'invalid_values', title: '部分内容需要修改。' });
});

test('a required text has something to be seen in it', async () => {
  for (const title of ['\u200B', '\u200B \uFEFF', '\u2060\u00AD', '\u3164'])
    await expect(ws.admin.create('book', { title })).rejects.toMatchObject({
      errors: [{ path: '/title', code: 'required' }],
    });
  expect(await ws.admin.create('book', { title: '\u200Ba' })).toMatchObject({ title: '\u200Ba' });
});
