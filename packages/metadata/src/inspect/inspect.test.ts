import { describe, expect, test } from 'vitest';
import { app, entity, form, optionSet, page, role, sampleData, view } from '../builders.ts';
import type { RawItem } from '../kinds.ts';
import { validate } from '../validate.ts';

const library: readonly RawItem[] = [
  optionSet('genre', ['novel', 'poetry']),
  entity('author', { name: 'text', born: 'date' }),
  entity('book', {
    title: 'text',
    pages: 'integer',
    published: 'date',
    cover: 'image',
    genre: { type: 'select', options: 'genre' },
    author: { type: 'lookup', entity: 'author' },
    also_by: { type: 'multi_lookup', entity: 'author' },
    loans: { type: 'child_table', entity: 'loan', parent_field: 'book' },
  }),
  entity('loan', { book: { type: 'lookup', entity: 'book' }, due: 'date' }, { ownership: 'none' }),
];

/** `path code` of every problem that these items bring to the library. */
function problemsOf(...items: readonly RawItem[]): string[] {
  const validation = validate(items, {
    below: [
      { name: 'engine', items: engine },
      { name: 'library', items: library },
    ],
  });
  return validation.ok ? [] : validation.problems.map(({ path, code }) => `${path} ${code}`).toSorted();
}
const engine = [
  entity('user', { name: 'text', email: 'email' }, { ownership: 'none' }),
  entity('team', { name: 'text' }, { ownership: 'none' }),
];

/** The library's book with these members beside its own. */
function book(changes: object): RawItem {
  return { kind: 'entity', name: 'book', body: { name: 'book', extends: true, ...changes } };
}

test('the library itself holds', () => {
  expect(problemsOf()).toEqual([]);
});

describe('an entity', () => {
  test('has a title that exists and can be read', () => {
    expect(problemsOf(book({ title: 'titel' }))).toEqual(['entities/book.json#/title unknown_field']);
    expect(problemsOf(book({ title: 'loans' }))).toEqual(['entities/book.json#/title unfit_title']);
    expect(problemsOf(book({ title: 'author' }))).toEqual(['entities/book.json#/title unfit_title']);
    expect(problemsOf(book({ title: 'title', subtitle: 'author.name' }))).toEqual([]);
  });

  test('is searched by fields that hold text', () => {
    expect(problemsOf(book({ search: ['title', 'pages', 'title'] }))).toEqual([
      'entities/book.json#/search/1 not_searchable',
      'entities/book.json#/search/2 duplicate_entry',
    ]);
  });

  test('has indexes over fields with a column', () => {
    expect(problemsOf(book({ indexes: { by_loans: { fields: ['genre', 'loans'] } } }))).toEqual([
      'entities/book.json#/indexes/by_loans/fields/1 not_stored',
    ]);
    expect(problemsOf(book({ indexes: { by_owner: { fields: ['owner', 'created_at'] } } }))).toEqual([]);
  });

  test('has rules whose conditions give true or false, at a field that exists', () => {
    const rule = { check: { '+': [{ var: 'pages' }, 1] }, message: 'No', at: 'page' };
    expect(problemsOf(book({ rules: { some_pages: rule } }))).toEqual([
      'entities/book.json#/rules/some_pages/at unknown_field',
      'entities/book.json#/rules/some_pages/check result_type',
    ]);
  });

  test('does not bring one column twice', () => {
    const fields = { price: { type: 'currency', multi: true }, price_currency: { type: 'text' } };
    expect(problemsOf(book({ fields }))).toEqual(['entities/book.json#/fields/price duplicate_column']);
  });
});

describe('a field', () => {
  const field = (name: string, body: object): RawItem => book({ fields: { [name]: body } });

  test('refers to an entity, an option set or a parent field that exists', () => {
    expect(problemsOf(field('editor', { type: 'lookup', entity: 'editor' }))).toEqual([
      'entities/book.json#/fields/editor/entity unknown_entity',
    ]);
    expect(problemsOf(field('kind', { type: 'select', options: 'kind' }))).toEqual([
      'entities/book.json#/fields/kind/options unknown_option_set',
    ]);
    expect(problemsOf(field('about', { type: 'related_to', entities: ['author', 'autor'] }))).toEqual([
      'entities/book.json#/fields/about/entities/1 unknown_entity',
    ]);
    expect(problemsOf(field('more', { type: 'child_table', entity: 'loan', parent_field: 'bok' }))).toEqual([
      'entities/book.json#/fields/more/parent_field unknown_field',
    ]);
    expect(problemsOf(field('more', { type: 'child_table', entity: 'loan', parent_field: 'due' }))).toEqual([
      'entities/book.json#/fields/more/parent_field not_a_lookup_to',
    ]);
  });

  test('has a default that fits', () => {
    expect(problemsOf(field('pages', { default: 12 }))).toEqual([]);
    expect(problemsOf(field('pages', { default: 'many' }))).toHaveLength(1);
    expect(problemsOf(field('genre', { default: 'comic' }))).toEqual([
      'entities/book.json#/fields/genre/default unknown_option',
    ]);
    expect(problemsOf(field('published', { default: { var: '$today' } }))).toEqual([]);
    expect(problemsOf(field('published', { default: { '+': [1, 2] } }))).toEqual([
      'entities/book.json#/fields/published/default result_type',
    ]);
    expect(problemsOf(field('no', { type: 'auto_number', default: 'x' }))).toContain(
      'entities/book.json#/fields/no/default needless_default',
    );
  });

  test('has conditions over fields that exist, compared with values of their type', () => {
    expect(problemsOf(field('pages', { required: { '==': [{ var: 'gender' }, 'novel'] } }))).toEqual([
      'entities/book.json#/fields/pages/required/==/0/var unknown_field',
    ]);
    expect(problemsOf(field('pages', { visible: { '>': [{ var: 'published' }, 'soon'] } }))).toEqual([
      'entities/book.json#/fields/pages/visible/>/1 operand_value',
    ]);
    expect(problemsOf(field('pages', { visible: { equals: [1, 1] } }))).toEqual([
      'entities/book.json#/fields/pages/visible unknown_operator',
    ]);
  });

  test('is due while a condition over its record holds', () => {
    expect(problemsOf(field('published', { due_while: { '==': [{ var: 'genre' }, 'novel'] } }))).toEqual([]);
    expect(problemsOf(field('published', { due_while: { '==': [{ var: 'gender' }, 'novel'] } }))).toEqual([
      'entities/book.json#/fields/published/due_while/==/0/var unknown_field',
    ]);
  });

  test('has conditions over look-ups, the user, the old record and the time', () => {
    const all = [
      { '==': [{ var: 'author.name' }, 'x'] },
      { '==': [{ var: '$user.email' }, 'a@example.com'] },
      { in: ['editor', { var: '$user.roles' }] },
      { in: [{ var: 'owner' }, { var: '$user.team_below' }] },
      { '==': [{ var: 'created_by' }, { var: '$user' }] },
      { '==': [{ var: 'owner' }, { var: '$user.id' }] },
      { '!=': [{ var: '$old.pages' }, { var: '$record.pages' }] },
      { '<': [{ var: 'published' }, { var: '$today' }] },
      { '<': [{ var: 'created_at' }, { var: '$now' }] },
    ];
    expect(problemsOf(field('pages', { visible: { and: all } }))).toEqual([]);
    expect(problemsOf(field('pages', { visible: { '==': [{ var: '$user.mail' }, 'x'] } }))).toHaveLength(1);
    expect(problemsOf(field('pages', { visible: { '==': [{ var: '$usr.name' }, 'x'] } }))).toHaveLength(1);
    expect(problemsOf(field('pages', { visible: { '==': [{ var: 'title.name' }, 'x'] } }))).toEqual([
      'entities/book.json#/fields/pages/visible/==/0/var not_a_relation',
    ]);
    expect(problemsOf(field('pages', { visible: { '==': [{ var: 'also_by.name' }, 'x'] } }))).toEqual([
      'entities/book.json#/fields/pages/visible/==/0/var leads_to_many',
    ]);
  });

  test('is unique only where its type can be, and says nothing that its type contradicts', () => {
    expect(problemsOf(field('cover', { unique: true }))).toEqual([
      'entities/book.json#/fields/cover/unique not_uniquable',
    ]);
    expect(problemsOf(field('pages', { min: 5, max: 1 }))).toEqual([
      'entities/book.json#/fields/pages/min min_above_max',
    ]);
  });

  test('chooses its records by a condition over the records that may be chosen', () => {
    const author = (name: string): RawItem => field('author', { filter: { '==': [{ var: name }, 'x'] } });
    expect(problemsOf(author('name'))).toEqual([]);
    expect(problemsOf(author('title'))).toEqual(['entities/book.json#/fields/author/filter/==/0/var unknown_field']);
  });

  test('chooses its records by what the record says that refers to them', () => {
    const author = (name: string): RawItem => field('author', { filter: { '<': [{ var: 'born' }, { var: name }] } });
    expect(problemsOf(author('$record.published'))).toEqual([]);
    expect(problemsOf(author('$record.born'))).toEqual([
      'entities/book.json#/fields/author/filter/</1/var unknown_field',
    ]);
    expect(problemsOf(author('$record.pages'))).toEqual(['entities/book.json#/fields/author/filter/</1 mixed_types']);
  });
});

test('an option set has every value once, below values that exist', () => {
  expect(problemsOf(optionSet('shelf', ['a', 'b', 'a']))).toEqual([
    'option_sets/shelf.json#/values/2/value duplicate_entry',
  ]);
  const below = (parent: string) => [{ value: 'crime', label: 'Crime', parent }];
  expect(problemsOf(optionSet('kind', below('novel'), { parent: 'genre' }))).toEqual([]);
  expect(problemsOf(optionSet('kind', below('drama'), { parent: 'genre' }))).toEqual([
    'option_sets/kind.json#/values/0/parent unknown_value',
  ]);
  expect(problemsOf(optionSet('kind', below('novel')))).toEqual([
    'option_sets/kind.json#/values/0/parent unknown_parent',
  ]);
});

test('a form names fields of its entity, each once, and columns of child tables only', () => {
  expect(
    problemsOf(
      form('f', 'book', [
        'title',
        'titel',
        'title',
        { field: 'loans', columns: ['due', 'duo'] },
        { field: 'pages', columns: ['x'] },
      ]),
    ),
  ).toEqual([
    'forms/f.json#/sections/0/fields/1 unknown_field',
    'forms/f.json#/sections/0/fields/2 duplicate_entry',
    'forms/f.json#/sections/0/fields/3/columns/1 unknown_field',
    'forms/f.json#/sections/0/fields/4/columns not_a_list_of_rows',
  ]);
});

describe('a view', () => {
  test('has columns, sort keys and groups that its fields allow', () => {
    const columns = ['title', 'author.nam', { field: 'title', total: 'sum' } as const];
    expect(
      problemsOf(view('v', 'book', columns, { sort: ['-author.name', 'loans'], group: 'cover', roles: ['reader'] })),
    ).toEqual([
      'views/v.json#/columns/1 unknown_field',
      'views/v.json#/columns/2 duplicate_entry',
      'views/v.json#/columns/2/total not_measurable',
      'views/v.json#/group not_groupable',
      'views/v.json#/roles/0 unknown_role',
      'views/v.json#/sort/1 not_sortable',
    ]);
  });

  test('may show and sort by the fields that every record has', () => {
    expect(
      problemsOf(view('v', 'book', ['id', 'owner.name', 'created_by', 'version'], { sort: ['-updated_at'] })),
    ).toEqual([]);
    expect(problemsOf(view('v', 'loan', ['owner']))).toEqual(['views/v.json#/columns/0 unknown_field']);
  });

  test('of type board stands on a select field, and hides values that exist', () => {
    const board = (by: string) => ({ type: 'board' as const, board: { by, card: ['author.name'], hidden: ['drama'] } });
    expect(problemsOf(view('v', 'book', [], { type: 'board' }))).toEqual(['views/v.json# missing_member']);
    expect(problemsOf(view('v', 'book', [], board('pages')))).toEqual(['views/v.json#/board/by not_a_choice']);
    expect(problemsOf(view('v', 'book', [], board('genre')))).toEqual(['views/v.json#/board/hidden/0 unknown_value']);
  });
});

test('a page lists records by a look-up that leads to its entity, and shows a form of its entity', () => {
  expect(
    problemsOf(
      page('p', 'author', [
        { type: 'related', entity: 'book', via: 'author', columns: ['title'], sort: ['-published'] },
      ]),
    ),
  ).toEqual([]);
  expect(
    problemsOf(
      form('loan_main', 'loan', ['due']),
      page(
        'p',
        'author',
        [
          { type: 'related', entity: 'loan', via: 'book' },
          { type: 'timeline', entity: 'book', via: 'author', at: 'pages' },
          { type: 'form', form: 'loan_main' },
        ],
        { highlights: ['nam'], progress: 'born' },
      ),
    ),
  ).toEqual([
    'pages/p.json#/highlights/0 unknown_field',
    'pages/p.json#/progress not_a_choice',
    'pages/p.json#/tabs/0/blocks/0/via not_a_lookup_to',
    'pages/p.json#/tabs/0/blocks/1/at not_a_moment',
    'pages/p.json#/tabs/0/blocks/2/form other_entity',
  ]);
});

test('an app leads to entities that exist, by views of theirs', () => {
  const groups = [{ name: 'a', items: [{ entity: 'book', view: 'loan_all' }, { entity: 'bok' }] }];
  expect(problemsOf(view('loan_all', 'loan', ['due']), app('main', [], { groups, home: 'shelf' }))).toEqual([
    'apps/main.json#/groups/0/items/0/view other_entity',
    'apps/main.json#/groups/0/items/1/entity unknown_entity',
    'apps/main.json#/home unknown_entity',
  ]);
});

test('a role speaks of entities and fields that exist, and a scope stands among conditions only', () => {
  const own = { scope: 'own' };
  expect(
    problemsOf(role('reader', { book: { read: { or: [own, { '==': [{ var: 'genre' }, 'novel'] }] }, update: own } })),
  ).toEqual([]);
  expect(
    problemsOf(
      role('reader', {
        book: { read: { or: [{ scope: 'mine' }] }, update: { '==': [own, true] }, fields: { titel: { read: false } } },
        shelf: { read: true },
      }),
    ),
  ).toEqual([
    'roles/reader.json#/entities/book/fields/titel unknown_field',
    'roles/reader.json#/entities/book/read/or/0/scope unknown_scope',
    'roles/reader.json#/entities/book/update/==/0 misplaced_scope',
    'roles/reader.json#/entities/shelf unknown_entity',
  ]);
});

test('sample data gives fields values that they take, and names sample records that exist', () => {
  const people = sampleData('users', 'user', [
    { $id: 'ann', name: 'Ann', email: 'ann@example.com', roles: ['reader'], team: '@north' },
  ]);
  const teams = sampleData('teams', 'team', [{ $id: 'north', name: 'North' }]);
  const authors = sampleData('authors', 'author', [{ $id: 'lu', name: 'Lu Xun', born: '1881-09-25' }]);
  const books = (...records: Record<string, unknown>[]) => [
    role('reader', {}),
    people,
    teams,
    authors,
    sampleData('books', 'book', records),
  ];
  const good = {
    title: 'A',
    author: '@lu',
    also_by: ['@lu'],
    published: { $days: -3 },
    $owner: '@ann',
    loans: [{ due: { $days: 1 } }],
  };
  expect(problemsOf(...books(good))).toEqual([]);
  expect(
    problemsOf(...books({ ...good, author: '@li', pages: 'many', titel: 'A', $owner: '@lu', loans: [{ duo: 1 }] })),
  ).toEqual([
    'sample_data/books.json#/records/0/$owner record_of_other_entity',
    'sample_data/books.json#/records/0/author unknown_record',
    'sample_data/books.json#/records/0/loans/0/duo unknown_field',
    'sample_data/books.json#/records/0/pages not_an_integer',
    'sample_data/books.json#/records/0/titel unknown_field',
  ]);
  expect(problemsOf(sampleData('authors', 'author', [{ $id: 'lu' }, { $id: 'lu' }]))).toEqual([
    'sample_data/authors.json#/records/1/$id duplicate_record',
  ]);
});

test('templates may not extend each other in a circle', () => {
  const template = (name: string, above: string[]): RawItem => ({
    kind: 'template',
    name,
    body: { name, format: 1, version: '1.0.0', label: name, extends: above },
  });
  expect(problemsOf(template('a', []), template('b', ['a']))).toEqual([]);
  expect(problemsOf(template('b', ['a']))).toEqual(['template.json#/extends/0 unknown_template']);
  const circle = validate([template('a', ['c']), template('b', ['a']), template('c', ['b'])]);
  expect(circle.ok ? [] : circle.problems.map(({ params }) => params['names'])).toEqual([
    'a → c → b → a',
    'b → a → c → b',
    'c → b → a → c',
  ]);
});
