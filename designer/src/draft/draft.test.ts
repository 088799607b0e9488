import { describe, expect, test } from 'vitest';
import type { Metadata } from '@trellis/client/metadata';
import { drafted, isNewField, withField, withoutNewField } from './draft.ts';

const published: Metadata = {
  version: 1,
  currency: 'EUR',
  country: 'DE',
  languages: ['en'],
  entities: {
    book: {
      name: 'book',
      title: 'title',
      fields: { title: { type: 'text' }, version: { type: 'integer', system: true, read_only: true } },
    },
  },
  forms: {
    book_main: {
      name: 'book_main',
      entity: 'book',
      sections: [{ fields: ['title', 'author'] }, { collapsed: true, fields: ['note', 'pages'] }],
    },
  },
  option_sets: {},
  views: {},
  pages: {},
  apps: {},
};
const isbn = { entity: 'book', name: 'isbn', field: { type: 'text', label: 'ISBN' } } as const;

describe('a field in a draft', () => {
  test('stands beside the published ones, and the engine’s own fields are not sent back', () => {
    const [item] = withField(published, [], isbn);
    expect(item).toMatchObject({ op: 'put', kind: 'entity', name: 'book' });
    expect(Object.keys((item?.body as { fields: object }).fields)).toEqual(['title', 'isbn']);
  });
  test('goes to the end of the last open section of a form', () => {
    const items = withField(published, [], { ...isbn, form: 'book_main' });
    expect(drafted(published, items).forms['book_main']?.sections[0]?.fields).toEqual(['title', 'author', 'isbn']);
  });
  test('is in the form once, however often it is changed', () => {
    const once = withField(published, [], { ...isbn, form: 'book_main' });
    const twice = withField(published, once, { ...isbn, form: 'book_main' });
    expect(twice).toHaveLength(2);
    expect(drafted(published, twice).forms['book_main']?.sections[0]?.fields).toEqual(['title', 'author', 'isbn']);
  });
  test('brings its option set along, before the entity that uses it', () => {
    const optionSet = { name: 'genre', values: [{ value: 'a', label: 'A' }] };
    const items = withField(published, [], {
      entity: 'book',
      name: 'genre',
      field: { type: 'select', options: 'genre' },
      optionSet,
    });
    expect(items.map((item) => item.kind)).toEqual(['option_set', 'entity']);
  });
  test('can be taken out again, also of the form; a published one cannot', () => {
    const items = withField(published, [], { ...isbn, form: 'book_main' });
    const without = drafted(published, withoutNewField(published, items, 'book', 'isbn'));
    expect(without.entities['book']?.fields['isbn']).toBeUndefined();
    expect(without.forms['book_main']?.sections[0]?.fields).toEqual(['title', 'author']);
    expect(withoutNewField(published, items, 'book', 'title')).toBe(items);
  });
  test('is new while it is not published', () => {
    expect(isNewField(published, 'book', 'isbn')).toBe(true);
    expect(isNewField(published, 'book', 'title')).toBe(false);
  });
});
