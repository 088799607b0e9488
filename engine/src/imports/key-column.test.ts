import { expect, test } from 'vitest';
import { render } from '@trellis/expressions/sql';
import { entity } from '@trellis/metadata/builders';
import { buildModel } from '../versions/layers.ts';
import { keyColumns } from './key-column.ts';

const library = entity(
  'book',
  {
    title: 'text',
    isbn: { type: 'text', unique: true },
    shelf: { type: 'text', indexed: true },
    author: 'person_name',
    pages: 'integer',
    room: 'text',
    place: 'text',
  },
  { indexes: { by_place: { fields: ['room', 'place'] } } },
);

async function columns(names: readonly string[], count: number): Promise<string[]> {
  const settings = { currency: 'EUR', country: 'IE', language: 'en', timeZone: 'UTC' };
  const layers = [{ name: 'library', items: [library] }];
  const built = await buildModel({ workspace: 'main', version: 1, settings, layers });
  const book = built.ok ? built.model.entities.get('book') : undefined;
  const key = names.flatMap((name) => book?.fields.get(name) ?? []);
  return book ? keyColumns(book, key, 'r', count).map((column) => render(column).text) : [];
}

test.each([
  [['id'], ['"r"."id"']],
  [['title'], ['"r"."title" collate "C"']],
  [['isbn'], ['"r"."isbn"']],
  [
    ['shelf', 'title'],
    ['"r"."shelf"', '"r"."title" collate "C"'],
  ],
  [['author'], [`("r"."author"->>'full') collate "C"`]],
  [['pages'], ['"r"."pages"']],
  [
    ['place', 'room'],
    ['"r"."place"', '"r"."room"'],
  ],
  [['place'], ['"r"."place" collate "C"']],
])(
  'a batch finds records by %j through an index made for it, never through that of the search',
  async (key, expected) => {
    expect(await columns(key, 1000)).toEqual(expected);
  },
);

test('a few keys may be found by the index of the search', async () => {
  expect(await columns(['title'], 3)).toEqual(['"r"."title"']);
});
