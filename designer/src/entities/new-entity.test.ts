import { describe, expect, test } from 'vitest';
import type { Metadata } from '@trellis/client/metadata';
import type { App } from '@trellis/metadata/kinds';
import { drafted } from '../draft/draft.ts';
import { withEntity, withoutNewEntity, type EntityDraft } from './new-entity.ts';

const published: Metadata = {
  version: 1,
  currency: 'EUR',
  country: 'DE',
  languages: ['en', 'zh-CN'],
  entities: {},
  forms: {},
  option_sets: {},
  calendars: {},
  exchange_rates: {},
  views: {},
  pages: {},
  apps: {},
};
const book: EntityDraft = { name: 'book', label: { en: 'Book', zh: '图书' }, many: '', icon: 'book' };
const app: App = {
  name: 'library',
  label: 'Library',
  groups: [
    { name: 'shelves', items: [{ entity: 'shelf' }] },
    { name: 'people', items: [{ entity: 'reader' }] },
  ],
};

describe('an entity that is made', () => {
  const model = drafted(published, withEntity([], book, undefined));

  test('is called as its labels say, with the English plural by the common rules', () => {
    expect(model.entities['book']).toMatchObject({
      label: { en: 'Book', 'zh-CN': '图书' },
      labels: { en: 'Books', 'zh-CN': '图书' },
      icon: 'book',
    });
  });
  test('has a name of its records, and the engine’s own fields', () => {
    const fields = model.entities['book']?.fields;
    expect(fields?.['name']).toMatchObject({ type: 'text', required: true });
    expect(fields?.['owner']).toMatchObject({ type: 'user', system: true });
  });
  test('comes with a form, and with a list whose columns follow its fields', () => {
    expect(model.forms['book_main']).toMatchObject({ entity: 'book', default: true });
    expect(model.views['book_all']).toMatchObject({ entity: 'book', default: true, columns: ['name', 'owner'] });
  });
  test('stands at the end of the chosen group of an app', () => {
    const items = withEntity([], book, { app, group: 'shelves' });
    expect(drafted(published, items).apps['library']?.groups).toEqual([
      { name: 'shelves', items: [{ entity: 'shelf' }, { entity: 'book' }] },
      { name: 'people', items: [{ entity: 'reader' }] },
    ]);
  });
  test('is taken out again with all that shows it, and leaves the others of the draft alone', () => {
    const withShelf = withEntity([], { ...book, name: 'shelf' }, undefined);
    const items = withoutNewEntity(published, withEntity(withShelf, book, { app, group: 'shelves' }), 'book');
    expect(items.map(({ kind, name }) => `${kind}/${name}`)).toEqual([
      'entity/shelf',
      'form/shelf_main',
      'view/shelf_all',
      'app/library',
    ]);
    expect(drafted(published, items).apps['library']).toEqual(app);
  });
});
