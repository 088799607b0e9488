import { describe, expect, test } from 'vitest';
import type { Metadata } from '@trellis/client/metadata';
import {
  drafted,
  isNewField,
  startFrom,
  withField,
  withoutNewField,
  type DraftItems,
  type FieldChange,
  type StoredItems,
} from './draft.ts';

const published: Metadata = {
  version: 1,
  currency: 'EUR',
  country: 'DE',
  languages: ['en'],
  entities: {
    book: {
      name: 'book',
      label: 'Book',
      title: 'title',
      fields: {
        title: { type: 'text', label: 'Title' },
        version: { type: 'integer', system: true, read_only: true },
      },
    },
  },
  forms: {
    book_main: {
      name: 'book_main',
      entity: 'book',
      default: true,
      sections: [{ fields: ['title', 'author'] }, { collapsed: true, fields: ['note', 'pages'] }],
    },
  },
  option_sets: {},
  calendars: {},
  exchange_rates: {},
  views: {},
  pages: {},
  apps: {},
};
const stored: StoredItems = {
  entity: { name: 'book', fields: { title: { type: 'text' } } },
  form: {
    name: 'book_main',
    entity: 'book',
    sections: [{ fields: ['title', 'author'] }, { collapsed: true, fields: ['note', 'pages'] }],
  },
};
const isbn: FieldChange = { name: 'isbn', field: { type: 'text', label: 'ISBN' } };
const add = (items: DraftItems, change: FieldChange): DraftItems =>
  withField(items, startFrom(items, { entity: 'book', form: 'book_main' }, stored), change);

describe('a field in a draft', () => {
  test('stands beside the stored ones, and nothing is put that goes without saying', () => {
    expect(add([], isbn)).toEqual([
      {
        op: 'put',
        kind: 'entity',
        name: 'book',
        body: { name: 'book', fields: { title: { type: 'text' }, isbn: isbn.field } },
      },
    ]);
  });
  test('is shown with what goes without saying, and the engine’s own fields', () => {
    const book = drafted(published, add([], isbn)).entities['book'];
    expect(book).toMatchObject({ label: 'Book', title: 'title', fields: { title: { label: 'Title' } } });
    expect(Object.keys(book?.fields ?? {})).toEqual(['title', 'isbn', 'version']);
  });
  test('goes to the end of the last open section of a form, which is stored as it was otherwise', () => {
    const items = add([], { ...isbn, inForm: true });
    expect(items[1]?.body).toEqual({
      ...stored.form,
      sections: [{ fields: ['title', 'author', 'isbn'] }, { collapsed: true, fields: ['note', 'pages'] }],
    });
    expect(drafted(published, items).forms['book_main']?.default).toBe(true);
  });
  test('needs no place in a form that nobody has drawn', () => {
    expect(withField([], { ...stored, form: null }, { ...isbn, inForm: true })).toHaveLength(1);
  });
  test('is in the form once, however often it is changed', () => {
    const once = add([], { ...isbn, inForm: true });
    const twice = add(once, { ...isbn, inForm: true });
    expect(twice).toHaveLength(2);
    expect(drafted(published, twice).forms['book_main']?.sections[0]?.fields).toEqual(['title', 'author', 'isbn']);
  });
  test('joins the others of the draft', () => {
    const items = add(add([], isbn), { name: 'pages', field: { type: 'integer' } });
    expect(Object.keys(drafted(published, items).entities['book']?.fields ?? {})).toEqual([
      'title',
      'isbn',
      'pages',
      'version',
    ]);
  });
  test('brings its option set along, before the entity that uses it', () => {
    const optionSet = { name: 'genre', values: [{ value: 'a', label: 'A' }] };
    const items = add([], { name: 'genre', field: { type: 'select', options: 'genre' }, optionSet });
    expect(items.map((item) => item.kind)).toEqual(['option_set', 'entity']);
  });
  test('can be taken out again, also of the form; a published one cannot', () => {
    const items = add([], { ...isbn, inForm: true });
    const without = drafted(published, withoutNewField(published, items, 'book', 'isbn'));
    expect(without.entities['book']?.fields['isbn']).toBeUndefined();
    expect(without.forms['book_main']?.sections[0]?.fields).toEqual(['title', 'author']);
    expect(withoutNewField(published, items, 'book', 'title')).toBe(items);
  });
  test('is shown as its value is read where it is worked out, from others of the draft too', () => {
    const formula = { type: 'formula', returns: 'currency', expression: 1 } as const;
    const price = add([], { name: 'price', field: formula });
    const seen = { type: 'looked_up', via: 'sequel', field: 'price', label: 'Next price' } as const;
    const sequel = add(price, { name: 'sequel', field: { type: 'lookup', entity: 'book' } });
    const fields = drafted(published, add(sequel, { name: 'seen', field: seen })).entities['book']?.fields;
    expect(fields?.['price']).toMatchObject({ type: 'currency', read_only: true, computed: formula });
    expect(fields?.['seen']).toMatchObject({ type: 'currency', label: 'Next price', computed: { via: 'sequel' } });
  });
  test('is new while it is not published', () => {
    expect(isNewField(published, 'book', 'isbn')).toBe(true);
    expect(isNewField(published, 'book', 'title')).toBe(false);
  });
});
