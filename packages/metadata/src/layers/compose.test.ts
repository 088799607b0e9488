import { expect, test } from 'vitest';
import { entity, view } from '../builders.ts';
import type { RawItem } from '../kinds.ts';
import { validate } from '../validate.ts';
import { compose, type Layer } from './compose.ts';

const base: Layer = {
  name: 'library',
  items: [
    entity('book', { title: { type: 'text', required: true }, pages: 'integer' }),
    view('book_all', 'book', ['title']),
  ],
};

function bodyOf(layers: readonly Layer[], name: string): unknown {
  return compose(layers).items.find((item) => item.name === name)?.body;
}

function extension(body: object): RawItem {
  return { kind: 'entity', name: 'book', body: { name: 'book', extends: true, ...body } };
}

test('an entity that extends adds fields after those below, and refines fields member by member', () => {
  const more: Layer = {
    name: 'school',
    items: [extension({ fields: { isbn: { type: 'text' }, title: { max_length: 80 } } })],
  };
  expect(bodyOf([base, more], 'book')).toEqual({
    name: 'book',
    fields: {
      title: { type: 'text', required: true, max_length: 80 },
      pages: { type: 'integer' },
      isbn: { type: 'text' },
    },
  });
});

test('an entity of the engine’s own can be extended', () => {
  const body = { name: 'user', extends: true, fields: { badge: { type: 'text' } } };
  const validation = validate([{ kind: 'entity', name: 'user', body }]);
  const names = validation.ok ? Object.keys(validation.metadata.entities.get('user')?.fields ?? {}) : [];
  expect(names.slice(0, 2)).toEqual(['name', 'email']);
  expect(names.at(-1)).toBe('badge');
});

test('an item without `extends` replaces the one below', () => {
  expect(bodyOf([base, { name: 'school', items: [entity('book', { name: 'text' })] }], 'book')).toEqual({
    name: 'book',
    fields: { name: { type: 'text' } },
  });
});

test('a change of the workspace is a patch, and `null` takes an item away', () => {
  const changes: Layer = {
    name: 'workspace',
    items: [
      { kind: 'entity', name: 'book', patch: { label: 'Buch', fields: { pages: null } } },
      { kind: 'view', name: 'book_all', patch: null },
    ],
  };
  expect(bodyOf([base, changes], 'book')).toEqual({
    name: 'book',
    label: 'Buch',
    fields: { title: { type: 'text', required: true } },
  });
  expect(compose([base, changes]).items.map(({ name }) => name)).toEqual(['book']);
});

test('every item knows the layers that had a part in it', () => {
  const more: Layer = { name: 'school', items: [extension({})] };
  const workspace: Layer = { name: 'workspace', items: [entity('pupil', { name: 'text' })] };
  expect(compose([base, more, workspace]).items.map(({ name, layers }) => [name, layers])).toEqual([
    ['book', ['library', 'school']],
    ['book_all', ['library']],
    ['pupil', ['workspace']],
  ]);
});

test('a change to something that no layer below has is a problem', () => {
  const { problems } = compose([{ name: 'school', items: [extension({}), { kind: 'view', name: 'v', patch: {} }] }]);
  expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'entities/book.json nothing_below',
    'views/v.json nothing_below',
  ]);
});
