// Look-ups and many-to-many fields: how they read, what they take, what a delete does to the records that have them.
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
  role('visitor', {
    author: { read: true },
    country: { read: { '!=': [{ var: 'hidden' }, true] } },
    book: { read: true, create: true, update: true, delete: true },
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

test('a look-up shows as many columns as there are behind it', async () => {
  const fields = Object.fromEntries(Array.from({ length: 70 }, (_, n) => [`f${n}`, 'integer'] as const));
  await using other = await workspace({
    items: [
      entity('wide', { name: 'text', ...fields }),
      entity('narrow', { wide: { type: 'lookup', entity: 'wide' } }),
      role('reader', {
        wide: { read: true, fields: { f2: { read: { '==': [{ var: 'f1' }, 0] } } } },
        narrow: { read: true },
      }),
    ],
  });
  const wide = await other.admin.create('wide', { name: 'w', f1: 1, f2: 2, f69: 69 });
  const { id } = await other.admin.create('narrow', { wide: wide.id });
  const all = await other.admin.get('narrow', id, 'wide.*');
  expect(all).toMatchObject({ wide: { id: wide.id, title: 'w', name: 'w', f0: null, f2: 2, f69: 69 } });
  const masked = await (await other.as('reader')).list('narrow', { select: 'wide.*' });
  expect(masked).toMatchObject([{ wide: { id: wide.id, title: 'w', f69: 69 } }]);
  expect(masked[0]?.['wide']).not.toHaveProperty('f2');
});

test('behind a look-up `title` is what the record is called, whatever field has that name', async () => {
  await using other = await workspace({
    items: [
      entity('member', { name: 'text', title: 'text' }, { title: 'name' }),
      entity('loan', { to: { type: 'lookup', entity: 'member' } }),
    ],
  });
  const member = await other.admin.create('member', { name: 'Ada', title: 'Dr' });
  const loan = await other.admin.create('loan', { to: member.id });
  expect(await other.admin.get('loan', loan.id, 'to.title')).toMatchObject({ to: { id: member.id, title: 'Ada' } });
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

  test('what has gone along comes back with its record, what has been deleted before it does not', async () => {
    const first = await ws.admin.create('book', { title: 'first' });
    const second = await ws.admin.create('book', { title: 'second', series: first.id });
    const third = await ws.admin.create('book', { title: 'third', series: second.id });
    const before = await ws.admin.create('book', { title: 'before', series: first.id });
    await ws.admin.delete('book', before.id);
    await ws.admin.delete('book', first.id);
    await ws.admin.restore('book', first.id);
    for (const { id } of [first, second, third]) expect(await ws.admin.get('book', id)).toMatchObject({ id });
    await expect(ws.admin.get('book', before.id)).rejects.toMatchObject({ status: 404 });
  });

  test('look-ups that were cleared lead to the restored record again, unless they have been set meanwhile', async () => {
    const [gone, other] = [
      await ws.admin.create('author', { name: 'gone' }),
      await ws.admin.create('author', { name: 'other' }),
    ];
    const kept = await ws.admin.create('book', { title: 'kept', editor: gone.id });
    const set = await ws.admin.create('book', { title: 'set', editor: gone.id });
    await ws.admin.delete('author', gone.id);
    await ws.admin.patch('book', set.id, { editor: other.id });
    await ws.admin.restore('author', gone.id);
    expect(await ws.admin.get('book', kept.id)).toMatchObject({ editor: { id: gone.id }, version: 3 });
    expect(await ws.admin.get('book', set.id)).toMatchObject({ editor: { id: other.id } });
    expect((await ws.admin.history('book', kept.id)).map(({ action }) => action)).toEqual([
      'update',
      'update',
      'create',
    ]);
  });

  test('a record that looks itself up comes back', async () => {
    const { id } = await ws.admin.create('book', { title: 'self' });
    await ws.admin.patch('book', id, { series: id });
    await ws.admin.delete('book', id);
    expect(await ws.admin.restore('book', id)).toMatchObject({ series: { id } });
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
