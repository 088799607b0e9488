import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readFolder, readItemFile } from './read-folder.ts';

const template = '{ "name": "library", "format": 1, "version": "1.0.0", "label": "Library" }';

/** A folder with these files, gone after the test. */
async function folder(files: { readonly [path: string]: string }): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'trellis-'));
  onTestFinished(() => rm(path, { recursive: true }));
  for (const [name, text] of Object.entries({ 'template.json': template, ...files })) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return path;
}

async function problemsOf(files: { readonly [path: string]: string }): Promise<string[]> {
  const { problems } = await readFolder(await folder(files));
  return problems.map(({ path, code, params }) => `${path} ${code} ${params['line'] ?? ''}:${params['column'] ?? ''}`);
}

test('every file is an item of the kind of its folder, called as the file', async () => {
  const { items, problems } = await readFolder(
    await folder({
      'entities/book.json': '{ "name": "book" }',
      'entities/author.json': '{}',
      'views/book_all.json': '[]',
      'sample_data/books.json': '1',
      'README.md': '# Library',
      '.DS_Store': '',
    }),
  );
  expect(problems).toEqual([]);
  expect(items.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'template library',
    'entity author',
    'entity book',
    'view book_all',
    'sample_data books',
  ]);
});

test('a single item is read by its file, which stands in the folder of its kind', async () => {
  const path = await folder({ 'entities/book.json': '{ "name": "book" }', 'entitys/book.json': '{}' });
  const { items } = await readItemFile(join(path, 'entities/book.json'));
  expect(items).toEqual([{ kind: 'entity', name: 'book', body: { name: 'book' } }]);
  const { problems } = await readItemFile(join(path, 'entitys/book.json'));
  expect(problems).toMatchObject([{ code: 'unknown_folder', params: { suggestion: 'entities' } }]);
});

test('a byte order mark is tolerated', async () => {
  const { items } = await readFolder(await folder({ 'entities/book.json': '\uFEFF{ "name": "book" }' }));
  expect(items[1]?.body).toEqual({ name: 'book' });
});

test.each([
  ['{\n  "name": "book",\n}', 'invalid_json 3:1'],
  ['{ "name": book }', 'invalid_json 1:11'],
  ["{ 'name': 1 }", 'invalid_json 1:3'],
  ['{ "a": 1 } x', 'invalid_json 1:12'],
  ['[1,, 2]', 'invalid_json 1:4'],
  ['{ "a": 01 }', 'invalid_json 1:9'],
  ['{ "a" 1 }', 'invalid_json 1:7'],
  ['{ "a": [1, 2 }', 'invalid_json 1:14'],
  ['{ "a": "line\nbreak" }', 'invalid_json 1:8'],
  ['// note\n{}', 'invalid_json 1:1'],
  ['{ "name": "book"', 'unfinished_json 1:17'],
  ['', 'unfinished_json 1:1'],
])('%j is not JSON, and the place is told', async (text, problem) => {
  expect(await problemsOf({ 'entities/book.json': text })).toEqual([`entities/book.json ${problem}`]);
});

test('a member that stands twice is told, since JSON would keep the last one only', async () => {
  const text =
    '{ "fields": { "title": { "type": "text" },\n  "pages": {}, "title": {} }, "name": [{ "a": 1, "a": 2 }] }';
  expect(await problemsOf({ 'entities/book.json': text })).toEqual([
    'entities/book.json#/fields/title repeated_member 2:',
    'entities/book.json#/name/0/a repeated_member 2:',
  ]);
});

test('one bad file does not hide the others', async () => {
  const { items, problems } = await readFolder(
    await folder({ 'entities/a.json': '{', 'entities/b.json': '{}', 'views/c.json': '}' }),
  );
  expect(items.map(({ name }) => name)).toEqual(['library', 'b']);
  expect(problems.map(({ path }) => path)).toEqual(['entities/a.json', 'views/c.json']);
});

test('folders and files that are no part of a template are told', async () => {
  const { problems } = await readFolder(
    await folder({ 'entitys/book.json': '{}', 'entities/notes.txt': '', 'book.json': '{}' }),
  );
  expect(problems.map(({ path, code, hint }) => `${path} ${code} ${hint}`).toSorted()).toEqual([
    'book.json unexpected_file An item is a .json file in the folder of its kind.',
    'entities/notes.txt unexpected_file An item is a .json file in the folder of its kind.',
    'entitys unknown_folder Did you mean “entities”?',
  ]);
});

test('an item whose `$schema` is that of another kind is in the wrong folder', async () => {
  const { items, problems } = await readFolder(
    await folder({ 'forms/book_all.json': '{ "$schema": "../../schemas/view.json" }' }),
  );
  expect(problems).toMatchObject([
    { path: 'forms/book_all.json', code: 'wrong_folder', params: { kind: 'view', folder: 'views', found: 'forms' } },
  ]);
  expect(items[1]?.kind).toBe('view');
});

test('a folder without a template, or that is not there, is told', async () => {
  const path = await folder({});
  await rm(join(path, 'template.json'));
  expect((await readFolder(path)).problems.map(({ code }) => code)).toEqual(['missing_template']);
  expect((await readFolder(join(path, 'nowhere'))).problems).toMatchObject([
    { path: '.', code: 'unreadable_file', params: { reason: 'ENOENT' } },
  ]);
});
