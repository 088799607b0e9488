// References to one of several entities: how they read, what they take, and whom they tell.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({
    items: [
      entity('author', { name: 'text' }),
      entity('book', { title: 'text' }),
      entity('remark', { text: 'text', about: { type: 'related_to', entities: ['book', 'author'] } }),
      role('deaf', { remark: { read: true, update: true, fields: { about: { read: false } } } }),
    ],
  });
});
afterAll(() => ws.close());

const nobody = '00000000-0000-7000-8000-000000000000';
const notFound = (path: string) => ({
  status: 422,
  errors: [expect.objectContaining({ path, code: 'record_not_found' })],
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

  test('that may not be read hides what stands beside it as well', async () => {
    const deaf = await ws.as('deaf');
    const book = await ws.admin.create('book', { title: 'Ulysses' });
    const { id } = await ws.admin.create('remark', { text: 'short', about: { entity: 'book', id: book.id } });
    expect(await deaf.get('remark', id)).not.toHaveProperty('about_entity');
    for (const way of [
      deaf.get('remark', id, 'about_entity'),
      deaf.list('remark', { filter: { '==': [{ var: 'about_entity' }, 'book'] } }),
      deaf.aggregate('remark', { dimensions: ['about_entity'] }),
      deaf.patch('remark', id, { about_entity: 'book' }),
    ])
      await expect(way).rejects.toMatchObject({ status: 400 });
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
