// Files with U+0000, which no text of PostgreSQL can hold: one cell of it must not take the whole import along.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const writer = entity('writer', { name: { type: 'person_name', required: true } }, { title: 'name' });
const book = entity('book', {
  title: { type: 'text', required: true },
  pages: 'integer',
  genre: { type: 'select', options: [{ value: 'novel', label: 'Novel' }] },
  writer: { type: 'lookup', entity: 'writer' },
});

let importing: ImportWorkspace;
let admin: ImportWorkspace['ws']['admin'];
beforeAll(async () => {
  importing = await importWorkspace({ items: [writer, book] });
  admin = importing.ws.admin;
});
afterAll(() => importing.close());

const file = 'title,pages,genre,writer\nN\0 one,1,,\nN two,2,n\0,\nN three,3,,Ann\0\nN four,x\0,,\nN five,5,,\n';

test('a cell with U+0000 is refused where it stands and told with a picture of it; the other rows arrive', async () => {
  const { state, report } = await importing.run(admin, 'book', file);
  expect([state, report]).toEqual(['done', expect.objectContaining({ accepted: 1, refused: 4 })]);
  expect(report.errors.map(({ row, field, value }) => [row, field, value])).toEqual([
    [2, 'title', 'N\u2400 one'],
    [3, 'genre', 'n\u2400'],
    [4, 'writer', 'Ann\u2400'],
    [5, 'pages', 'x\u2400'],
  ]);
  expect(report.unmatched).toEqual({ genre: { 'n\u2400': 1 }, writer: { 'Ann\u2400': 1 } });
  expect(importing.ws.incidents).toEqual([]);
});

test('a text with U+0000 that means nothing is mapped by its picture', async () => {
  const { report } = await importing.run(admin, 'book', file, { values: { genre: { 'n\u2400': '' } } });
  expect(report).toMatchObject({ accepted: 2, refused: 3 });
});

test('a header with U+0000 has a picture of it in the name of its column', async () => {
  const odd = 'title\0,pages\nO one,1\n';
  const { headers } = await importing.inspect(admin, 'book', odd);
  expect(headers[0]).toMatchObject({ header: 'title\u2400' });
  const { report } = await importing.run(admin, 'book', odd, { mapping: { 'title\u2400': 'title', pages: 'pages' } });
  expect(report).toMatchObject({ accepted: 1 });
});
