// A list taken out as a file: what is in it is what the list shows, and a file that is not whole is none.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect } from 'vitest';
import { entity, optionSet, role, view } from '@trellis/metadata/builders';
import { seriousBarriers } from './driver/barriers.ts';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startCrm, type Product } from './driver/product.ts';
import { colleagueAt } from './driver/colleague.ts';
import { signedInClient } from './driver/signed-in-client.ts';
import type { User } from './driver/user.ts';

const zh = (en: string, text: string) => ({ en, 'zh-CN': text });
const genres = ['novel', 'poetry', 'essay'];
const items = [
  optionSet('genre', [
    { value: 'novel', label: zh('Novel', '小说') },
    { value: 'poetry', label: zh('Poetry', '诗歌') },
    { value: 'essay', label: zh('Essay', '散文') },
  ]),
  entity(
    'book',
    {
      title: { type: 'text', label: zh('Title', '书名') },
      genre: { type: 'select', options: 'genre', label: zh('Genre', '体裁') },
      pages: { type: 'integer', label: zh('Pages', '页数') },
      sheets: {
        type: 'formula',
        returns: 'decimal',
        label: zh('Sheets', '张数'),
        expression: { round: [{ '/': [{ var: 'pages' }, 16] }, 2] },
      },
    },
    { label: zh('Book', '图书'), labels: zh('Books', '图书'), search: ['title'] },
  ),
  view('book_sheets', 'book', ['title', 'sheets', 'genre'], { default: true }),
  entity('ledger', { name: 'text' }),
  role(
    'administrator',
    { ledger: { export: false } },
    { all: 'write', rights: ['designer', 'users', 'audit', 'backup', 'api_keys', 'jobs'] },
  ),
];

const test = browserTest(startWithBooks);

/** More than one page of each genre on either shore. */
async function startWithBooks(): Promise<Product> {
  const product = await startCrm();
  await (await colleagueAt(product)).publishes(...items);
  const client = await signedInClient(product);
  const books = Array.from({ length: 480 }, (_, n) => ({
    title: `${n % 2 ? 'Lake' : 'Sea'} ${n}`,
    genre: genres[n % 3],
    pages: 100 + ((n * 37) % 480),
  }));
  await client.batch(
    'book',
    books.map((values) => ({ op: 'create', values })),
  );
  await client.create('ledger', { name: 'Balance' });
  return product;
}

test('the file has the rows that search and filter find, in the order and with the columns of the list', async ({
  user,
  product,
}) => {
  await user.opensList('book');
  await user.sortsBy('Sheets');
  await eventually(() => user.page.url()).toContain('sort=sheets');
  await user.searchesFor('Sea');
  await user.filtersBy('Genre', 'Poetry');
  await eventually(async () => new Set(await user.column('Genre'))).toEqual(new Set(['Poetry']));
  const client = await signedInClient(product);
  const found = await client.list('book', {
    filter: { '==': [{ var: 'genre' }, 'poetry'] },
    search: 'Sea',
    sort: 'sheets',
    limit: 500,
  });
  expect(found.length).toBeGreaterThan(50);
  const expected = found.map(({ title, sheets }) => [title, String(sheets), 'Poetry']);
  await eventually(async () => (await user.titles())[0]).toBe(expected[0]?.[0]);

  await user.opensExport();
  await user.sees(`${found.length} records, found with the search and the filters of the list`);
  const { name, text } = await user.exports();
  expect(name).toMatch(/^Books \d{4}-\d\d-\d\d\.csv$/);
  const [header, ...rows] = linesOf(text);
  expect(header).toEqual(['Title', 'Sheets', 'Genre']);
  expect(rows).toEqual(expected);
  const inSight = await Promise.all(['Title', 'Sheets', 'Genre'].map((column) => user.column(column)));
  const seen = (inSight[0] ?? []).map((_, row) => inSight.map((column) => column[row]));
  expect(seen.length).toBeGreaterThan(5);
  expect(rows.slice(0, seen.length)).toEqual(seen);
  await user.sees(`“${name}” is saved`);
});

test('all columns are chosen in place of those of the list', async ({ user }) => {
  await user.opensList('book');
  await user.searchesFor('Lake 1');
  await eventually(() => user.page.url()).toContain('Lake');
  await user.opensExport();
  await user.choosesAllColumns();
  const [header = []] = linesOf((await user.exports()).text);
  expect(header.slice(0, 4)).toEqual(['Title', 'Genre', 'Pages', 'Sheets']);
  expect(header).toContain('Owner');
});

test('who may not take records out is told so by the menu', async ({ user }) => {
  await user.opensList('ledger');
  await user.opensListMenu();
  const item = user.page.getByRole('menuitem', { name: 'Export' });
  expect(await item.innerText()).toContain('No permission');
  expect(await item.isDisabled()).toBe(true);
});

describe('what goes wrong is said in the dialog, and leaves no file:', () => {
  test('a file that breaks off', async ({ user }) => {
    const breaking = await otherServer('breaks off');
    await user.page.route('**/export?**', (route) => route.continue({ url: breaking.url }));
    await opensExportOfBooks(user);
    await user.triesToExport();
    await user.seesAlert('The connection broke off before the end of the file. Nothing was saved.');
    await breaking.gone;
    expect(user.savedFiles()).toEqual([]);
    await user.findsServer('**/export?**');
    breaking.close();
    expect(linesOf((await user.exports()).text)).toHaveLength(481);
  });

  test('a refusal', async ({ user }) => {
    await user.losesServer('**/export?**');
    await opensExportOfBooks(user);
    await user.triesToExport();
    await user.seesAlert('Not now.');
    expect(user.savedFiles()).toEqual([]);
  });

  test('no server', async ({ user }) => {
    await opensExportOfBooks(user);
    // The browser notes every request that finds no network.
    await user.page.evaluate('window.fetch = () => Promise.reject(new TypeError("offline"))');
    await user.triesToExport();
    await user.seesAlert('The server does not answer');
    expect(user.savedFiles()).toEqual([]);
  });
});

test('an export that is given up is given up by the server, too', async ({ user }) => {
  const waiting = await otherServer('waits');
  await user.page.route('**/export?**', (route) => route.continue({ url: waiting.url }));
  await opensExportOfBooks(user);
  await user.triesToExport();
  await waiting.asked;
  await user.exportDialog().getByRole('button', { name: 'Cancel' }).click();
  await waiting.gone;
  await user.exportDialog().waitFor({ state: 'detached' });
  expect(await user.page.getByRole('alert').count()).toBe(0);
  expect(user.savedFiles()).toEqual([]);
  waiting.close();
});

test('on a phone the dialog fits, and saves the file', async ({ phoneUser }) => {
  await opensExportOfBooks(phoneUser);
  const box = await phoneUser.exportDialog().boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThanOrEqual(390);
  expect(await phoneUser.overflow()).toBe(0);
  expect(linesOf((await phoneUser.exports()).text)).toHaveLength(481);
});

test.for(['light', 'dark'] as const)('the dialog has no serious barrier in the %s theme', async (theme, { user }) => {
  await user.page.emulateMedia({ colorScheme: theme });
  await user.losesServer('**/export?**');
  await opensExportOfBooks(user);
  await user.triesToExport();
  await user.seesAlert('Not now.');
  expect(await seriousBarriers(user.page)).toEqual([]);
});

test('in Chinese, dialog, file and its words are Chinese', async ({ user }) => {
  await user.opensList('book');
  await user.choosesInProfileMenu('中文');
  await user.opensExport();
  await user.sees('将导出 480 条记录');
  const { name, text } = await user.exports();
  expect(name).toMatch(/^图书 \d{4}-\d\d-\d\d\.csv$/);
  const [header, first] = linesOf(text);
  expect(header).toEqual(['书名', '张数', '体裁']);
  expect(['小说', '诗歌', '散文']).toContain(first?.[2]);
  await user.sees(`已保存“${name}”`);
});

async function opensExportOfBooks(user: User): Promise<void> {
  await user.opensList('book');
  await user.opensExport();
}

/** No cell of these tests needs quotes. */
function linesOf(text: string): string[][] {
  expect(text).toMatch(/^\uFEFF[^"]*\r\n$/);
  return text
    .slice(1, -2)
    .split('\r\n')
    .map((line) => line.split(','));
}

/** Sends a beginning and breaks off, as the engine does when its database goes away, or sends no more. */
async function otherServer(then: 'breaks off' | 'waits') {
  const asked = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  const server = createServer((_, response) => {
    response.once('close', gone.resolve);
    response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
    response.write('\uFEFFTitle,Sheets,Genre\r\nSea 0,6.25,Novel\r\n', () => {
      asked.resolve();
      // Else the browser would see nothing of the beginning either.
      if (then === 'breaks off') setTimeout(() => response.destroy(), 500);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/`, asked: asked.promise, gone: gone.promise, close };
}
