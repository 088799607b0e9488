import { expect, test } from 'vitest';
import { app, entity, form, metadata, optionSet, page, role, sampleData, view } from './builders.ts';
import { allItems } from './metadata.ts';
import { isKind } from './kinds.ts';
import { referencesByItem, referencing, usersOf, type Target } from './references.ts';
import { finish } from './steps.ts';

const library = metadata(
  optionSet('genre', ['novel', 'poetry']),
  entity('author', { name: 'text' }),
  entity(
    'book',
    {
      title: { type: 'text', required: { '==': [{ var: 'author.name' }, 'x'] } },
      genre: { type: 'select', options: 'genre' },
      author: { type: 'lookup', entity: 'author', filter: { '!=': [{ var: 'name' }, ''] } },
    },
    {
      title: 'title',
      rules: { r: { check: { '==': [{ var: '$user.name' }, 'x'] }, message: 'No', at: 'genre' } },
      indexes: { i: { fields: ['genre'] } },
    },
  ),
  form('book_main', 'book', ['title', { field: 'genre', visible: { '==': [{ var: 'title' }, 'x'] } }]),
  view('book_all', 'book', ['title', 'author.name'], {
    type: 'board',
    sort: ['-author.name'],
    board: { by: 'genre', card: ['title'], hidden: ['poetry'] },
  }),
  page('author_page', 'author', [{ type: 'related', entity: 'book', via: 'author', columns: ['title'] }]),
  app('main', [], { groups: [{ name: 'a', items: [{ entity: 'book', view: 'book_all' }] }] }),
  role('reader', {
    book: {
      read: { and: [{ scope: 'own' }, { '==': [{ var: 'genre' }, 'novel'] }] },
      fields: { title: { read: true } },
    },
  }),
  sampleData('authors', 'author', [{ $id: 'lu', name: 'Lu Xun' }]),
  sampleData('books', 'book', [{ title: 'A', author: '@lu' }]),
);
const index = finish(referencing(library));

function usersAt(target: Target): string[] {
  return usersOf(index, target)
    .map(({ from }) => `${from.kind} ${from.name} ${from.path}`)
    .toSorted();
}

test('the users of a field are found in columns, sort keys, conditions, rules, forms, pages, roles and sample data', () => {
  expect(usersAt({ kind: 'entity', name: 'author', member: 'name' })).toEqual([
    'entity book /fields/author/filter/!=/0/var',
    'entity book /fields/title/required/==/0/var',
    'sample_data authors /records/0/name',
    'view book_all /columns/1',
    'view book_all /sort/0',
  ]);
  expect(usersAt({ kind: 'entity', name: 'book', member: 'genre' })).toEqual([
    'entity book /indexes/i/fields/0',
    'entity book /rules/r/at',
    'form book_main /sections/0/fields/1/field',
    'role reader /entities/book/read/and/1/==/0/var',
    'view book_all /board/by',
  ]);
  expect(usersAt({ kind: 'entity', name: 'book', member: 'title' })).toEqual([
    'entity book /title',
    'form book_main /sections/0/fields/0',
    'form book_main /sections/0/fields/1/visible/==/0/var',
    'page author_page /tabs/0/blocks/0/columns/0',
    'role reader /entities/book/fields/title',
    'sample_data books /records/0/title',
    'view book_all /board/card/0',
    'view book_all /columns/0',
  ]);
});

test('the look-ups that a dotted path goes through are used as well', () => {
  expect(usersAt({ kind: 'entity', name: 'book', member: 'author' })).toEqual([
    'entity book /fields/title/required/==/0/var',
    'page author_page /tabs/0/blocks/0/via',
    'sample_data books /records/0/author',
    'view book_all /columns/1',
    'view book_all /sort/0',
  ]);
});

test('the users of views, option sets, their values, roles’ entities and sample records are found', () => {
  expect(usersAt({ kind: 'view', name: 'book_all' })).toEqual(['app main /groups/0/items/0/view']);
  expect(usersAt({ kind: 'option_set', name: 'genre' })).toEqual([
    'entity book /fields/genre/options',
    'view book_all /board/hidden/0',
  ]);
  expect(usersAt({ kind: 'option_set', name: 'genre', member: 'poetry' })).toEqual(['view book_all /board/hidden/0']);
  expect(usersAt({ kind: 'sample_data', name: 'authors', member: 'lu' })).toEqual([
    'sample_data books /records/0/author',
  ]);
  expect(usersAt({ kind: 'entity', name: 'user', member: 'name' })).toContain('entity book /rules/r/check/==/0/var');
});

test('the users of an entity are the users of its fields, too', () => {
  const users = usersAt({ kind: 'entity', name: 'author' });
  expect(users).toContain('entity book /fields/author/entity');
  expect(users).toContain('view book_all /columns/1');
});

test('what is found item by item is what is found in all of them', () => {
  const inItem = referencesByItem(library);
  const found = allItems(library).flatMap(({ kind, name }) => (isKind(kind) ? inItem(kind, name) : []));
  expect(found).toEqual(index);
  expect(inItem('entity', 'no_such_entity')).toEqual([]);
});
