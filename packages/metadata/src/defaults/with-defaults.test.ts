import { describe, expect, test } from 'vitest';
import { app, completeMetadata, entity, form, metadata, optionSet, view } from '../builders.ts';
import { validateLayers } from '../validate.ts';
import { allItems } from '../metadata.ts';

describe('an entity with two fields and nothing else', () => {
  const complete = completeMetadata(entity('due_date', { title: 'text', weight: 'integer' }));

  test('gets labels, a title, an owner, history and search', () => {
    expect(complete.entities.get('due_date')).toMatchObject({
      label: 'Due date',
      labels: 'Due dates',
      title: 'title',
      ownership: 'user',
      history: true,
      search: ['title'],
      fields: { title: { label: 'Title' }, weight: { label: 'Weight' } },
    });
  });

  test('is frozen in all that it says and is given', () => {
    const entity = complete.entities.get('due_date');
    for (const part of [entity, entity?.fields, entity?.fields['title'], entity?.search])
      expect(Object.isFrozen(part)).toBe(true);
  });

  test('gets a form with every field that people fill in', () => {
    expect(complete.forms.get('due_date_main')).toEqual({
      name: 'due_date_main',
      entity: 'due_date',
      default: true,
      sections: [{ name: 'details', columns: 2, fields: ['title', 'weight', 'owner'] }],
    });
  });

  test('gets a list with the newest first', () => {
    expect(complete.views.get('due_date_all')).toMatchObject({
      type: 'table',
      default: true,
      columns: ['title', 'weight', 'owner'],
      sort: ['-created_at'],
    });
  });

  test('gets a page with its form and its history', () => {
    expect(complete.pages.get('due_date_page')?.tabs.map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([
      ['form'],
      ['history'],
    ]);
  });

  test('gets a place in the navigation', () => {
    expect(complete.apps.get('main')?.groups).toEqual([{ name: 'records', items: [{ entity: 'due_date' }] }]);
  });
});

test('what defaults add holds like everything else, whatever the entities are', () => {
  const complete = completeMetadata(
    optionSet('genre', ['novel']),
    entity('author', { picture: 'image', code: 'auto_number', born: 'date' }),
    entity('tag', {}),
    entity('book', {
      cover: 'image',
      title: 'long_text',
      genre: { type: 'select', options: 'genre' },
      price: { type: 'currency', multi: true },
      authors: { type: 'multi_lookup', entity: 'author' },
      about: { type: 'related_to', entities: ['author', 'book'] },
      loans: { type: 'child_table', entity: 'loan', parent_field: 'book' },
    }),
    entity('loan', { book: { type: 'lookup', entity: 'book' } }, { ownership: 'none' }),
  );
  const validation = validateLayers([{ name: 'all', items: allItems(complete) }]);
  expect(validation.ok ? [] : validation.problems).toEqual([]);
});

test('what metadata says stays as it is', () => {
  const items = [
    entity(
      'book',
      { title: { type: 'text', label: 'Name of the book' } },
      { label: { en: 'Volume', 'zh-CN': '书' }, history: false, search: [] },
    ),
    form('book_short', 'book', ['title'], { default: true }),
    view('book_new', 'book', ['title'], { default: true, label: 'New' }),
    app('library', ['book']),
  ];
  const [said, complete] = [metadata(...items), completeMetadata(...items)];
  expect(complete.entities.get('book')).toMatchObject(said.entities.get('book') ?? {});
  expect(complete.entities.get('book')?.labels).toEqual({ en: 'Volume', 'zh-CN': '书' });
  expect(complete.forms.get('book_short')).toEqual(said.forms.get('book_short'));
  expect([...complete.views.keys()]).toEqual(['book_new', 'user_all', 'team_all']);
  expect([...complete.apps.keys()]).toEqual(['library']);
});

test('the first of several views is the default one where none says so', () => {
  const complete = completeMetadata(
    entity('book', { title: 'text' }),
    view('book_late', 'book', ['title'], { order: 2 }),
    view('book_early', 'book', ['title'], { order: 1 }),
    view('book_mine', 'book', ['title'], { order: 0, roles: [] }),
  );
  const defaults = [...complete.views.values()].filter((each) => each.entity === 'book' && each.default);
  expect(defaults.map(({ name }) => name)).toEqual(['book_early']);
});

test('a view that says nothing of its label and columns gets both', () => {
  const complete = completeMetadata(entity('book', { title: 'text', pages: 'integer' }), {
    kind: 'view',
    name: 'book_open_loans',
    body: { name: 'book_open_loans', entity: 'book', type: 'table' },
  });
  expect(complete.views.get('book_open_loans')).toMatchObject({
    label: 'Open loans',
    columns: ['title', 'pages', 'owner'],
  });
});

test('the records that refer to a record stand on its page, those of child tables in its form', () => {
  const complete = completeMetadata(
    entity('book', { title: 'text', loans: { type: 'child_table', entity: 'loan', parent_field: 'book' } }),
    entity('loan', { book: { type: 'lookup', entity: 'book' } }),
    entity('review', { of: { type: 'lookup', entity: 'book' } }),
  );
  const blocks = complete.pages.get('book_page')?.tabs.flatMap((tab) => tab.blocks);
  expect(blocks?.filter(({ type }) => type === 'related')).toEqual([{ type: 'related', entity: 'review', via: 'of' }]);
  expect(complete.forms.get('book_main')?.sections.map(({ fields }) => fields)).toEqual([
    ['title', 'owner'],
    ['loans'],
  ]);
  expect(complete.apps.get('main')?.groups[0]?.items).toEqual([{ entity: 'book' }, { entity: 'review' }]);
});

test.each([
  ['a field called name', { code: 'text', name: 'text' }, 'name'],
  ['else the first line of text', { born: 'date', notes: 'long_text', city: 'text' }, 'city'],
  ['else a number that the engine gives', { born: 'date', code: 'auto_number' }, 'code'],
  ['else whatever can be read', { picture: 'image', born: 'date' }, 'born'],
  ['else the id', { picture: 'image' }, 'id'],
] as const)('the title is %s', (_, fields, title) => {
  expect(completeMetadata(entity('person', fields)).entities.get('person')?.title).toBe(title);
});

test('a new name never takes the place of one that is there', () => {
  const complete = completeMetadata(
    entity('book', { title: 'text' }),
    entity('author', { name: 'text' }),
    view('book_all', 'author', ['name']),
  );
  expect(complete.views.get('book_all')?.entity).toBe('author');
  expect(complete.views.get('book_all_2')?.entity).toBe('book');
});
