import { describe, expect, test } from 'vitest';
import type { View } from '@trellis/metadata/kinds';
import { smallModel } from '../small-model.ts';
import { choicesOf, columnsOf, offeredColumns, pathLabel } from './columns.ts';
import { holderOf, listQuery, selectOf, valueAt } from './list-request.ts';
import { readListState } from './list-state.ts';

const model = smallModel({
  entities: {
    book: {
      fields: {
        id: { type: 'text', system: true },
        name: { type: 'text', label: 'Name' },
        author: { type: 'lookup', label: 'Author', entity: 'author' },
        price: { type: 'currency', label: 'Price', multi: true },
        price_currency: { type: 'text', label: 'Currency' },
      },
    },
    author: { fields: { name: { type: 'text', label: 'Name' } } },
  },
});
const view = (columns?: View['columns']): View => ({
  name: 'book_all',
  entity: 'book',
  type: 'table',
  ...(columns && { columns }),
});
const paths = (of: View, choices?: Parameters<typeof columnsOf>[2]) =>
  columnsOf(model, of, choices).map(({ path }) => path);

describe('the columns of a list', () => {
  test('are those of its view, hidden ones left out', () => {
    expect(paths(view(['name', { field: 'price', hidden: true }, 'author']))).toEqual(['name', 'author']);
  });

  test('are the title and the first fields where the view names none', () => {
    expect(paths(view())).toEqual(['name', 'author', 'price', 'price_currency']);
  });

  test('are what the user has made of them, with the view’s totals kept', () => {
    const of = view(['name', { field: 'price', total: 'sum', hidden: true }]);
    const columns = columnsOf(model, of, [{ path: 'price', width: 90 }, { path: 'name' }]);
    expect(columns.map(({ path, width, total }) => [path, width, total])).toEqual([
      ['price', 90, 'sum'],
      ['name', undefined, undefined],
    ]);
    expect(choicesOf(columns)).toEqual([{ path: 'price', width: 90 }, { path: 'name' }]);
  });

  test('leave out what leads nowhere any more', () => {
    expect(paths(view(['name', 'gone', 'author.gone']), undefined)).toEqual(['name']);
  });

  test('say by which way a related field is reached', () => {
    expect(pathLabel(model, 'book', 'author.name')).toBe('Author › Name');
  });

  test('are offered without what only the machine wants to know', () => {
    expect(offeredColumns(model, 'book').map(({ path }) => path)).not.toContain('id');
  });
});

describe('the request of a list', () => {
  test('asks for the columns, for what names and changes a record, and for currencies beside amounts', () => {
    expect(selectOf(model, 'book', ['author.name', 'price'])).toEqual([
      'id',
      'version',
      'name',
      'author.name',
      'price',
      'price_currency',
    ]);
  });

  test('joins the view’s filter with the user’s, and takes the user’s order before the view’s', () => {
    const of: View = { ...view(), filter: { is_blank: [{ var: 'author' }] }, sort: ['name'] };
    const state = readListState({ filter: '{"==":[{"var":"name"},"Dune"]}', sort: '-price', q: 'du' });
    expect(listQuery(model, of, state, ['name'])).toMatchObject({
      filter: { and: [{ is_blank: [{ var: 'author' }] }, { '==': [{ var: 'name' }, 'Dune'] }] },
      sort: ['-price'],
      search: 'du',
    });
    expect(listQuery(model, of, readListState({}), ['name'])).toMatchObject({ sort: ['name'] });
  });
});

test('a path reads through look-ups, and nothing where one is blank', () => {
  const record = { id: 'b1', name: 'Dune', author: { id: 'a1', title: 'Frank', name: 'Frank' } };
  expect(valueAt(record, 'author.name')).toBe('Frank');
  expect(valueAt({ id: 'b2', author: null }, 'author.name')).toBeUndefined();
  expect(holderOf(record, 'author.name')).toBe(record.author);
});
