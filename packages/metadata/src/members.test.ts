import { describe, expect, test } from 'vitest';
import { entity, metadata, optionSet } from './builders.ts';
import { defaultOf } from './default-value.ts';
import { membersOf, resolvePath } from './members.ts';
import { optionsOf } from './option-values.ts';

const library = metadata(
  optionSet('genre', ['novel', 'poetry']),
  entity('author', { name: 'text' }, { ownership: 'user_and_team' }),
  entity('book', {
    title: 'text',
    price: { type: 'currency', multi: true },
    author: { type: 'lookup', entity: 'author' },
    also_by: { type: 'multi_lookup', entity: 'author' },
  }),
);

describe('the members of a record', () => {
  test('are its id, its fields with their companions, and the fields of the system', () => {
    const book = library.entities.get('book');
    expect(book && [...membersOf(book).values()].map(({ name, origin }) => `${name} ${origin}`)).toEqual([
      'id system',
      'title declared',
      'price declared',
      'price_currency companion',
      'author declared',
      'also_by declared',
      'created_at system',
      'created_by system',
      'updated_at system',
      'updated_by system',
      'version system',
      'deleted_at system',
      'owner system',
    ]);
  });

  test('have an owner and a team as the entity says', () => {
    const author = library.entities.get('author');
    expect(author && [...membersOf(author).keys()].slice(-2)).toEqual(['owner', 'team']);
  });
});

describe('a path', () => {
  test('goes through look-ups, those of the system among them', () => {
    const resolved = resolvePath(library, 'book', ['author', 'owner', 'email']);
    expect(resolved.steps.map((step) => `${step.entity}.${step.name}`)).toEqual([
      'book.author',
      'author.owner',
      'user.email',
    ]);
    expect(resolved.ok && resolved.last.valueType).toBe('text');
  });

  test.each([
    [['author', 'nam'], 'unknown_field'],
    [['title', 'length'], 'not_a_relation'],
    [['also_by', 'name'], 'leads_to_many'],
    [['constructor'], 'unknown_field'],
    [[], 'unknown_field'],
  ])('%j ends too early: %s', (path, reason) => {
    expect(resolvePath(library, 'book', path)).toMatchObject({ ok: false, reason });
  });
});

test('a field offers the values of its option set, or its own', () => {
  expect(optionsOf(library, { type: 'select', options: 'genre' }).map(({ value }) => value)).toEqual([
    'novel',
    'poetry',
  ]);
  expect(optionsOf(library, { type: 'select', options: [{ value: 'a', label: 'A' }] })).toEqual([
    { value: 'a', label: 'A' },
  ]);
  expect(optionsOf(library, { type: 'text' })).toEqual([]);
});

test('a default is an expression where it is one operator, else a value', () => {
  expect(defaultOf({})).toBeUndefined();
  expect(defaultOf({ default: 'a' })).toEqual({ kind: 'value', value: 'a' });
  expect(defaultOf({ default: { var: '$today' } })).toEqual({ kind: 'expression', json: { var: '$today' } });
  expect(defaultOf({ default: { city: 'Wien' } })).toEqual({ kind: 'value', value: { city: 'Wien' } });
  expect(defaultOf({ default: ['a'] })).toEqual({ kind: 'value', value: ['a'] });
});
