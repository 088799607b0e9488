// Export of lists to CSV: which rows, which columns, and what stands in the cells.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, optionSet } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import { exported } from '../exported.ts';

const zh = (en: string, text: string) => ({ en, 'zh-CN': text });
const items = [
  optionSet('genre', [
    { value: 'novel', label: zh('Novel', '小说') },
    { value: 'poetry', label: zh('Poetry', '诗歌') },
  ]),
  entity('author', {
    name: { type: 'text', label: zh('Name', '姓名') },
    born: { type: 'date', label: zh('Born', '生日') },
  }),
  entity(
    'book',
    {
      title: { type: 'text', label: zh('Title', '书名') },
      author: { type: 'lookup', entity: 'author', label: zh('Author', '作者') },
      editors: { type: 'multi_lookup', entity: 'author' },
      about: { type: 'related_to', entities: ['author', 'book'] },
      genre: { type: 'select', options: 'genre' },
      pages: { type: 'integer', label: zh('Title', '页数') },
      price: { type: 'currency', currency: 'CNY' },
      cost: { type: 'currency', multi: true },
      read: 'boolean',
      tags: 'tags',
      finished: 'datetime',
      place: 'location',
      pair: { type: 'formula', returns: 'decimal', expression: { '+': [{ var: 'pages' }, 0.5] } },
      copies: { type: 'child_table', entity: 'copy', parent_field: 'book' },
    },
    { label: zh('Book', '图书'), labels: zh('Books/all', '图书'), search: ['title'] },
  ),
  entity('copy', { book: { type: 'lookup', entity: 'book', on_delete: 'cascade' }, shelf: 'text' }, { search: [] }),
];

let ws: Workspace;
let joyce: string;
let lu: string;
beforeAll(async () => {
  ws = await workspace({ items, timeZone: 'Asia/Shanghai', currency: 'CNY', now: '2026-05-04T20:00:00Z' });
  joyce = (await ws.admin.create('author', { name: 'Joyce', born: '1882-02-02' })).id;
  lu = (await ws.admin.create('author', { name: '鲁迅' })).id;
  const ulysses = await ws.admin.create('book', {
    title: 'Ulysses, "annotated"',
    author: joyce,
    editors: [lu, joyce],
    genre: 'novel',
    pages: 1730,
    price: -12.5,
    cost: 1234.5,
    cost_currency: 'EUR',
    read: true,
    tags: ['red', 'a, b'],
    finished: '2017-03-31T18:00:00.000Z',
    place: { latitude: 53.3, longitude: -6.2 },
    copies: [{ shelf: 'A' }, { shelf: 'B' }],
  });
  await ws.admin.create('book', {
    title: '呐喊\n第二行',
    author: lu,
    pages: 200,
    about: { entity: 'book', id: ulysses.id },
  });
  const gone = await ws.admin.create('book', { title: 'Gone' });
  await ws.admin.delete('book', gone.id);
});
afterAll(() => ws.close());

const column = async (query: Parameters<typeof exported>[2], language = 'en'): Promise<string[]> =>
  (await exported(ws.admin, 'book', { sort: '-pages', ...query }, { 'accept-language': language })).rows.map((row) =>
    row.join('|'),
  );

describe('the rows', () => {
  test('are those that the same list request finds, in its order, without an end', async () => {
    expect(await column({ select: 'pages' })).toEqual(['1730', '200']);
    expect(await column({ select: 'pages', sort: 'pages' })).toEqual(['200', '1730']);
    expect(await column({ select: 'pages', filter: { '<': [{ var: 'pages' }, 1000] } })).toEqual(['200']);
    expect(await column({ select: 'pages', search: '呐喊' })).toEqual(['200']);
    expect(await column({ select: 'title', trash: true })).toEqual(['Gone']);
    expect(await column({ select: 'pages', limit: 1 })).toEqual(['1730']);
  });

  test('are none but the header where nothing is found', async () => {
    const { header, rows } = await exported(ws.admin, 'book', { select: 'title,read', search: 'nothing like it' });
    expect({ header, rows }).toEqual({ header: ['Title', 'Read'], rows: [] });
  });
});

describe('the columns', () => {
  test('stand as `select` names them, once each', async () => {
    const { header, rows } = await exported(ws.admin, 'book', {
      select: 'author.born,author,read,author.name,read',
      sort: '-pages',
      limit: 1,
    });
    expect(header).toEqual(['Author › Born', 'Author', 'Read', 'Author › Name']);
    expect(rows).toEqual([['1882-02-02', 'Joyce', 'Yes', 'Joyce']]);
  });

  test('without a `select` are every field that a list shows', async () => {
    const { header } = await exported(ws.admin, 'book', { header: 'name' });
    const [listed] = await ws.admin.list('book', { limit: 1 });
    expect(header).toEqual(Object.keys(listed ?? {}));
  });

  test('are called by their labels in the language of the asker, or by their names', async () => {
    const select = 'title,author.name,pages';
    const named = async (language: string, header?: 'name') =>
      (await exported(ws.admin, 'book', { select, ...(header ? { header } : {}) }, { 'accept-language': language }))
        .header;
    expect(await named('en')).toEqual(['Title', 'Author › Name', 'Title (pages)']);
    expect(await named('zh-CN')).toEqual(['书名', '作者 › 姓名', '页数']);
    expect(await named('en', 'name')).toEqual(['title', 'author.name', 'pages']);
  });

  test.each(['nope', 'author.nope', 'copies(shelf)', 'copies.shelf', 'editors,editors.name', ','])(
    'cannot be %s',
    async (select) => {
      await expect(exported(ws.admin, 'book', { select })).rejects.toMatchObject({ status: 400 });
    },
  );
});

describe('a cell', () => {
  const all = 'genre,pages,price,cost,cost_currency,read,tags,finished,place,pair';

  test('says for people what a field says, in their language and time zone, and figures as spreadsheets reckon with them', async () => {
    expect(await column({ select: all, limit: 1 })).toEqual([
      'Novel|1730|-12.50|1234.50|EUR|Yes|red, "a, b"|2017-04-01 02:00|53.3, -6.2|1730.5',
    ]);
    expect(await column({ select: all, limit: 1 }, 'zh-CN')).toEqual([
      '小说|1730|-12.50|1234.50|EUR|是|red、"a, b"|2017-04-01 02:00|53.3, -6.2|1730.5',
    ]);
  });

  test('says for programs what the wire says', async () => {
    expect(await column({ select: all, limit: 1, values: 'raw' })).toEqual([
      'novel|1730|-12.5|1234.5|EUR|true|["red","a, b"]|2017-03-31T18:00:00.000Z|{"latitude":53.3,"longitude":-6.2}|1730.5',
    ]);
  });

  test('of a look-up has its title, or its id where that is asked for', async () => {
    expect(await column({ select: 'author,author.id', limit: 1 })).toEqual([`Joyce|${joyce}`]);
    expect(await column({ select: 'author,created_by', limit: 1, values: 'raw' })).toEqual([`${joyce}|${ws.admin.id}`]);
    expect(await column({ select: 'about', filter: { '!': [{ is_blank: [{ var: 'about' }] }] } })).toEqual([
      'Ulysses, "annotated"',
    ]);
  });

  test('of several look-ups has them all', async () => {
    expect(await column({ select: 'editors', limit: 1 }, 'zh-CN')).toEqual(['鲁迅、Joyce']);
    expect(await column({ select: 'editors.born,editors(name)', limit: 1 })).toEqual(['1882-02-02|鲁迅, Joyce']);
    expect(await column({ select: 'editors', limit: 1, values: 'raw' })).toEqual([JSON.stringify([lu, joyce])]);
  });

  test('of a child table has the number of its rows', async () => {
    expect(await column({ select: 'copies,title' })).toEqual(['2|Ulysses, "annotated"', '0|呐喊\n第二行']);
  });
});

describe('the file', () => {
  test('is UTF-8 with the mark that Excel asks for, unless it is not wanted', async () => {
    const { reply } = await exported(ws.admin, 'book', { select: 'title', sort: 'pages', limit: 1 });
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const bytes = async (bom: string): Promise<Buffer> => {
      const file = await ws.admin.open(`/api/records/book/export?select=title&sort=pages&limit=1${bom}`);
      return Buffer.from(await file.arrayBuffer());
    };
    expect((await bytes('')).toString('utf8')).toBe('\uFEFFTitle\r\n"呐喊\n第二行"\r\n');
    expect((await bytes('&bom=false')).toString('utf8')).toBe('Title\r\n"呐喊\n第二行"\r\n');
  });

  test('is called after the entity and the day, in any script', async () => {
    const named = async (language: string) =>
      (await exported(ws.admin, 'book', {}, { 'accept-language': language })).reply.headers.get('content-disposition');
    expect(await named('en')).toBe(
      `attachment; filename="book 2026-05-05.csv"; filename*=UTF-8''Books%20all%202026-05-05.csv`,
    );
    expect(await named('zh-CN')).toContain(`filename*=UTF-8''${encodeURIComponent('图书')}%202026-05-05.csv`);
  });

  test.each([
    'format=xlsx',
    'values=pretty',
    'header=none',
    'bom=1',
    'limit=0',
    'limit=x',
    'after=x',
    'count=exact',
    'x=1',
  ])('is refused where %s is asked for', async (query) => {
    expect(await ws.admin.send('GET', `/api/records/book/export?${query}`)).toMatchObject({
      status: 400,
      body: { code: 'malformed_request' },
    });
  });

  test('is refused as the list is, before anything of it is sent', async () => {
    await expect(exported(ws.admin, 'book', { sort: 'place' })).rejects.toMatchObject({ code: 'not_sortable' });
    await expect(exported(ws.admin, 'book', { filter: { '==': [{ var: 'nope' }, 1] } })).rejects.toMatchObject({
      status: 400,
    });
    await expect(exported(ws.admin, 'copy', { search: 'x' })).rejects.toMatchObject({ code: 'malformed_request' });
  });
});
