import { expect, test } from 'vitest';
import { groupUses } from './uses.ts';

const from = (kind: string, name: string, path: string) => ({ kind, name, path });
const isbn = { kind: 'entity', name: 'book', member: 'isbn' };

test('a form that names a field in two places is one use', () => {
  const uses = groupUses([
    { from: from('form', 'book_main', '/sections/0/fields/1'), to: isbn },
    { from: from('form', 'book_main', '/sections/1/fields/0/field'), to: isbn },
  ]);
  expect(uses.get('isbn')).toEqual([{ kind: 'form', name: 'book_main' }]);
});

test('in an entity it is the other field or the rule that uses it', () => {
  const uses = groupUses([
    { from: from('entity', 'book', '/rules/valid/check/0/var'), to: isbn },
    { from: from('entity', 'book', '/fields/pages/visible/==/0/var'), to: isbn },
    { from: from('entity', 'book', '/title'), to: isbn },
  ]);
  expect(uses.get('isbn')).toEqual([
    { kind: 'entity', name: 'book', part: { group: 'rules', name: 'valid' } },
    { kind: 'entity', name: 'book', part: { group: 'fields', name: 'pages' } },
    { kind: 'entity', name: 'book' },
  ]);
});

test('uses of the item itself stand under no member', () => {
  const uses = groupUses([
    { from: from('app', 'shop', '/groups/0/items/0/entity'), to: { kind: 'entity', name: 'book' } },
  ]);
  expect(uses.get('')).toEqual([{ kind: 'app', name: 'shop' }]);
});
