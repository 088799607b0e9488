import { expect, test } from 'vitest';
import { smallModel } from '../small-model.ts';
import { exportedPaths } from './exported-paths.ts';

const model = smallModel({
  entities: {
    book: {
      fields: {
        id: { type: 'text', system: true },
        name: { type: 'text' },
        price: { type: 'currency', multi: true },
        price_currency: { type: 'text' },
        copies: { type: 'child_table', entity: 'copy', parent_field: 'book' },
        created_at: { type: 'datetime', system: true },
        version: { type: 'integer', system: true },
      },
    },
    copy: { fields: { name: { type: 'text' } } },
  },
});
const paths = (...shown: string[]) =>
  exportedPaths(
    model,
    'book',
    shown.map((path) => ({ path })),
  );

test('a file has the columns of the list, and the currencies beside their amounts', () => {
  expect(paths('price', 'name').list).toEqual(['price', 'price_currency', 'name']);
  expect(paths('price', 'price_currency').list).toEqual(['price', 'price_currency']);
});

test('or all fields that may become columns', () => {
  expect(paths('name').all).toEqual(['name', 'price', 'price_currency', 'created_at']);
});
