import { expect, test } from 'vitest';
import { render } from '@trellis/expressions/sql';
import { entity } from '@trellis/metadata/builders';
import { buildModel } from '../versions/layers.ts';
import { keyColumn } from './key-column.ts';

test('an index made for a field is used; that of the search never is, for a batch of keys', async () => {
  const library = entity('book', {
    title: 'text',
    isbn: { type: 'text', unique: true },
    shelf: { type: 'text', indexed: true },
    author: 'person_name',
    pages: 'integer',
  });
  const settings = { currency: 'EUR', country: 'IE', language: 'en', timeZone: 'UTC' };
  const layers = [{ name: 'library', items: [library] }];
  const built = await buildModel({ workspace: 'main', version: 1, settings, layers });
  const book = built.ok ? built.model.entities.get('book') : undefined;
  const columns = ['id', 'title', 'isbn', 'shelf', 'author', 'pages'].map((name) => {
    const field = book?.fields.get(name);
    return book && field ? render(keyColumn(book, field, 'r')).text : name;
  });
  expect(columns).toEqual([
    '"r"."id"',
    '"r"."title" collate "C"',
    '"r"."isbn"',
    '"r"."shelf"',
    `("r"."author"->>'full') collate "C"`,
    '"r"."pages"',
  ]);
});
