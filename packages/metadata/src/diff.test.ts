import { expect, test } from 'vitest';
import { entity, form, metadata, optionSet, role, type FieldShort } from './builders.ts';
import { diff } from './diff.ts';
import type { RawItem } from './kinds.ts';

function changes(before: readonly RawItem[], after: readonly RawItem[]) {
  return diff(metadata(...before), metadata(...after));
}

function book(fields: Readonly<Record<string, FieldShort>>, more = {}): RawItem {
  return entity('book', fields, more);
}

test('the same metadata has no changes', () => {
  expect(changes([book({ title: 'text' })], [book({ title: 'text' })])).toEqual([]);
});

test('items that come and go are told whole', () => {
  const [added, removed] = changes([optionSet('genre', ['a'])], [book({ title: 'text' })]).toSorted((a, b) =>
    a.change.localeCompare(b.change),
  );
  expect(added).toEqual({
    change: 'added',
    kind: 'entity',
    name: 'book',
    path: '',
    before: undefined,
    after: book({ title: 'text' }).body,
  });
  expect(removed).toMatchObject({ change: 'removed', kind: 'option_set', name: 'genre', path: '', after: undefined });
});

test('fields that come and go, and what changes in a field, are told one by one', () => {
  const found = changes(
    [book({ title: { type: 'text', max_length: 50 }, pages: 'integer' })],
    [book({ title: { type: 'text', max_length: 80, required: true }, isbn: 'text' })],
  );
  expect(found).toEqual([
    {
      change: 'changed',
      kind: 'entity',
      name: 'book',
      member: 'title',
      path: '/fields/title/max_length',
      before: 50,
      after: 80,
    },
    {
      change: 'changed',
      kind: 'entity',
      name: 'book',
      member: 'title',
      path: '/fields/title/required',
      before: undefined,
      after: true,
    },
    {
      change: 'added',
      kind: 'entity',
      name: 'book',
      member: 'isbn',
      path: '/fields/isbn',
      before: undefined,
      after: { type: 'text' },
    },
    {
      change: 'removed',
      kind: 'entity',
      name: 'book',
      member: 'pages',
      path: '/fields/pages',
      before: { type: 'integer' },
      after: undefined,
    },
  ]);
});

test('a field that keeps its id is renamed, not removed and added', () => {
  const found = changes([book({ title: 'text' })], [book({ headline: { type: 'text', id: 'title', max_length: 80 } })]);
  expect(found).toEqual([
    {
      change: 'renamed',
      kind: 'entity',
      name: 'book',
      member: 'headline',
      path: '/fields/headline',
      before: 'title',
      after: 'headline',
    },
    {
      change: 'changed',
      kind: 'entity',
      name: 'book',
      member: 'headline',
      path: '/fields/headline/max_length',
      before: undefined,
      after: 80,
    },
  ]);
});

test('an item that keeps its id is renamed, and its other changes are told', () => {
  const found = changes(
    [book({ title: 'text' })],
    [entity('volume', { title: 'text' }, { id: 'book', label: 'Volume' })],
  );
  expect(found).toEqual([
    { change: 'renamed', kind: 'entity', name: 'volume', path: '/name', before: 'book', after: 'volume' },
    { change: 'changed', kind: 'entity', name: 'volume', path: '/label', before: undefined, after: 'Volume' },
  ]);
});

test('options are told by their values, and so is a new order', () => {
  const found = changes([optionSet('genre', ['a', 'b'])], [optionSet('genre', ['b', 'a', 'c'])]);
  expect(found).toMatchObject([
    { change: 'added', member: 'c', path: '/values/c' },
    { change: 'changed', path: '/values', before: ['a', 'b'], after: ['b', 'a'] },
  ]);
});

test('rights are told by entity, and a form by what stands in it', () => {
  const before = [
    book({ title: 'text', pages: 'integer' }),
    role('reader', { book: { read: 'own' } }),
    form('f', 'book', ['title']),
  ];
  const after = [
    book({ title: 'text', pages: 'integer' }),
    role('reader', { book: { read: 'all' } }),
    form('f', 'book', ['title', 'pages']),
  ];
  expect(changes(before, after)).toMatchObject([
    { kind: 'form', name: 'f', path: '/sections' },
    { kind: 'role', name: 'reader', member: 'book', path: '/entities/book/read', before: 'own', after: 'all' },
  ]);
});

test('the order of members does not count as a change', () => {
  const title = { type: 'text', max_length: 50, required: true } as const;
  expect(changes([book({ title })], [book({ title: { required: true, max_length: 50, type: 'text' } })])).toEqual([]);
});
