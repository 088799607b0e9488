import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldTypeNames } from '@trellis/field-types/registry';
import { entity, form, optionSet, view } from './builders.ts';
import { kindNames, type RawItem } from './kinds.ts';
import { validate, validateLayers } from './validate.ts';

/** `path code` of every problem, sorted. */
function problemsOf(...items: RawItem[]): string[] {
  const validation = validate(items);
  return validation.ok ? [] : validation.problems.map(({ path, code }) => `${path} ${code}`).toSorted();
}

function hintOf(...items: RawItem[]): string | undefined {
  const validation = validate(items);
  return validation.ok ? undefined : validation.problems[0]?.hint;
}

describe('what holds', () => {
  test('the engine’s own layer holds without anything on it', () => {
    const validation = validate([]);
    expect(validation.ok && [...validation.metadata.entities.keys()]).toEqual(['user', 'team']);
  });

  test('an entity with two fields holds, and is found by its kind and name', () => {
    const validation = validate([entity('book', { title: 'text', pages: 'integer' })]);
    expect(validation.ok && Object.keys(validation.metadata.entities.get('book')?.fields ?? {})).toEqual([
      'title',
      'pages',
    ]);
  });

  test('validated metadata is frozen, and the items that it came from are left alone', () => {
    const book = entity('book', { title: 'text' });
    const validation = validate([book]);
    const title = validation.ok ? validation.metadata.entities.get('book')?.fields['title'] : undefined;
    expect(() => Object.assign(title ?? {}, { required: true })).toThrow(TypeError);
    expect(Object.isFrozen(book.body)).toBe(false);
  });

  test('words of SQL are good names', () => {
    expect(problemsOf(entity('order', { select: 'text', group: 'integer' }))).toEqual([]);
  });

  test('the order of fields is kept', () => {
    const validation = validate([entity('book', { zebra: 'text', apple: 'text', mango: 'text' })]);
    expect(validation.ok && Object.keys(validation.metadata.entities.get('book')?.fields ?? {})).toEqual([
      'zebra',
      'apple',
      'mango',
    ]);
  });
});

describe('all problems at once', () => {
  test('problems of shape, names, references and types in many items are told together', () => {
    expect(
      problemsOf(
        entity(
          'book',
          { title: { type: 'text', max_length: 0 }, author: { type: 'lookup', entity: 'autor' } },
          { title: 'titl' },
        ),
        entity('author', { name: 'text', created_at: 'date' }),
        view('book_all', 'book', ['title', 'author.nam']),
        { kind: 'form', name: 'book_main', body: { name: 'book_main', entity: 'book', section: [] } },
        { kind: 'entitty', name: 'x', body: {} },
      ),
    ).toEqual([
      'entities/author.json#/fields/created_at reserved_name',
      'entities/book.json#/fields/author/entity unknown_entity',
      'entities/book.json#/fields/title/max_length too_small',
      'entities/book.json#/title unknown_field',
      'entitty/x.json unknown_kind',
      'forms/book_main.json# missing_member',
      'forms/book_main.json#/section unknown_member',
    ]);
  });

  test('every problem says where it is, what it is called, what is wrong and what to do', () => {
    const validation = validate([entity('book', { title: 'text' }, { title: 'titel' })]);
    expect(validation).toEqual({
      ok: false,
      problems: [
        {
          path: 'entities/book.json#/title',
          code: 'unknown_field',
          params: { entity: 'book', field: 'titel', suggestion: 'title' },
          message: '“book” has no field “titel”.',
          hint: 'Did you mean “title”?',
        },
      ],
    });
  });

  test('an item whose shape is broken is not reported again by those that refer to it', () => {
    const broken: RawItem = { kind: 'entity', name: 'book', body: { name: 'book' } };
    expect(problemsOf(broken, view('book_all', 'book', ['title']))).toEqual(['entities/book.json# missing_member']);
  });

  test('a field whose shape is broken is not reported again by those that name it', () => {
    const broken: RawItem = {
      kind: 'entity',
      name: 'book',
      body: { name: 'book', title: 'title', fields: { title: { type: 'txt' } } },
    };
    expect(problemsOf(broken, view('book_all', 'book', ['title']))).toEqual([
      'entities/book.json#/fields/title/type unknown_field_type',
    ]);
  });

  test('it never throws, whatever the items are', () => {
    const item = fc.record({
      kind: fc.oneof(fc.constantFrom(...kindNames), fc.string()),
      name: fc.oneof(fc.constantFrom('book', '__proto__', 'constructor'), fc.string()),
      body: fc.oneof(
        fc.jsonValue(),
        fc.record({
          name: fc.constant('book'),
          fields: fc.dictionary(fc.string(), fc.jsonValue()),
          rules: fc.jsonValue(),
        }),
        fc.record({
          name: fc.constant('book'),
          entity: fc.constant('user'),
          type: fc.constant('table'),
          filter: fc.jsonValue(),
        }),
      ),
    });
    fc.assert(fc.property(fc.array(item, { maxLength: 4 }), (items) => typeof validate(items).ok === 'boolean'));
  });

  test('a document that is nested thousands deep is refused, not walked', () => {
    const deep: unknown = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000));
    expect(problemsOf({ kind: 'sample_data', name: 'x', body: deep })).toEqual(['sample_data/x.json too_deep']);
  });
});

describe('shape', () => {
  test('a mistake in a field is one problem, found by the schema of the field’s own type', () => {
    const book = (field: object): RawItem => ({
      kind: 'entity',
      name: 'book',
      body: { name: 'book', fields: { pages: field } },
    });
    expect(problemsOf(book({ type: 'integer', min: 'one' }))).toEqual([
      'entities/book.json#/fields/pages/min wrong_type',
    ]);
    expect(problemsOf(book({ type: 'integer', max_length: 5 }))).toEqual([
      'entities/book.json#/fields/pages/max_length unknown_member',
    ]);
    expect(problemsOf(book({ label: 'Pages' }))).toEqual(['entities/book.json#/fields/pages missing_member']);
    expect(hintOf(book({ type: 'integr' }))).toBe('Did you mean “integer”?');
    expect(hintOf(book({ type: 'integer', requird: true }))).toBe('Did you mean “required”?');
  });

  test.each(fieldTypeNames)('what fields of any type may say is checked in one of type %s', (type) => {
    const field = { type, label: 5, required: 'yes', unique: 1, no_such_member: true };
    const found = problemsOf({ kind: 'entity', name: 'book', body: { name: 'book', fields: { field } } });
    const at = 'entities/book.json#/fields/field';
    expect(found).toEqual(
      expect.arrayContaining([
        `${at}/label wrong_type`,
        `${at}/no_such_member unknown_member`,
        `${at}/required wrong_type`,
        `${at}/unique wrong_type`,
      ]),
    );
  });

  test('a mistake in one of several allowed forms is told for the form that was meant', () => {
    const page = (block: object): RawItem => ({
      kind: 'page',
      name: 'p',
      body: { name: 'p', entity: 'user', tabs: [{ name: 'a', label: 'A', blocks: [block] }] },
    });
    expect(problemsOf(page({ type: 'related', entity: 'user' }))).toEqual([
      'pages/p.json#/tabs/0/blocks/0 missing_member',
    ]);
    expect(problemsOf(page({ type: 'relatd' }))).toEqual(['pages/p.json#/tabs/0/blocks/0/type not_allowed']);
    expect(problemsOf(page({ form: 'x' }))).toEqual(['pages/p.json#/tabs/0/blocks/0 missing_member']);
    expect(
      problemsOf({ kind: 'view', name: 'v', body: { name: 'v', entity: 'user', type: 'table', columns: [5] } }),
    ).toEqual(['views/v.json#/columns/0 wrong_type']);
    const right = (read: unknown): RawItem => ({
      kind: 'role',
      name: 'r',
      body: { name: 'r', label: 'R', entities: { user: { read } } },
    });
    expect(hintOf(right('tem'))).toBe('Did you mean “team”?');
    expect(problemsOf(right(3))).toEqual(['roles/r.json#/entities/user/read wrong_type']);
  });

  test('a label is a text, or a text for every language', () => {
    const labelled = (label: unknown): RawItem => ({
      kind: 'entity',
      name: 'book',
      body: { name: 'book', label, fields: {} },
    });
    expect(problemsOf(labelled({ en: 'Book', 'zh-CN': '书' }))).toEqual([]);
    expect(problemsOf(labelled(''))).toEqual(['entities/book.json#/label too_short']);
    expect(problemsOf(labelled({ en: 'Book', english: 'Book' }))).toEqual([
      'entities/book.json#/label/english bad_name',
    ]);
    expect(problemsOf(labelled({ fr: 'Livre' }))).toEqual(['entities/book.json#/label no_language']);
    expect(problemsOf(labelled({ fr: 'Livre', 'zh-CN': '书' }))).toEqual([]);
  });
});

describe('names', () => {
  test.each(['constructor', 'prototype'])('%s is refused as the name of a field and of an entity', (name) => {
    expect(problemsOf(entity('book', { [name]: 'text' }))).toEqual([`entities/book.json#/fields/${name} unsafe_name`]);
    expect(problemsOf(entity(name, { title: 'text' }))).toEqual([`entities/${name}.json#/name unsafe_name`]);
  });

  test.each(['__proto__', 'toString', 'hasOwnProperty', '_hidden', 'Title', 'título', '1st', 'a'.repeat(51), ''])(
    '“%s” is not a name',
    (name) => {
      const book: unknown = JSON.parse(`{ "name": "book", "fields": { ${JSON.stringify(name)}: { "type": "text" } } }`);
      expect(problemsOf({ kind: 'entity', name: 'book', body: book })).toEqual([
        `entities/book.json#/fields/${name} bad_name`,
      ]);
    },
  );

  test.each(['id', 'created_at', 'updated_by', 'owner', 'team', 'version', 'deleted_at', 'xmin'])(
    'a field may not be called %s: the engine or the database has it already',
    (name) => {
      expect(problemsOf(entity('book', { [name]: 'text' }))).toEqual([
        `entities/book.json#/fields/${name} reserved_name`,
      ]);
    },
  );

  test('an entity may not be called all, which stands for every entity', () => {
    expect(problemsOf(entity('all', { title: 'text' }))).toEqual(['entities/all.json#/name reserved_name']);
  });

  test('neither an entity nor another field may take the table of the links of a field', () => {
    const links = { type: 'multi_lookup', entity: 'book' } as const;
    expect(
      problemsOf(entity('book', { title: 'text', similar: links }), entity('book__similar', { a: 'text' })),
    ).toEqual(['entities/book__similar.json#/name reserved_name']);
    const long = 'as_long_as_a_table_can_take_it_';
    expect(problemsOf(entity('book', { title: 'text', [`${long}1`]: links, [`${long}2`]: links }))).toEqual([
      `entities/book.json#/fields/${long}2 reserved_name`,
    ]);
  });

  test('an entity has no more fields than a table can take', () => {
    const fields = Object.fromEntries(Array.from({ length: 800 }, (_, n) => [`f${n}`, 'text' as const]));
    expect(problemsOf(entity('book', fields))).toEqual(['entities/book.json#/fields too_many_fields']);
  });

  test('an item is called what its file is called', () => {
    expect(problemsOf({ ...entity('book', { title: 'text' }), name: 'books' })).toEqual([
      'entities/books.json#/name name_differs',
    ]);
  });

  test('two items of a kind may not have the same name or the same id', () => {
    expect(problemsOf(optionSet('genre', ['a']), optionSet('genre', ['b']))).toEqual([
      'option_sets/genre.json duplicate_name',
    ]);
    expect(problemsOf(optionSet('genre', ['a']), optionSet('kind', ['b'], { id: 'genre' }))).toEqual([
      'option_sets/kind.json#/id duplicate_id',
    ]);
  });

  test('an entity has one default form at most, save for forms of certain roles', () => {
    const twice = ['book_main', 'book_short'].map((name) => form(name, 'book', ['title'], { default: true }));
    expect(problemsOf(entity('book', { title: 'text' }), ...twice)).toEqual([
      'forms/book_short.json#/default duplicate_default',
    ]);
  });
});

describe('layers', () => {
  test('items stand on the layers below them', () => {
    const library = { name: 'library', items: [entity('book', { title: 'text' })] };
    const shelf = view('book_all', 'book', ['title']);
    expect(problemsOf(shelf)).toEqual(['views/book_all.json#/entity unknown_entity']);
    expect(validate([shelf], { below: [library] }).ok).toBe(true);
    expect(validateLayers([library, { name: 'more', items: [shelf] }]).ok).toBe(true);
  });
});

test('two hundred entities of forty fields are validated in well under a second of processor time', () => {
  const fields = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `field_${index}`,
      { type: 'text', label: 'Label', max_length: 50 } as const,
    ]),
  );
  const items = Array.from({ length: 200 }, (_, index) => entity(`entity_${index}`, fields, { title: 'field_0' }));
  validate(items.slice(0, 5));
  const before = process.cpuUsage();
  expect(validate(items).ok).toBe(true);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(600);
});
