import { expect, test } from 'vitest';
import { columnsThatSay } from './columns.ui.ts';

const columns = ['name', 'pages', 'lent', 'note', 'tags'].map((name) => ({
  name,
  field: { type: 'text' },
  required: false,
  readOnly: false,
}));

test('a column in which no row says anything is left out when rows are read; zero and no are something', () => {
  const rows = [
    { name: 'a', pages: 0, lent: false, note: null, tags: [] },
    { name: null, pages: null, lent: null, note: '', tags: [] },
  ];
  expect(columnsThatSay(columns, rows).map(({ name }) => name)).toEqual(['name', 'pages', 'lent']);
});
