// Lists: what select shows, filter finds, sort orders, count counts, and what is refused.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import type { ListQuery } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const items = [
  entity('country', { name: 'text', code: 'text' }),
  entity('author', {
    name: { type: 'person_name', required: true },
    country: { type: 'lookup', entity: 'country' },
    born: 'date',
  }),
  entity('book', {
    title: 'text',
    author: { type: 'lookup', entity: 'author' },
    pages: 'integer',
    price: 'decimal',
    state: {
      type: 'select',
      options: [
        { value: 'new', label: 'New' },
        { value: 'read', label: 'Read' },
      ],
    },
    shelf: 'location',
    lines: { type: 'child_table', entity: 'mark', parent_field: 'book' },
  }),
  entity('mark', {
    book: { type: 'lookup', entity: 'book', on_delete: 'cascade' },
    page: 'integer',
    by: { type: 'lookup', entity: 'author' },
  }),
  role('reader', { book: { read: true, fields: { price: { read: false } } }, author: { read: true } }),
];

let ws: Workspace;
let joyce: { readonly id: string };
beforeAll(async () => {
  ws = await workspace({ items });
  const ireland = await ws.admin.create('country', { name: 'Ireland', code: 'IE' });
  joyce = await ws.admin.create('author', {
    name: { given: 'James', family: 'Joyce' },
    country: ireland.id,
    born: '1882-02-02',
  });
  const lu = await ws.admin.create('author', { name: '鲁迅', born: '1881-09-25' });
  await ws.admin.batch('book', [
    {
      op: 'create',
      values: {
        title: 'Ulysses',
        author: joyce.id,
        pages: 730,
        price: 20,
        state: 'read',
        lines: [{ page: 3, by: joyce.id }, { page: 9 }],
      },
    },
    { op: 'create', values: { title: 'Dubliners', author: joyce.id, pages: 150, price: 12.5, state: 'new' } },
    { op: 'create', values: { title: '呐喊', author: lu.id, pages: 200, state: 'read' } },
    { op: 'create', values: { title: 'Anonymous' } },
  ]);
});
afterAll(() => ws.close());

const titles = async (query: ListQuery): Promise<unknown[]> =>
  (await ws.admin.list('book', { select: 'title', ...query })).map(({ title }) => title);

describe('select', () => {
  test('without one, every field of the record itself is there, children are not', async () => {
    const [book] = await ws.admin.list('book', { sort: 'pages' });
    expect(Object.keys(book ?? {}).sort()).toEqual(
      [
        'author',
        'created_at',
        'created_by',
        'id',
        'owner',
        'pages',
        'price',
        'shelf',
        'state',
        'title',
        'updated_at',
        'updated_by',
        'version',
      ].sort(),
    );
  });

  test('a row reads as the record itself does, field by field, blank ones too', async () => {
    for (const client of [ws.admin, await ws.as('reader')])
      for (const row of await client.list('book', { select: '*' }))
        expect(await client.get('book', String(row['id']))).toMatchObject(row);
  });

  test('a dot walks through look-ups and adds to their id and title', async () => {
    const query = {
      select: 'title,author.born,author.country.code,owner.name',
      filter: { '==': [{ var: 'title' }, 'Ulysses'] },
    };
    expect(await ws.admin.list('book', query)).toMatchObject([
      {
        title: 'Ulysses',
        author: { id: joyce.id, title: 'James Joyce', born: '1882-02-02', country: { title: 'Ireland', code: 'IE' } },
        owner: { id: ws.admin.id, title: 'Ada', name: 'Ada' },
      },
    ]);
  });

  test('a look-up that leads nowhere reads null, whatever is asked behind it', async () => {
    const query = { select: 'author.country.code', filter: { '==': [{ var: 'title' }, 'Anonymous'] } };
    expect(await ws.admin.list('book', query)).toEqual([{ author: null }]);
  });

  test('children come with the columns in parentheses, look-ups of theirs included', async () => {
    const query = { select: 'title, lines(page, by.born)', filter: { '==': [{ var: 'title' }, 'Ulysses'] } };
    expect(await ws.admin.list('book', query)).toEqual([
      {
        title: 'Ulysses',
        lines: [
          { page: 3, by: expect.objectContaining({ born: '1882-02-02' }) },
          { page: 9, by: null },
        ],
      },
    ]);
  });

  test('a star is every field, beside which paths may stand', async () => {
    const [book] = await ws.admin.list('book', {
      select: '*,author.born',
      filter: { '==': [{ var: 'title' }, 'Ulysses'] },
    });
    expect(book).toMatchObject({ pages: 730, author: { born: '1882-02-02' } });
  });

  test('as a comma list, a JSON list and a query string it is the same', async () => {
    const want = await ws.admin.list('book', { select: 'title,pages', sort: 'title' });
    expect(await ws.admin.list('book', { select: ['title', 'pages'], sort: ['title'] })).toEqual(want);
    const { data } = await ws.admin.call<{ data: unknown }>('GET', '/api/records/book?select=title,pages&sort=title');
    expect(data).toEqual(want);
  });

  test.each([
    'ghost',
    'author.ghost',
    'title.length',
    'author.country.name.x',
    'lines(ghost)',
    'lines(',
    '(',
    'author.',
    '.',
    'constructor',
    '__proto__',
    'TITLE',
  ])('%s is refused', async (select) => {
    await expect(ws.admin.list('book', { select })).rejects.toMatchObject({ status: 400 });
  });
});

describe('names that do not exist for the asker', () => {
  const hidden: [string, ListQuery][] = [
    ['select', { select: 'price' }],
    ['filter', { filter: { '>': [{ var: 'price' }, 1] } }],
    ['filter in one branch', { filter: { or: [{ '==': [{ var: 'title' }, 'x'] }, { is_blank: [{ var: 'price' }] }] } }],
    ['sort', { sort: '-price' }],
  ];

  test.each(hidden)('a hidden field in %s answers just like one that is not there', async (_, query) => {
    const reader = await ws.as('reader');
    const ghost = JSON.parse(JSON.stringify(query).replaceAll('price', 'ghost')) as ListQuery;
    const [real, unreal] = [
      await reader.send('POST', '/api/records/book/query', query),
      await reader.send('POST', '/api/records/book/query', ghost),
    ];
    expect(real).toMatchObject({ status: 400, body: { code: 'unknown_field' } });
    expect(real.text.replaceAll('price', 'ghost')).toBe(unreal.text);
  });

  test('the name that was meant is told to whoever may know it', async () => {
    const asked = { filter: { '>': [{ var: 'prise' }, 1] } };
    const meant = { errors: [{ path: '/>/0', code: 'unknown_field', hint: 'Did you mean "price"?' }] };
    expect((await ws.admin.send('POST', '/api/records/book/query', asked)).body).toMatchObject(meant);
    const unaware = (await (await ws.as('reader')).send('POST', '/api/records/book/query', asked)).body;
    expect(unaware).toMatchObject({ errors: [expect.not.objectContaining({ hint: expect.anything() })] });
  });

  test.each([
    { select: 'author.country.name' },
    { filter: { '==': [{ var: 'author.country.code' }, 'IE'] } },
    { sort: 'author.country.code' },
  ])('nor does an entity that may not be read: %j', async (query) => {
    await expect((await ws.as('reader')).list('book', query)).rejects.toMatchObject({
      status: 400,
      code: 'unknown_field',
    });
  });

  test('a look-up to such an entity reads as blank', async () => {
    const query = { select: 'author.country', filter: { '==': [{ var: 'title' }, 'Ulysses'] } };
    expect(await (await ws.as('reader')).list('book', query)).toMatchObject([
      { author: { id: joyce.id, country: null } },
    ]);
  });
});

describe('filter', () => {
  test.each<[unknown, string[]]>([
    [null, ['Anonymous', 'Dubliners', 'Ulysses', '呐喊']],
    [true, ['Anonymous', 'Dubliners', 'Ulysses', '呐喊']],
    [false, []],
    [{ '>': [{ var: 'pages' }, 150] }, ['Ulysses', '呐喊']],
    [{ '<=': [100, { var: 'pages' }, 200] }, ['Dubliners', '呐喊']],
    [{ in: [{ var: 'state' }, ['new', 'read']] }, ['Dubliners', 'Ulysses', '呐喊']],
    [{ in: [{ var: 'state' }, []] }, []],
    [{ '!=': [{ var: 'state' }, 'new'] }, ['Anonymous', 'Ulysses', '呐喊']],
    [{ '!': [{ '==': [{ var: 'state' }, 'new'] }] }, ['Anonymous', 'Ulysses', '呐喊']],
    [{ '==': [{ var: 'author' }, null] }, ['Anonymous']],
    [{ is_blank: [{ var: 'price' }] }, ['Anonymous', '呐喊']],
    [{ contains: [{ var: 'title' }, 'lin'] }, ['Dubliners']],
    [{ starts_with: [{ var: 'title' }, 'U'] }, ['Ulysses']],
    [{ '==': [{ var: 'author.country.code' }, 'IE'] }, ['Dubliners', 'Ulysses']],
    [{ '<': [{ var: 'author.born' }, '1882-01-01'] }, ['呐喊']],
    [{ contains: [{ var: 'author.name' }, 'Joyce'] }, ['Dubliners', 'Ulysses']],
    [{ '==': [{ var: 'owner' }, { var: '$user.id' }] }, ['Anonymous', 'Dubliners', 'Ulysses', '呐喊']],
    [{ '<=': [{ var: 'created_at' }, { var: '$now' }] }, ['Anonymous', 'Dubliners', 'Ulysses', '呐喊']],
    [
      {
        and: [
          { '==': [{ var: 'state' }, 'read'] },
          { or: [{ '<': [{ var: 'pages' }, 300] }, { '>': [{ var: 'price' }, 99] }] },
        ],
      },
      ['呐喊'],
    ],
    [{ '>': [{ '*': [{ var: 'pages' }, { var: 'price' }] }, 10000] }, ['Ulysses']],
    [{ '==': [{ lower: [{ var: 'title' }] }, 'ulysses'] }, ['Ulysses']],
  ])('%j', async (filter, found) => {
    expect(await titles({ filter, sort: 'title' })).toEqual(found);
  });

  test.each([
    [{ '==': [{ var: 'ghost' }, 1] }, 'unknown_field'],
    [{ '==': [{ var: 'author.ghost' }, 1] }, 'unknown_field'],
    [{ '==': [{ var: '$user.password' }, 1] }, 'unknown_field'],
    [{ drop: [1] }, 'unknown_operator'],
    [{ '>': [{ var: 'pages' }, 'many'] }, 'invalid_filter'],
    [{ '>': [{ var: 'pages' }] }, 'invalid_filter'],
    [{ in: [{ var: 'author' }, ['nonsense']] }, 'invalid_filter'],
    [{ '==': [{ var: 'author' }, 'nonsense'] }, 'invalid_filter'],
    [{ '>': [{ var: 'author.born' }, 'yesterday'] }, 'invalid_filter'],
    [{ '>': [{ var: 'lines' }, 1] }, 'invalid_filter'],
    [{ '==': [1, 1], and: [] }, undefined],
  ])('%j is refused', async (filter, code) => {
    await expect(ws.admin.list('book', { filter })).rejects.toMatchObject({
      status: 400,
      ...(code === undefined ? {} : { code }),
    });
  });

  test('an `or` of nothing and an `in` of nothing find nothing, an `and` of nothing everything or a refusal', async () => {
    const empty = await ws.admin.send('POST', '/api/records/book/query', { filter: { or: [] } });
    if (empty.status === 200) expect(empty.body).toMatchObject({ data: [] });
    else expect(empty.status).toBe(400);
  });
});

describe('sort', () => {
  test('takes several keys, each with its direction', async () => {
    expect(await titles({ sort: '-state,pages' })).toEqual(['Anonymous', '呐喊', 'Ulysses', 'Dubliners']);
    expect(await titles({ sort: ['state', '-pages'] })).toEqual(['Dubliners', 'Ulysses', '呐喊', 'Anonymous']);
  });

  test('goes by the title behind a look-up, or by any column behind it', async () => {
    expect(await titles({ sort: 'author.born,title' })).toEqual(['呐喊', 'Dubliners', 'Ulysses', 'Anonymous']);
    expect((await titles({ sort: 'author,title' })).at(-1)).toBe('Anonymous');
  });

  test('without one, the newest come first', async () => {
    expect(await titles({})).toEqual(['Anonymous', '呐喊', 'Dubliners', 'Ulysses']);
  });

  test('takes five keys and not one more', async () => {
    await expect(ws.admin.list('book', { sort: 'title,pages,price,state,id' })).resolves.toHaveLength(4);
    await expect(ws.admin.list('book', { sort: 'title,pages,price,state,id,version' })).rejects.toMatchObject({
      status: 400,
    });
  });

  test.each([
    ['ghost', 'unknown_field'],
    ['author.ghost', 'unknown_field'],
    ['shelf', 'not_sortable'],
    ['lines', undefined],
    ['--title', 'unknown_field'],
    ['title desc', 'unknown_field'],
  ])('by %s is refused', async (sort, code) => {
    await expect(ws.admin.list('book', { sort })).rejects.toMatchObject({
      status: 400,
      ...(code === undefined ? {} : { code }),
    });
  });
});

describe('limit and count', () => {
  test.each([0, -1, 501, 1.5, '10', null])('a limit of %j is refused', async (limit) => {
    await expect(ws.admin.call('POST', '/api/records/book/query', { limit })).rejects.toMatchObject({ status: 400 });
  });

  test.each(['0', '501', 'ten', '1e999', ''])('a limit of %j in the address is refused', async (limit) => {
    await expect(ws.admin.call('GET', `/api/records/book?limit=${limit}`)).rejects.toMatchObject({ status: 400 });
  });

  test('counts exactly, up to a cap, or not at all', async () => {
    const page = async (query: ListQuery) => (await ws.admin.page('book', { limit: 1, ...query })).page;
    expect(await page({ count: 'exact' })).toMatchObject({ count: 4 });
    expect(await page({ count: 'capped' })).toMatchObject({ count: 4 });
    expect(await page({ count: 'capped' })).not.toHaveProperty('capped');
    expect(await page({})).not.toHaveProperty('count');
    expect(await page({ count: 'exact', filter: { '==': [{ var: 'author.country.code' }, 'IE'] } })).toMatchObject({
      count: 2,
    });
    await expect(page({ count: 'all' as 'exact' })).rejects.toMatchObject({ status: 400 });
  });

  test('a capped count stops at a thousand and says so', async () => {
    await ws.admin.batch(
      'mark',
      Array.from({ length: 1000 }, (_, page) => ({ op: 'create', values: { page } })),
    );
    const page = async () => (await ws.admin.page('mark', { limit: 1, count: 'capped' })).page;
    expect(await page()).toMatchObject({ count: 1000, capped: true });
    expect((await ws.admin.page('mark', { limit: 1, count: 'exact' })).page).toMatchObject({ count: 1002 });
    expect((await ws.admin.page('mark', { limit: 500 })).data).toHaveLength(500);
  });
});

test.each(['?colour=red', '?filter={', '?filter[a]=b', '?after=x', '?count=many'])(
  'GET %s is malformed',
  async (query) => {
    await expect(ws.admin.call('GET', `/api/records/book${query}`)).rejects.toMatchObject({ status: 400 });
  },
);

test('a filter in the address is JSONLogic as JSON', async () => {
  const filter = encodeURIComponent(JSON.stringify({ '==': [{ var: 'title' }, 'Ulysses'] }));
  await expect(ws.admin.call('GET', `/api/records/book?filter=${filter}&select=pages`)).resolves.toMatchObject({
    data: [{ pages: 730 }],
  });
});
