// Search: any part of a word, two Chinese characters, across entities, never past the asker's rights.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '@trellis/expressions/sql';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import { askerAt } from '../../src/auth/actor.ts';
import { searchText } from '../../src/model/search-text.ts';
import { judgement } from '../../src/records/judgement.ts';
import { searchPredicate } from '../../src/records/search-predicate.ts';

const items = [
  entity(
    'company',
    { name: 'text', code: 'text', city: 'text', secret: 'boolean', notes: 'long_text' },
    { title: 'name', subtitle: 'city', search: ['name', 'code', 'notes'] },
  ),
  entity('person', { name: 'person_name', phone: 'text' }, { search: ['name', 'phone'] }),
  entity('plain', { label: 'text' }),
  role('visitor', { company: { read: { '!=': [{ var: 'secret' }, true] } } }),
  role('half', { company: { read: true, fields: { notes: { read: false } } } }),
  role('sometimes', { company: { read: true, fields: { notes: { read: { '==': [{ var: 'city' }, 'Rome'] } } } } }),
];

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items });
  await ws.admin.batch(
    'company',
    [
      ['北京华信科技有限公司', 'BJ-100%', '北京'],
      ['上海华谊信息', 'SH_200', '上海'],
      ['Nordlicht GmbH', 'NL\\300', 'Kiel'],
      ['O’Hara & Söhne', "O'H", 'Cork'],
      ['Hidden Forge', 'HF', 'Rome', true],
    ].map(([name, code, city, secret = false]) => ({
      op: 'create',
      values: { name, code, city, secret, notes: code === 'HF' ? 'xylophone' : 'zither' },
    })),
  );
  await ws.admin.create('person', { name: { given: 'Ada', family: 'Nordlicht' }, phone: '555-0100' });
  await ws.admin.create('person', { name: '欧阳娜娜' });
  await ws.admin.create('plain', { label: 'Nordlicht again' });
});
afterAll(() => ws.close());

const found = async (search: string): Promise<unknown[]> =>
  (await ws.admin.list('company', { search, sort: 'code' })).map(({ code }) => code);

describe('in a list', () => {
  test.each<[string, string[]]>([
    ['科技', ['BJ-100%']],
    ['华信', ['BJ-100%']],
    ['信', ['BJ-100%', 'SH_200']],
    ['有限公司', ['BJ-100%']],
    ['技有', ['BJ-100%']],
    ['信科 公司', ['BJ-100%']],
    ['华信 上海', []],
    ['nordlicht', ['NL\\300']],
    ['DLIC', ['NL\\300']],
    ['gmbh nord', ['NL\\300']],
    ['%', ['BJ-100%']],
    ['_', ['SH_200']],
    ['\\', ['NL\\300']],
    ["'", ["O'H"]],
    ["o'h", ["O'H"]],
    ['söhne', ["O'H"]],
    ['SÖHNE', ["O'H"]],
    ['100%', ['BJ-100%']],
    ['1_0', []],
    ['xylo', ['HF']],
    ['nothing like it', []],
    ['  nordlicht  ', ['NL\\300']],
  ])('%j finds %j', async (text, codes) => {
    expect(await found(text)).toEqual(codes);
  });

  test('nothing but spaces is no search', async () => {
    expect(await found('   ')).toHaveLength(5);
  });

  test('a match never runs over the border of two fields', async () => {
    expect(await found('公司BJ')).toEqual([]);
  });

  test('goes together with filter, sort, count and pages', async () => {
    const page = await ws.admin.page('company', {
      search: '华',
      filter: { '==': [{ var: 'city' }, '上海'] },
      count: 'exact',
      sort: '-name',
      limit: 1,
    });
    expect(page).toMatchObject({ data: [{ code: 'SH_200' }], page: { after: null, count: 1 } });
  });

  test('follows a change at once', async () => {
    const { id } = await ws.admin.create('company', { name: 'Quagga Ltd' });
    expect(await ws.admin.list('company', { search: 'quagga' })).toHaveLength(1);
    await ws.admin.patch('company', id, { name: 'Zebra Ltd' });
    expect(await ws.admin.list('company', { search: 'quagga' })).toHaveLength(0);
    await ws.admin.delete('company', id);
    expect(await ws.admin.list('company', { search: 'zebra' })).toHaveLength(0);
  });

  test('finds only what its asker may read, and not through fields that they may not', async () => {
    expect(await (await ws.as('visitor')).list('company', { search: 'Forge' })).toEqual([]);
    for (const name of ['half', 'sometimes']) {
      const half = await ws.as(name);
      const hits = await half.list('company', { search: 'xylophone' }).catch(() => []);
      expect(hits).toEqual([]);
      expect(await half.search('xylophone')).toEqual([]);
    }
  });

  test('who may not read every searched field still finds by the others', async () => {
    expect((await (await ws.as('half')).list('company', { search: 'Nordlicht' })).map(({ code }) => code)).toEqual([
      'NL\\300',
    ]);
  });
});

describe('across entities', () => {
  test('tells entity, title and subtitle', async () => {
    const hits = await ws.admin.search('nordlicht');
    expect(hits).toEqual(
      expect.arrayContaining([
        { entity: 'company', id: expect.any(String), title: 'Nordlicht GmbH', subtitle: 'Kiel' },
        { entity: 'person', id: expect.any(String), title: expect.stringContaining('Nordlicht'), subtitle: null },
        { entity: 'plain', id: expect.any(String), title: 'Nordlicht again', subtitle: null },
      ]),
    );
  });

  test('two Chinese characters of a name are enough', async () => {
    expect(await ws.admin.search('欧阳')).toMatchObject([{ entity: 'person', title: '欧阳娜娜' }]);
    expect(await ws.admin.search('阳娜')).toHaveLength(1);
  });

  test('people are found as well', async () => {
    expect(await ws.admin.search('ada@')).toMatchObject([{ entity: 'user', title: 'Ada' }]);
  });

  test('shows neither rows nor entities out of sight', async () => {
    const visitor = await ws.as('visitor');
    expect(await visitor.search('Forge')).toEqual([]);
    expect((await visitor.search('nordlicht')).map(({ entity: name }) => name)).toEqual(['company']);
  });

  test.each(['', 'x', '  '])('%j finds nothing', async (text) => {
    expect(await ws.admin.search(text)).toEqual([]);
  });

  test('a text that is too long, repeated or missing is malformed', async () => {
    for (const path of [`?q=${'x'.repeat(201)}`, '?q=a&q=b', ''])
      await expect(ws.admin.call('GET', `/api/search${path}`)).rejects.toMatchObject({ status: 400 });
  });
});

test('the index answers both: trigrams for three letters, runs of two for Chinese names', async () => {
  await ws.query(`insert into company (id, name, created_by, updated_by)
    select gen_random_uuid(), 'filler ' || md5(n::text) || chr(20000 + n), gen_random_uuid(), gen_random_uuid() from generate_series(1, 20000) n`);
  await ws.query('analyze company');
  const searched = ws.engine.models.peek('main')?.entities.get('company')?.searched;
  const text = searched ? searchText(searched, (name) => `r."${name}"`) : '';
  const plan = async (condition: string): Promise<string> =>
    JSON.stringify(
      await ws.query(`explain (format json) select r.id from company r where r.deleted_at is null and ${condition}`),
    );
  expect(await plan(`${text} ilike '%nordlicht%'`)).toContain('trgm');
  expect(await plan(`trellis.bigrams(${text}) @> array['科技'] and ${text} ilike '%科技%'`)).toContain('bigrams');
});

test('the indexes answer in 100,000 rows: pinyin, initials and two of them', async () => {
  await using big = await workspace({ items: [entity('company', { name: 'text' })] });
  await big.query(`insert into company (id, name, _pinyin_name, created_by, updated_by)
    select gen_random_uuid(), t.name, left(encode(sha256(convert_to(t.name, 'UTF8')), 'hex'), 8) || ' ' || t.words, gen_random_uuid(), gen_random_uuid()
    from (select n, '公司' || chr(19968 + n % 20000) || chr(20000 + n / 7 % 20000) as name,
      'GongSi' || chr(65 + n % 9) || 'an' || chr(65 + n / 9 % 9) || 'u GS' || chr(65 + n % 9) || chr(65 + n / 9 % 9) as words
      from generate_series(1, 100000) n) t`);
  await big.admin.create('company', { name: '华为技术' });
  await big.query('analyze company');
  const model = big.engine.models.peek('main');
  const company = model?.entities.get('company');
  const admin = await big.engine.people.find(big.engine.database, 'main', String(big.admin.id));
  if (!model || !company?.searched || !admin) throw new Error('the workspace is not there');
  const judge = judgement(model, askerAt(admin, new Date()));
  for (const [text, index] of [
    ['huaweijishu', 'trgm'],
    ['hwjs', 'trgm'],
    ['wj', 'bigrams'],
  ] as const) {
    const condition = searchPredicate(judge, company.searched, 'r', text);
    const plan = await big.engine.database.query(
      sql`explain (format json) select r.id from ${company.table} r where r.deleted_at is null and ${condition}`,
    );
    expect([text, JSON.stringify(plan)]).toEqual([text, expect.stringContaining(`company_search_${index}`)]);
    expect(await big.admin.list('company', { search: text })).toMatchObject([{ name: '华为技术' }]);
  }
});
