// Import of files: what arrives, what is refused and how it is told, over HTTP.
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const author = entity('author', {
  name: { type: 'text', required: true, unique: true },
  code: { type: 'text', unique: true },
  country: 'text',
});
const shelf = entity('shelf', {
  name: { type: 'text', required: true },
  above: { type: 'lookup', entity: 'shelf', on_delete: 'clear' },
});
const book = entity(
  'book',
  {
    title: { type: 'text', required: true, max_length: 40, label: { en: 'Title', 'zh-CN': '书名' } },
    isbn: { type: 'text', unique: true },
    pages: { type: 'integer', min: 1 },
    kind: {
      type: 'select',
      options: [
        { value: 'novel', label: { en: 'Novel', 'zh-CN': '小说' } },
        { value: 'poems', label: { en: 'Poems', 'zh-CN': '诗集' } },
      ],
    },
    author: { type: 'lookup', entity: 'author' },
    printed_on: 'date',
    sold_on: { type: 'date', visible: { '==': [{ var: 'state' }, 'sold'] } },
    state: { type: 'text', default: 'new' },
    number: { type: 'auto_number', pattern: 'B-{0000}' },
    publisher: { type: 'address' },
    secret: 'text',
  },
  {
    rules: {
      long_novels: {
        when: { '==': [{ var: 'kind' }, 'novel'] },
        check: { '>=': [{ var: 'pages' }, 50] },
        message: { en: 'A novel has 50 pages.', 'zh-CN': '小说至少 50 页。' },
        at: 'pages',
      },
    },
  },
);
let importing: ImportWorkspace;
let admin: ImportWorkspace['ws']['admin'];
beforeAll(async () => {
  importing = await importWorkspace({ items: [author, shelf, book] });
  admin = importing.ws.admin;
  await admin.create('author', { name: 'Ada', code: 'A1', country: 'GB' });
  await admin.create('author', { name: 'Zola', code: 'Z1', country: 'FR' });
});
afterAll(() => importing.close());

const booksTitled = (title: string) =>
  admin.list('book', { filter: { starts_with: [{ var: 'title' }, title] }, sort: 'title' });

describe('rows arrive', () => {
  test('with defaults, numbers, look-ups by title and labels of options in any language', async () => {
    const file =
      'Title,ISBN,pages,kind,author,printed_on\r\nR1,i-1,100,小说,Ada,2020-03-01\r\nR2,i-2,"1,200",Poems,Zola,1 Mar 2020\r\n';
    const job = await importing.run(admin, 'book', file);
    expect(job).toMatchObject({
      state: 'done',
      done: 2,
      total: 2,
      report: { accepted: 2, updated: 0, skipped: 0, refused: 0, rows: 2, errors: [], unmatched: {} },
    });
    expect(await booksTitled('R')).toMatchObject([
      {
        title: 'R1',
        kind: 'novel',
        pages: 100,
        author: { title: 'Ada' },
        printed_on: '2020-03-01',
        state: 'new',
        owner: { id: admin.id },
      },
      { title: 'R2', kind: 'poems', pages: 1200, author: { title: 'Zola' }, printed_on: '2020-03-01' },
    ]);
    const [one] = await booksTitled('R1');
    expect(one?.['number']).toMatch(/^B-\d{4}$/);
  });

  test('each with its history and outbox row, like a record that was made by hand', async () => {
    await importing.run(admin, 'book', 'title,pages\nH1,7\n');
    const [made] = await booksTitled('H1');
    const history = await admin.history('book', made?.id ?? '');
    expect(history).toMatchObject([
      { action: 'create', changes: { title: { old: null, new: 'H1' }, pages: { old: null, new: 7 } } },
    ]);
    const events = await importing.ws.query('select kind, changes from _outbox where record_id = $1', [made?.id]);
    expect(events).toMatchObject([{ kind: 'created', changes: { title: { new: 'H1' } } }]);
  });

  test('into the members of a structured field', async () => {
    await importing.run(admin, 'book', 'title,City,Street\nM1,Lyon,1 rue X\n', {
      mapping: { title: 'title', City: 'publisher.city', Street: 'publisher.street' },
    });
    expect(await booksTitled('M1')).toMatchObject([{ publisher: { city: 'Lyon', street: '1 rue X' } }]);
  });

  test('with look-ups by a unique field', async () => {
    const job = await importing.run(admin, 'book', 'title,author\nU1,Z1\n', { match: { author: 'code' } });
    expect(job.report.accepted).toBe(1);
    expect(await booksTitled('U1')).toMatchObject([{ author: { title: 'Zola' } }]);
  });

  test('with look-ups to rows further down in the same file', async () => {
    const job = await importing.run(admin, 'shelf', 'name,above\nleaf,middle\nmiddle,top\ntop,\nlost,nowhere\n');
    expect(job.report).toMatchObject({ accepted: 3, refused: 1, unmatched: { above: { nowhere: 1 } } });
    expect(job.report.errors).toMatchObject([{ row: 5, field: 'above', code: 'record_not_found', value: 'nowhere' }]);
    expect(
      await admin.list('shelf', { filter: { '==': [{ var: 'name' }, 'leaf'] }, select: 'name,above.name,above.above' }),
    ).toMatchObject([{ name: 'leaf', above: { name: 'middle' } }]);
  });

  test('from many rows, in batches, with nothing lost between them', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) => `Many ${index},m-${index}`);
    const job = await importing.run(admin, 'book', `title,isbn\n${rows.join('\n')}`);
    expect(job.report).toMatchObject({ accepted: 2500, rows: 2500 });
    expect(
      (await admin.page('book', { filter: { starts_with: [{ var: 'isbn' }, 'm-'] }, limit: 1, count: 'exact' })).page
        .count,
    ).toBe(2500);
  });
});

describe('a row is refused', () => {
  test('by its line and reason, and the others still arrive', async () => {
    const file = [
      'title,pages,kind',
      'E1,10,poems',
      'E2,many,poems',
      'E3,10',
      'E"4,10,poems',
      '"E5"x,10,poems',
      ',10,poems',
      'E7,10,novel',
      '"E',
      '8",10,poems',
      'E9,1,poems',
    ];
    const job = await importing.run(admin, 'book', file.join('\n'));
    expect(job.report).toMatchObject({ accepted: 3, refused: 6, rows: 9 });
    expect(job.report.errors.map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'pages', 'not_an_integer'],
      [4, '', 'wrong_column_count'],
      [5, '', 'quote_in_text'],
      [6, '', 'text_after_quote'],
      [7, 'title', 'required'],
      [8, 'pages', 'long_novels'],
    ]);
    expect((await booksTitled('E')).map(({ title }) => title)).toEqual(['E\n8', 'E1', 'E9']);
  });

  test('in the language of whoever imports', async () => {
    const reply = await importing.ws.admin.call<{ data: { report: { errors: unknown } } }>(
      'GET',
      `/api/jobs/${await failing('zh-CN')}`,
    );
    expect(reply.data.report.errors).toMatchObject([{ message: '小说至少 50 页。' }]);
  });

  async function failing(language: string): Promise<string> {
    const body = `--b\r\ncontent-disposition: form-data; name="file"; filename="f.csv"\r\n\r\ntitle,kind,pages\nL1,novel,1\r\n--b--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=b', 'accept-language': language };
    const { data } = await admin.call<{ data: { id: string } }>('POST', '/api/records/book/import', body, headers);
    await importing.finished(admin, data.id);
    return data.id;
  }

  test('when its unique value stands in the database or further up in the file', async () => {
    await importing.run(admin, 'book', 'title,isbn\nD1,d-1\n');
    const job = await importing.run(admin, 'book', 'title,isbn\nD2,d-1\nD3,d-3\nD4,d-3\nD5,d-5\n');
    expect(job.report).toMatchObject({ accepted: 2, refused: 2 });
    expect(job.report.errors).toMatchObject([
      { row: 2, field: 'isbn', code: 'duplicate', value: 'd-1' },
      { row: 4, field: 'isbn', code: 'duplicate', value: 'd-3' },
    ]);
  });

  test('when several records match its look-up', async () => {
    await admin.create('shelf', { name: 'twin' });
    await admin.create('shelf', { name: 'twin' });
    const job = await importing.run(admin, 'shelf', 'name,above\nS1,twin\n');
    expect(job.report.errors).toMatchObject([{ row: 2, field: 'above', code: 'several_found' }]);
  });

  test('into a file of the refused rows, which no spreadsheet takes for formulas', async () => {
    const job = await importing.run(admin, 'book', 'title,pages\n=1+1,none\nfine,3\n"@SUM(A1),x",none\n-5,none\n');
    const reply = await admin.send('GET', `/api/jobs/${job.id}/errors.csv`);
    expect(reply.headers.get('content-type')).toMatch(/text\/csv/);
    const [header, first, second, third] = reply.text.split('\r\n');
    expect(header).toBe('title,pages,error');
    expect(first).toMatch(/^'=1\+1,none,2 pages: /);
    expect(second).toMatch(/^"'@SUM\(A1\),x",none,4 pages: /);
    expect(third).toMatch(/^-5,none,5 pages: /);
  });

  test('and what is unknown is told once for all its rows, then mapped once for all of them', async () => {
    const file = 'title,kind,author\nV1,Nvl,Ada L.\nV2,Nvl,Ada\nV3,poems,Ada L.\n';
    const first = await importing.run(admin, 'book', file, { dry_run: true });
    expect(first.report.unmatched).toEqual({ kind: { Nvl: 2 }, author: { 'Ada L.': 2 } });
    const values = { kind: { Nvl: 'poems' }, author: { 'Ada L.': 'Ada' } };
    expect((await importing.run(admin, 'book', file, { values })).report).toMatchObject({
      accepted: 3,
      refused: 0,
      unmatched: {},
    });
  });
});

describe('records that exist', () => {
  test('are found by the key and changed; blank cells leave them as they are; unchanged ones are skipped', async () => {
    await importing.run(admin, 'book', 'title,isbn,pages\nK1,k-1,10\nK2,k-2,20\nK3,k-3,30\n');
    const job = await importing.run(admin, 'book', 'isbn,title,pages\nk-1,K1b,\nk-2,K2,20\nk-9,K9,90\n', {
      mode: 'update',
      key: 'isbn',
    });
    expect(job.report).toMatchObject({ updated: 1, skipped: 1, refused: 1, accepted: 0 });
    expect(job.report.errors).toMatchObject([{ row: 4, code: 'key_not_found' }]);
    expect(await booksTitled('K')).toMatchObject([{ title: 'K1b', pages: 10, version: 2 }, { version: 1 }, {}]);
  });

  test('lose what a blank cell clears, where that is asked for', async () => {
    await importing.run(admin, 'book', 'title,isbn,pages\nC1,c-1,10\n');
    await importing.run(admin, 'book', 'isbn,pages\nc-1,\n', { mode: 'update', key: 'isbn', blank: 'clear' });
    expect(await booksTitled('C1')).toMatchObject([{ pages: null }]);
  });

  test('and those that do not are upserted, also twice in one file', async () => {
    const file = 'title,isbn,pages\nP1,p-1,1\nP2,p-2,2\nP1,p-1,11\n';
    expect((await importing.run(admin, 'book', file, { mode: 'upsert', key: 'isbn' })).report).toMatchObject({
      accepted: 2,
      updated: 1,
    });
    expect(await booksTitled('P')).toMatchObject([{ title: 'P1', pages: 11, version: 2 }, { pages: 2 }]);
    expect((await importing.run(admin, 'book', 'title,isbn\nP1,p-1\n', { key: 'isbn' })).report).toMatchObject({
      skipped: 1,
      accepted: 0,
    });
  });

  test('are judged by the rules on the merged record', async () => {
    await importing.run(admin, 'book', 'title,isbn,kind,pages\nJ1,j-1,novel,60\n');
    const job = await importing.run(admin, 'book', 'isbn,pages\nj-1,20\n', { mode: 'update', key: 'isbn' });
    expect(job.report.errors).toMatchObject([{ row: 2, field: 'pages', code: 'long_novels' }]);
  });

  test('several with the key: the row is refused', async () => {
    await importing.run(admin, 'book', 'title,pages\nT1,1\nT1,2\n');
    const job = await importing.run(admin, 'book', 'title,pages\nT1,3\n', { mode: 'upsert', key: 'title' });
    expect(job.report.errors).toMatchObject([{ row: 2, code: 'key_several' }]);
  });
});

test('a trial reports the same, duplicates within the file included, and writes nothing', async () => {
  const file = 'title,isbn,pages\nY1,y-1,1\nY2,y-1,1\nY3,y-3,x\n';
  const trial = await importing.run(admin, 'book', file, { dry_run: true });
  expect(await booksTitled('Y')).toEqual([]);
  const real = await importing.run(admin, 'book', file);
  expect({ ...trial.report, dry_run: false }).toEqual(real.report);
  expect(await booksTitled('Y')).toHaveLength(1);
});

test('NULL is a text like any other, unless it is said to stand for nothing', async () => {
  await importing.run(admin, 'book', 'title,state\nN1,NULL\n');
  await importing.run(admin, 'book', 'title,state\nN2,NULL\n', { null_texts: ['NULL'] });
  expect(await booksTitled('N')).toMatchObject([{ state: 'NULL' }, { state: 'new' }]);
});

describe('what cannot be imported as a whole is refused at once', () => {
  test.each([
    ['an empty file', '', {}, 'unreadable_file'],
    ['a column that the file does not have', 'title\nx\n', { mapping: { titel: 'title' } }, 'unknown_header'],
    ['an unknown option', 'title\nx\n', { mod: 'create' }, 'malformed_request'],
    [
      'a field of the engine’s own',
      'title,number\nx,B-1\n',
      { mapping: { title: 'title', number: 'number' } },
      'malformed_request',
    ],
    ['an update without a key', 'title\nx\n', { mode: 'update' }, 'malformed_request'],
    ['two columns for one field', 'title,b\nx,y\n', { mapping: { title: 'title', b: 'title' } }, 'malformed_request'],
  ])('%s', async (_what, file, options, code) => {
    await expect(importing.start(admin, 'book', file, options)).rejects.toMatchObject({ code });
  });
});

test('an inspection proposes types, fields, matches and what stands for nothing, and keeps nothing', async () => {
  const file = '书名;ISBN;Pages;Author;printed on;x\n"A;1";i-77;12;Z1;25/12/2020;NULL\nB;i-78;7;A1;01/02/2021;y\n';
  const inspection = await importing.inspect(admin, 'book', file);
  expect(inspection).toMatchObject({
    encoding: 'utf-8',
    delimiter: ';',
    has_header: true,
    rows: 2,
    complete: true,
    null_texts: ['NULL'],
    date_order: 'dmy',
  });
  expect(inspection.headers.map(({ header, type, field, match }) => [header, type, field, match])).toEqual([
    ['书名', 'text', 'title', null],
    ['ISBN', 'text', 'isbn', null],
    ['Pages', 'integer', 'pages', null],
    ['Author', 'text', 'author', 'code'],
    ['printed on', 'date', 'printed_on', null],
    ['x', 'text', null, null],
  ]);
  expect(inspection.preview[0]).toEqual(['A;1', 'i-77', '12', 'Z1', '25/12/2020', 'NULL']);
  await importing.run(admin, 'book', file, { match: { Author: 'code' } });
  expect(await admin.list('book', { filter: { '==': [{ var: 'isbn' }, 'i-78'] } })).toMatchObject([
    { printed_on: '2021-02-01' },
  ]);
});

test('an inspection tells rows of another width with their lines, and takes nothing from them', async () => {
  const file = 'title,pages,printed_on\nW1,7,01/02/2021\nW2, Vol. 2,NULL,25/12/2020\nW3,9\n';
  const inspection = await importing.inspect(admin, 'book', file);
  expect(inspection.faults).toEqual([
    { row: 3, code: 'wrong_column_count', message: 'The row has 4 cells, the header has 3.' },
    { row: 4, code: 'wrong_column_count', message: 'The row has 2 cells, the header has 3.' },
  ]);
  expect(inspection).toMatchObject({ rows: 3, null_texts: [], preview: [['W1', '7', '01/02/2021']] });
  expect(inspection.headers.map(({ type, samples }) => [type, samples])).toEqual([
    ['text', ['W1']],
    ['integer', ['7']],
    ['date', ['01/02/2021']],
  ]);
});

test('a row of another width does not say in which order days and months stand', async () => {
  await importing.run(admin, 'book', 'title,printed_on\nW4,13/02/2021\nW5,03/04/2021\nW6,02/13/2021,x\n');
  expect(await booksTitled('W')).toMatchObject([{ printed_on: '2021-02-13' }, { printed_on: '2021-04-03' }]);
});

test('the uploaded file is gone once its job is done', async () => {
  const { id } = await importing.run(admin, 'book', 'title\nG1\n');
  await expect.poll(() => existsSync(`${importing.home}/imports/${id}`)).toBe(false);
});

test('the engine had nothing to say against itself', () => {
  expect(importing.ws.incidents).toEqual([]);
});
