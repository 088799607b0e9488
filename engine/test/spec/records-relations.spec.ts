// Look-ups, many-to-many fields and references to one of several entities: how they read, what they take, what a delete does to them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const items = [
  entity('author', { name: { type: 'text', required: true }, country: { type: 'lookup', entity: 'country' } }),
  entity('country', { name: 'text', hidden: 'boolean' }),
  entity('book', {
    title: 'text',
    author: { type: 'lookup', entity: 'author' },
    editor: { type: 'lookup', entity: 'author', on_delete: 'clear' },
    series: { type: 'lookup', entity: 'book', on_delete: 'cascade' },
    countries: { type: 'multi_lookup', entity: 'country' },
  }),
  entity('remark', { text: 'text', about: { type: 'related_to', entities: ['book', 'author'] } }),
  role('visitor', {
    author: { read: true },
    country: { read: { '!=': [{ var: 'hidden' }, true] } },
    book: { read: true, create: true, update: true, delete: true },
    remark: { read: true, create: true, update: true },
  }),
  role('blind', { book: { read: true, create: true, update: true, delete: true } }),
];

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items });
});
afterAll(() => ws.close());

const nobody = '00000000-0000-7000-8000-000000000000';
const notFound = (path: string) => ({
  status: 422,
  errors: [expect.objectContaining({ path, code: 'record_not_found' })],
});

describe('a look-up', () => {
  test('takes an id or an object with one, and reads as id and title', async () => {
    const { id } = await ws.admin.create('author', { name: 'Joyce' });
    const joyce = { id, title: 'Joyce' };
    expect(await ws.admin.create('book', { author: id })).toMatchObject({ author: joyce });
    expect(await ws.admin.create('book', { author: { id } })).toMatchObject({ author: joyce });
    expect(await ws.admin.create('book', { author: joyce })).toMatchObject({ author: joyce });
  });

  test.each([[nobody], ['nonsense'], [{ id: nobody }], [{}], [7], [[nobody]]])('to %j is refused', async (author) => {
    await expect(ws.admin.create('book', { author })).rejects.toMatchObject({
      status: 422,
      errors: [expect.objectContaining({ path: '/author' })],
    });
  });

  test('to a record in the trash is as one to a record that does not exist', async () => {
    const { id } = await ws.admin.create('author', { name: 'gone' });
    await ws.admin.delete('author', id);
    await expect(ws.admin.create('book', { author: id })).rejects.toMatchObject(notFound('/author'));
  });

  test('to a record that its writer does not see is as one to a record that does not exist', async () => {
    const visitor = await ws.as('visitor');
    const { id } = await ws.admin.create('country', { name: 'Atlantis', hidden: true });
    await expect(visitor.create('book', { countries: [id] })).rejects.toMatchObject(notFound('/countries'));
    const blind = await ws.as('blind');
    const author = await ws.admin.create('author', { name: 'x' });
    await expect(blind.create('book', { author: author.id })).rejects.toMatchObject(notFound('/author'));
  });

  test('to a hidden record reads as blank and survives a change of something else', async () => {
    const blind = await ws.as('blind');
    const author = await ws.admin.create('author', { name: 'x' });
    const { id } = await ws.admin.create('book', { title: 'a', author: author.id });
    expect(await blind.get('book', id)).toMatchObject({ author: null });
    await blind.patch('book', id, { title: 'b' });
    expect(await ws.admin.get('book', id)).toMatchObject({ title: 'b', author: { id: author.id } });
  });
});

describe('deleting what others look up', () => {
  test('restrict refuses and says what stands in the way', async () => {
    const author = await ws.admin.create('author', { name: 'x' });
    await ws.admin.create('book', { author: author.id });
    await expect(ws.admin.delete('author', author.id)).rejects.toMatchObject({
      status: 409,
      code: 'in_use',
      problem: { detail: expect.stringContaining('1') },
    });
    expect(await ws.admin.get('author', author.id)).toMatchObject({ name: 'x' });
  });

  test('restrict is lifted once the referring record lies in the trash', async () => {
    const author = await ws.admin.create('author', { name: 'x' });
    const book = await ws.admin.create('book', { author: author.id });
    await ws.admin.delete('book', book.id);
    await ws.admin.delete('author', author.id);
    await expect(ws.admin.restore('book', book.id)).rejects.toMatchObject(notFound('/author'));
  });

  test('clear blanks the look-up, with history', async () => {
    const editor = await ws.admin.create('author', { name: 'x' });
    const book = await ws.admin.create('book', { editor: editor.id });
    await ws.admin.delete('author', editor.id);
    expect(await ws.admin.get('book', book.id)).toMatchObject({ editor: null, version: 2 });
    const [newest] = await ws.admin.history('book', book.id);
    expect(newest?.changes).toMatchObject({ editor: { old: { id: editor.id }, new: null } });
  });

  test('cascade takes the referring records along, at any depth', async () => {
    const first = await ws.admin.create('book', { title: '1' });
    const second = await ws.admin.create('book', { title: '2', series: first.id });
    const third = await ws.admin.create('book', { title: '3', series: second.id });
    await ws.admin.delete('book', first.id);
    await expect(ws.admin.get('book', third.id)).rejects.toMatchObject({ status: 404 });
  });

  test('cascade ends where records lead round in a circle', async () => {
    const first = await ws.admin.create('book', { title: '1' });
    const second = await ws.admin.create('book', { title: '2', series: first.id });
    await ws.admin.patch('book', first.id, { series: second.id });
    await ws.admin.delete('book', first.id);
    await expect(ws.admin.get('book', second.id)).rejects.toMatchObject({ status: 404 });
    const own = await ws.admin.create('book', { title: 'own' });
    await ws.admin.patch('book', own.id, { series: own.id });
    await ws.admin.delete('book', own.id);
  }, 5_000);

  test('nothing of it happens where a record further down is still in use', async () => {
    await using other = await workspace({
      items: [
        entity('box', { name: 'text' }),
        entity('part', { box: { type: 'lookup', entity: 'box', on_delete: 'cascade' } }),
        entity('use', { part: { type: 'lookup', entity: 'part', on_delete: 'restrict' } }),
      ],
    });
    const box = await other.admin.create('box', { name: 'b' });
    const part = await other.admin.create('part', { box: box.id });
    await other.admin.create('use', { part: part.id });
    await expect(other.admin.delete('box', box.id)).rejects.toMatchObject({ code: 'in_use' });
    expect(await other.admin.get('part', part.id)).toMatchObject({ version: 1 });
  });
});

describe('a many-to-many field', () => {
  test('keeps its order, forgets repetitions, is replaced as a whole', async () => {
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((name) => ws.admin.create('country', { name })));
    const made = await ws.admin.create('book', { countries: [b?.id, a?.id, b?.id] });
    expect(made).toMatchObject({
      countries: [
        { id: b?.id, title: 'b' },
        { id: a?.id, title: 'a' },
      ],
    });
    const changed = await ws.admin.patch('book', made.id, { countries: [{ id: c?.id }] });
    expect(changed).toMatchObject({ countries: [{ id: c?.id, title: 'c' }], version: 2 });
    expect(await ws.admin.patch('book', made.id, { countries: [] })).toMatchObject({ countries: [] });
    expect((await ws.admin.history('book', made.id)).map(({ changes }) => Object.keys(changes))).toEqual([
      ['countries'],
      ['countries'],
      expect.anything(),
    ]);
  });

  test('can be filtered by, and shows columns of its records', async () => {
    const [a, b] = await Promise.all(['fa', 'fb'].map((name) => ws.admin.create('country', { name })));
    const made = await ws.admin.create('book', { title: 'both', countries: [a?.id, b?.id] });
    const found = await ws.admin.list('book', {
      filter: { has_any: [{ var: 'countries' }, [b?.id]] },
      select: 'id,countries(name)',
    });
    expect(found).toEqual([{ id: made.id, countries: [{ name: 'fa' }, { name: 'fb' }] }]);
  });

  test('shows neither what its reader may not see nor what lies in the trash', async () => {
    const visitor = await ws.as('visitor');
    const [open, hidden, gone] = await Promise.all([
      ws.admin.create('country', { name: 'open' }),
      ws.admin.create('country', { name: 'hidden', hidden: true }),
      ws.admin.create('country', { name: 'gone' }),
    ]);
    const { id } = await ws.admin.create('book', { countries: [open.id, hidden.id, gone.id] });
    await ws.admin.delete('country', gone.id);
    expect(await visitor.get('book', id)).toMatchObject({ countries: [{ id: open.id, title: 'open' }] });
  });

  test('a link that its writer does not see survives their change of the others', async () => {
    const visitor = await ws.as('visitor');
    const [open, other, hidden] = await Promise.all([
      ws.admin.create('country', { name: 'open' }),
      ws.admin.create('country', { name: 'other' }),
      ws.admin.create('country', { name: 'hidden', hidden: true }),
    ]);
    const { id } = await ws.admin.create('book', { countries: [open.id, hidden.id] });
    await visitor.patch('book', id, { countries: [other.id] });
    const { countries } = await ws.admin.get('book', id);
    expect((countries as { title: string }[]).map(({ title }) => title).sort()).toEqual(['hidden', 'other']);
  });
});

test.each([
  ['a many-to-many field', { type: 'multi_lookup', entity: 'part' } as const],
  ['a child table', { type: 'child_table', entity: 'piece', parent_field: 'whole' } as const],
])('%s that is required on a condition is met by what the record has, not by an empty list', async (_, parts) => {
  await using other = await workspace({
    items: [
      entity('part', { name: 'text' }),
      entity('piece', { name: 'text', whole: { type: 'lookup', entity: 'whole', on_delete: 'cascade' } }),
      entity('whole', { done: 'boolean', parts: { ...parts, required: { '==': [{ var: 'done' }, true] } } }),
    ],
  });
  const part = parts.type === 'multi_lookup' ? (await other.admin.create('part', { name: 'a' })).id : { name: 'a' };
  const missing = { status: 422, errors: [expect.objectContaining({ path: '/parts', code: 'required' })] };
  await expect(other.admin.create('whole', { done: true })).rejects.toMatchObject(missing);
  await expect(other.admin.create('whole', { done: true, parts: [] })).rejects.toMatchObject(missing);
  const { id } = await other.admin.create('whole', { parts: [part] });
  expect(await other.admin.patch('whole', id, { done: true })).toMatchObject({ done: true });
  await expect(other.admin.patch('whole', id, { parts: [] })).rejects.toMatchObject(missing);
});

describe('a reference to one of several entities', () => {
  test('reads with entity, id and title', async () => {
    const book = await ws.admin.create('book', { title: 'Ulysses' });
    const made = await ws.admin.create('remark', { text: 'long', about: { entity: 'book', id: book.id } });
    expect(made).toMatchObject({ about: { entity: 'book', id: book.id, title: 'Ulysses' } });
    await expect(ws.admin.patch('remark', made.id, { about_entity: 'author' })).rejects.toMatchObject({ status: 422 });
    expect(await ws.admin.patch('remark', made.id, { about: null })).toMatchObject({ about: null });
  });

  test.each([
    [{ entity: 'remark', id: nobody }],
    [{ entity: 'ghost', id: nobody }],
    [{ entity: 'book', id: nobody }],
    [{ entity: 'book' }],
    ['book'],
  ])('to %j is refused', async (about) => {
    await expect(ws.admin.create('remark', { about })).rejects.toMatchObject({
      status: 422,
      errors: [expect.objectContaining({ path: expect.stringMatching(/^\/about/) })],
    });
  });

  test('to a record that its writer may not see, or that is in the trash, is refused', async () => {
    await using other = await workspace({
      items: [
        entity('page', { name: 'text', hidden: 'boolean' }),
        entity('mark', { on: { type: 'related_to', entities: ['page'] } }),
        role('visitor', { page: { read: { '!=': [{ var: 'hidden' }, true] } }, mark: { read: true, create: true } }),
      ],
    });
    const hidden = await other.admin.create('page', { name: 'h', hidden: true });
    const visitor = await other.as('visitor');
    await expect(visitor.create('mark', { on: { entity: 'page', id: hidden.id } })).rejects.toMatchObject(
      notFound('/on'),
    );
    await other.admin.delete('page', hidden.id);
    await expect(other.admin.create('mark', { on: { entity: 'page', id: hidden.id } })).rejects.toMatchObject(
      notFound('/on'),
    );
  });
});
