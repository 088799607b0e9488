// The command `trellis` as a shell runs it: real processes, against a real engine.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { entity } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import { administrator } from '@trellis/testing/workspace-database';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

const program = fileURLToPath(new URL('../bin/trellis.mjs', import.meta.url));

let library: Workspace;

beforeAll(async () => {
  library = await workspace({ items: [entity('book', { title: { type: 'text', required: true } })] });
});
afterAll(() => library.close());

const template = { name: 'library', format: 1, version: '1.0.0', label: 'Library' };
const shelf = { name: 'shelf', fields: { name: { type: 'text' } } };

test('a template without problems is said to be good', async () => {
  const path = await folder({ 'template.json': template, 'entities/shelf.json': shelf });
  expect(await trellis('validate', path)).toMatchObject({
    code: 0,
    out: expect.stringContaining('no problems in 2 items'),
    errors: '',
  });
});

test('a template that stands on another one is checked with it', async () => {
  const path = await folder({
    'hall/template.json': { ...template, name: 'hall' },
    'hall/entities/shelf.json': shelf,
    'annex/template.json': { ...template, name: 'annex', extends: ['hall'] },
    'annex/entities/box.json': { name: 'box', fields: { shelf: { type: 'lookup', entity: 'shelf' } } },
  });
  expect((await trellis('validate', join(path, 'annex'))).code).toBe(0);
});

test('every problem of a template is told with its file, its place and a way out', async () => {
  const path = await folder({
    'entities/shelf.json': {
      name: 'shelf',
      fields: { room: { type: 'lookup', entity: 'rom' }, size: { type: 'numbr' } },
    },
    'entities/room.json': '{ "name": "room", }',
    'views/shelf_all.json': { name: 'shelf_all', entity: 'shelf', type: 'table', columns: ['nothing'] },
  });
  const { code, errors } = await trellis('validate', path);
  expect(code).toBe(1);
  for (const part of [
    'template.json',
    '/fields/room',
    '/fields/size',
    'line 1',
    'views/shelf_all.json  /columns/0',
    'Way out: ',
  ])
    expect(errors).toContain(part);
});

test('problems are told in Chinese where the terminal is Chinese', async () => {
  const path = await folder({ 'template.json': { ...template, format: 99 } });
  expect((await trellis('validate', path, { LANG: 'zh_CN.UTF-8' })).errors).toContain('解决办法');
  expect((await trellis('validate', path, { LANG: 'zh_CN.UTF-8' }, '--language', 'en')).errors).toContain('Way out');
});

test('a plan tells what would change and changes nothing', async () => {
  const path = await folder({ 'entities/shelf.json': shelf });
  const { code, out } = await trellis('plan', path);
  expect(code).toBe(0);
  expect(out).toContain('+ entity shelf');
  expect(out).toContain('Create the table shelf');
  await expect(library.admin.create('shelf')).rejects.toMatchObject({ code: 'unknown_entity' });
  expect(await library.admin.call('GET', '/api/metadata/drafts')).toEqual({ data: [] });
});

test('a plan whose reader has seen enough leaves no draft behind', async () => {
  const path = await folder({ 'entities/shelf.json': shelf });
  const words = [process.execPath, program, 'plan', path].map((word) => `'${word}'`).join(' ');
  await promisify(execFile)('bash', ['-c', `${words} | head -n 1; test \${PIPESTATUS[0]} -eq 0`], {
    env: environmentWith({}),
  });
  expect(await library.admin.call('GET', '/api/metadata/drafts')).toEqual({ data: [] });
});

test('what is applied can be used at once, and applying it again finds nothing to do', async () => {
  const path = await folder({
    'template.json': template,
    'entities/room.json': { name: 'room', fields: { name: { type: 'text' } } },
  });
  const first = await trellis('apply', path);
  expect(first).toMatchObject({ code: 0, out: expect.stringMatching(/Published as version \d+/) });
  expect(await library.admin.create('room', { name: 'North' })).toMatchObject({ name: 'North' });
  const second = await trellis('apply', path);
  expect(second).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to do') });
  expect(await library.admin.call('GET', '/api/metadata/drafts')).toEqual({ data: [] });
});

test('one file can be applied by itself; what the workspace has beside it stays', async () => {
  const path = await folder({ 'entities/box.json': { name: 'box', fields: { label: { type: 'text' } } } });
  expect((await trellis('apply', join(path, 'entities/box.json'))).code).toBe(0);
  expect(await library.admin.create('box', { label: 'A' })).toMatchObject({ label: 'A' });
  expect(await library.admin.create('book', { title: 'Emma' })).toMatchObject({ title: 'Emma' });
});

test('an entity that extends one of the workspace adds to it', async () => {
  const more = await folder({
    'entities/user.json': { name: 'user', extends: true, fields: { desk: { type: 'text' } } },
  });
  const { code, out } = await trellis('apply', more);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('+ entity user: desk') });
  expect(out).not.toContain('- entity');
  const again = await folder({
    'entities/user.json': { name: 'user', extends: true, fields: { floor: { type: 'integer' } } },
  });
  expect((await trellis('apply', again)).out).not.toContain('- entity user: desk');
});

test('the template itself and sample data are left out, and that is said', async () => {
  const path = await folder({
    'template.json': template,
    'sample_data/book.json': { name: 'book', entity: 'book', records: [{ title: 'Sample' }] },
  });
  const { code, out } = await trellis('apply', path);
  expect({ code, out }).toMatchObject({
    code: 0,
    out: expect.stringContaining('new workspaces: template, sample_data'),
  });
  expect(await library.admin.list('book', { filter: { '==': [{ var: 'title' }, 'Sample'] } })).toEqual([]);
});

test('what would lose data is told and not published', async () => {
  const path = await folder({ 'entities/book.json': { name: 'book', fields: { name: { type: 'text' } } } });
  const { code, out, errors } = await trellis('apply', path);
  expect(code).toBe(1);
  expect(out).toContain('loses data');
  expect(errors).toContain('Not published');
  expect(await library.admin.create('book', { title: 'Emma' })).toMatchObject({ title: 'Emma' });
});

test('problems that only the server can see are told with their place', async () => {
  const path = await folder({
    'views/book_bad.json': { name: 'book_bad', entity: 'book', type: 'table', columns: ['nothing'] },
  });
  const { code, errors } = await trellis('apply', path);
  expect(code).toBe(1);
  expect(errors).toContain('views/book_bad.json  /columns/0');
  expect(await library.admin.call('GET', '/api/metadata/drafts')).toEqual({ data: [] });
});

test('a wrong password, a server that is not there and missing credentials are told in a sentence', async () => {
  const path = await folder({ 'entities/shelf.json': shelf });
  expect((await trellis('plan', path, { TRELLIS_PASSWORD: 'wrong' })).errors).toContain('E-mail or password is wrong');
  expect((await trellis('plan', path, { TRELLIS_URL: 'http://127.0.0.1:9' })).errors).toContain('No Trellis answers');
  expect((await trellis('plan', path, { TRELLIS_PASSWORD: '' })).errors).toContain('Say who you are');
});

test('a command that does not exist, and an option that does not, end with 1 and name the help', async () => {
  for (const words of [['grow', 'x'], ['validate'], ['validate', 'x', '--fast']]) {
    const { code, errors } = await trellis(words[0] ?? '', words[1] ?? '', {}, ...words.slice(2));
    expect(code).toBe(1);
    expect(errors).toContain('trellis help');
  }
  expect(await trellis('help', '')).toMatchObject({ code: 0, out: expect.stringContaining('trellis apply <path>') });
});

test('`start` runs the server, which says what is wrong with its surroundings', async () => {
  const { code, errors } = await trellis('start', '', { DATABASE_URL: 'nonsense', PORT: '-1' });
  expect(code).toBe(1);
  expect(errors).toContain('Trellis cannot start');
  expect(errors).toContain('DATABASE_URL');
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

/** Runs the program with the administrator's credentials in the environment. */
function trellis(
  command: string,
  path: string,
  environment: Record<string, string> = {},
  ...more: string[]
): Promise<Ended> {
  const words = [program, command, ...(path ? [path] : []), ...more];
  return new Promise((resolve) => {
    execFile(process.execPath, words, { env: environmentWith(environment) }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code) : 0, out, errors }),
    );
  });
}

function environmentWith(more: Record<string, string>): NodeJS.ProcessEnv {
  const login = {
    TRELLIS_URL: library.url,
    TRELLIS_EMAIL: administrator.email,
    TRELLIS_PASSWORD: administrator.password,
  };
  return { PATH: process.env['PATH'], LANG: 'C', ...login, ...more };
}

/** A folder with these files, gone after the test. */
async function folder(files: Readonly<Record<string, string | object>>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'trellis cli '));
  onTestFinished(() => rm(path, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return path;
}
