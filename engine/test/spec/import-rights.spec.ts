// Who may import what: the rights of entities, fields and rows hold for every row of a file.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const author = entity('author', { name: { type: 'text', required: true, unique: true }, country: 'text' });
const shelf = entity('shelf', { name: 'text' });
const book = entity('book', {
  title: { type: 'text', required: true },
  isbn: { type: 'text', unique: true },
  pages: 'integer',
  state: { type: 'text', default: 'new' },
  author: { type: 'lookup', entity: 'author' },
  secret: 'text',
});
const french = { '==': [{ var: 'country' }, 'FR'] };
const roles = [
  role('importer', {
    book: { read: true, create: true, update: true, import: true, fields: { secret: { update: false } } },
    author: { read: french },
  }),
  role('reader', { book: { read: true, create: true } }),
  role('drafter', {
    book: {
      read: true,
      create: true,
      update: true,
      import: true,
      fields: { pages: { update: { '==': [{ var: 'state' }, 'draft'] } } },
    },
  }),
  role('owner_only', { book: { read: 'own', create: true, update: 'own', import: true } }),
];

let importing: ImportWorkspace;
let admin: ImportWorkspace['ws']['admin'];
beforeAll(async () => {
  importing = await importWorkspace({ items: [author, shelf, book, ...roles] });
  admin = importing.ws.admin;
  await admin.create('author', { name: 'Ada', country: 'GB' });
  await admin.create('author', { name: 'Zola', country: 'FR' });
});
afterAll(() => importing.close());

test('whoever may create but not import is refused', async () => {
  const reader = await importing.ws.as('reader');
  await expect(importing.start(reader, 'book', 'title\nX\n')).rejects.toMatchObject({
    status: 403,
    code: 'forbidden',
  });
  await expect(importing.inspect(reader, 'shelf', 'name\nX\n')).rejects.toMatchObject({
    status: 400,
    code: 'unknown_entity',
  });
});

test('a column into a field that the importer may not set is refused at once', async () => {
  const importer = await importing.ws.as('importer');
  await expect(
    importing.start(importer, 'book', 'title,secret\nX,y\n', { mapping: { title: 'title', secret: 'secret' } }),
  ).rejects.toMatchObject({ status: 403 });
  await expect(
    importing.start(importer, 'book', 'title,x\nX,y\n', { mapping: { title: 'title', x: 'nothing' } }),
  ).rejects.toMatchObject({
    code: 'unknown_field',
  });
});

test('a look-up finds no record that the importer may not see', async () => {
  const importer = await importing.ws.as('importer');
  const job = await importing.run(importer, 'book', 'title,author\nF1,Zola\nF2,Ada\n');
  expect(job.report).toMatchObject({ accepted: 1, refused: 1, unmatched: { author: { Ada: 1 } } });
});

test('a field that the importer may set on some rows only is set on those alone', async () => {
  const drafter = await importing.ws.as('drafter');
  const made = await importing.run(
    drafter,
    'book',
    'title,isbn,pages,state\nW1,w-1,10,draft\nW2,w-2,10,done\nW3,w-3,,done\n',
  );
  expect(made.report.errors).toMatchObject([{ row: 3, field: 'pages', code: 'read_only' }]);
  const changed = await importing.run(drafter, 'book', 'isbn,pages\nw-1,11\nw-3,11\n', {
    mode: 'update',
    key: 'isbn',
  });
  expect(changed.report).toMatchObject({ updated: 1, errors: [{ row: 3, field: 'pages', code: 'read_only' }] });
  const leaving = await importing.run(drafter, 'book', 'isbn,pages,state\nw-1,12,done\n', {
    mode: 'update',
    key: 'isbn',
  });
  expect(leaving.report).toMatchObject({ updated: 0, errors: [{ row: 2, field: 'pages', code: 'read_only' }] });
});

test('a key finds no record that the importer may not see', async () => {
  await admin.create('book', { title: 'hidden', state: 'h-1' });
  const other = await importing.ws.as('owner_only');
  const job = await importing.run(other, 'book', 'title,state\nseen,h-1\n', { mode: 'update', key: 'state' });
  expect(job.report.errors).toMatchObject([{ code: 'key_not_found' }]);
});

test('nobody else sees the job, or the rows that it refused', async () => {
  const job = await importing.run(admin, 'book', 'title\n\n"x\n');
  const reader = await importing.ws.as('reader');
  await expect(reader.call('GET', `/api/jobs/${job.id}`)).rejects.toMatchObject({ status: 404 });
  await expect(reader.call('GET', `/api/jobs/${job.id}/errors.csv`)).rejects.toMatchObject({ status: 404 });
  expect(await reader.call('GET', '/api/jobs')).toEqual({ data: [] });
});
