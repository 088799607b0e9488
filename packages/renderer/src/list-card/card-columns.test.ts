import { expect, test } from 'vitest';
import type { Column } from '../list/columns.ts';
import { cardColumns } from './card-columns.ts';

const column = (path: string, type: 'text' | 'currency' | 'percent'): Column => ({
  path,
  label: path,
  field: { type },
  width: undefined,
  total: undefined,
});
const columns = [column('name', 'text'), column('cost', 'currency'), column('done', 'percent')];
const paths = (record: { readonly [name: string]: unknown }) => {
  const { figure, others } = cardColumns(columns, { id: '1', ...record }, 'name');
  return [figure?.path, others.map(({ path }) => path)];
};

test('a card has the first number of its list beside the title, the other columns below', () => {
  expect(paths({ name: 'A', cost: 12, done: 10 })).toEqual(['cost', ['done']]);
});

test('a card without that number has none beside its title', () => {
  expect(paths({ name: 'A', cost: null, done: 10 })).toEqual([undefined, ['done']]);
});
