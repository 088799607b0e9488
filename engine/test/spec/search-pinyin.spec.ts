// Search by pinyin and initials: whoever types `hwjs` finds 华为技术, however the record came to be, and never past their rights.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role, sampleData } from '@trellis/metadata/builders';
import { createWorkspace } from '../../src/setup/create-workspace.ts';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const items = [
  entity(
    'company',
    {
      name: 'text',
      contact: 'person_name',
      code: 'text',
      secret: 'boolean',
      notes: 'long_text',
      people: { type: 'child_table', entity: 'colleague', parent_field: 'company' },
    },
    { title: 'name', search: ['name', 'contact', 'notes'] },
  ),
  entity('colleague', {
    name: 'text',
    company: { type: 'lookup', entity: 'company', on_delete: 'cascade', required: true },
  }),
  entity('city', { name: 'text' }),
  sampleData('cities', 'city', [{ name: '重庆' }, { name: '上海' }]),
  role('visitor', { company: { read: { '!=': [{ var: 'secret' }, true] } } }),
  role('half', { company: { read: true, fields: { contact: { read: false } } } }),
  role('sometimes', { company: { read: true, fields: { contact: { read: { '==': [{ var: 'code' }, 'open'] } } } } }),
];

let importing: ImportWorkspace;
let ws: ImportWorkspace['ws'];
beforeAll(async () => {
  importing = await importWorkspace({ items, sampleData: true });
  ws = importing.ws;
});
afterAll(() => importing.close());

const names = async (name: string, search: string, client = ws.admin): Promise<unknown[]> =>
  (await client.list(name, { search, sort: 'name' })).map((record) => record['name']);
const found = (search: string) => names('company', search);

describe('in a list', () => {
  beforeAll(() =>
    ws.admin.batch(
      'company',
      [
        ['华为技术', '张三'],
        ['ABC科技(深圳)', '单雄信'],
        ['绿色食品', '曾国藩'],
        ['Huawei Nordic', null],
        ['赵钱孙李', null],
        ['好时光', null],
      ].map(([name, contact]) => ({ op: 'create', values: { name, contact } })),
    ),
  );

  test.each<[string, string[]]>([
    ['huaweijishu', ['华为技术']],
    ['huawei', ['Huawei Nordic', '华为技术']],
    ['HuaWei', ['Huawei Nordic', '华为技术']],
    ['hua', ['Huawei Nordic', '华为技术']],
    ['hw', ['华为技术']],
    ['hwjs', ['华为技术']],
    ['HWJS', ['华为技术']],
    ['js', ['ABC科技(深圳)', '华为技术']],
    ['jishu', ['华为技术']],
    ['zhangsan', ['华为技术']],
    ['zhang san', ['华为技术']],
    ['zs', ['华为技术']],
    ['华为 zs', ['华为技术']],
    ['nordic huawei', ['Huawei Nordic']],
    ['abckj', ['ABC科技(深圳)']],
    ['abckeji', ['ABC科技(深圳)']],
    ['bck', ['ABC科技(深圳)']],
    ['kjsz', ['ABC科技(深圳)']],
    ['bc', ['ABC科技(深圳)']],
    ['shanxiongxin', ['ABC科技(深圳)']],
    ['sxx', ['ABC科技(深圳)']],
    ['danxiongxin', ['ABC科技(深圳)']],
    ['zengguofan', ['绿色食品']],
    ['lvse', ['绿色食品']],
    ['luse', ['绿色食品']],
    ['hao', ['好时光']],
    ['uawei', ['Huawei Nordic']],
    ['hwjx', []],
    ['h%s', []],
  ])('%j finds %j', async (text, expected) => {
    expect((await found(text)).sort()).toEqual(expected.toSorted());
  });

  test('Chinese characters and parts of words find as ever', async () => {
    expect(await found('为技')).toEqual(['华为技术']);
    expect(await found('dic')).toEqual(['Huawei Nordic']);
    expect(await found('rd')).toEqual(['Huawei Nordic']);
  });

  test('goes together with filter, sort, count and pages', async () => {
    const page = await ws.admin.page('company', {
      search: 'huawei',
      filter: { is_blank: [{ var: 'contact' }] },
      count: 'exact',
      limit: 1,
    });
    expect(page).toMatchObject({ data: [{ name: 'Huawei Nordic' }], page: { after: null, count: 1 } });
  });

  test('long notes are found by their characters alone', async () => {
    await ws.admin.create('company', { name: 'Noted', notes: '客户很满意' });
    expect(await found('满意')).toEqual(['Noted']);
    expect(await found('manyi')).toEqual([]);
  });

  test('across entities tells of it too', async () => {
    expect(await ws.admin.search('hwjs')).toMatchObject([{ entity: 'company', title: '华为技术' }]);
    expect(await ws.admin.search('cq')).toMatchObject([{ entity: 'city', title: '重庆' }]);
  });
});

describe('follows at once', () => {
  test('a change of the name, and of the name to none', async () => {
    const { id } = await ws.admin.create('company', { name: '腾讯' });
    await ws.admin.patch('company', id, { code: 'T' });
    expect(await found('tengxun')).toEqual(['腾讯']);
    await ws.admin.patch('company', id, { name: '阿里巴巴' });
    expect([await found('tengxun'), await found('albb')]).toEqual([[], ['阿里巴巴']]);
    await ws.admin.patch('company', id, { name: 'Alibaba' });
    expect([await found('albb'), await found('alibaba')]).toEqual([[], ['Alibaba']]);
    await ws.admin.patch('company', id, { name: null, contact: { family: '马', given: '云' } });
    expect(await found('mayun')).toHaveLength(1);
  });

  test('the way to the trash and back', async () => {
    const { id } = await ws.admin.create('company', { name: '京东' });
    await ws.admin.delete('company', id);
    expect(await found('jingdong')).toEqual([]);
    expect(await ws.admin.list('company', { search: 'jd', trash: true })).toHaveLength(1);
    await ws.admin.restore('company', id);
    expect(await found('jd')).toEqual(['京东']);
  });

  test('rows of child tables in the body of their parent', async () => {
    const { id } = await ws.admin.create('company', { name: 'Parent', people: [{ name: '李四' }] });
    expect(await names('colleague', 'lisi')).toEqual(['李四']);
    const [row] = (await ws.admin.get('company', id, 'people'))['people'] as { id: string }[];
    await ws.admin.patch('company', id, { people: [{ id: row?.id, name: '王五' }, { name: '赵六' }] });
    expect([await names('colleague', 'ls'), await names('colleague', 'ww'), await names('colleague', 'zl')]).toEqual([
      [],
      ['王五'],
      ['赵六'],
    ]);
  });

  test('an import that makes records, and one that changes them', async () => {
    await importing.run(ws.admin, 'company', 'name,code,contact\n百度,B1,李彦宏\n新浪,B2,曹国伟\n');
    expect([await found('baidu'), await found('lyh'), await found('xl')]).toEqual([['百度'], ['百度'], ['新浪']]);
    const changed = { mode: 'upsert', key: ['code'] };
    await importing.run(ws.admin, 'company', 'code,name\nB1,网易\n', changed);
    expect([await found('baidu'), await found('wangyi'), await found('liyanhong')]).toEqual([[], ['网易'], ['网易']]);
  });

  test('sample data', async () => {
    expect(await names('city', 'chongqing')).toEqual(['重庆']);
  });
});

describe('never past the rights of its asker', () => {
  beforeAll(async () => {
    await ws.admin.create('company', { name: '秘密公司', secret: true });
    await ws.admin.create('company', { name: '公开公司', contact: '欧阳娜娜', code: 'shut' });
  });

  test('records out of sight are not found', async () => {
    expect(await found('mmgs')).toEqual(['秘密公司']);
    const visitor = await ws.as('visitor');
    expect([await names('company', 'mmgs', visitor), await visitor.search('mmgs')]).toEqual([[], []]);
  });

  test.each(['half', 'sometimes'])(
    'the role %s, which may not always read a field, does not find by it',
    async (name) => {
      const client = await ws.as(name);
      for (const text of ['ouyangnana', 'oynn', 'yn', '欧阳娜娜'])
        expect([text, await names('company', text, client), await client.search(text)]).toEqual([text, [], []]);
      expect(await names('company', 'gkgs', client)).toEqual(['公开公司']);
    },
  );

  test('nobody is told of companions', async () => {
    const { id } = await ws.admin.create('company', { name: '机密' });
    await ws.admin.patch('company', id, { name: '绝密' });
    const told = await Promise.all(
      ['/api/metadata', `/api/records/company/${id}`, `/api/records/company/${id}/history`, '/api/openapi.json'].map(
        async (path) => (await ws.admin.send('GET', path)).text,
      ),
    );
    expect(told.filter((text) => text.includes('pinyin'))).toEqual([]);
    const changes = await ws.query(`select changes::text from _outbox where record_id = $1`, [id]);
    expect(JSON.stringify(changes)).not.toContain('pinyin');
    for (const query of [
      { select: '_pinyin_name' },
      { sort: '_pinyin_name' },
      { filter: { '==': [{ var: '_pinyin_name' }, 'x'] } },
    ])
      await expect(ws.admin.list('company', query)).rejects.toMatchObject({ status: 400 });
    await expect(ws.admin.create('company', { _pinyin_name: 'x' })).rejects.toMatchObject({ status: 400 });
  });
});

test('the one who sets a workspace up is found as well', async () => {
  await createWorkspace(ws.engine.database, {
    name: 'second',
    settings: { language: 'zh-CN', currency: 'CNY', country: 'CN', timeZone: 'Asia/Shanghai' },
    layers: [],
    administrator: { name: '艾达', email: 'aida@example.com', password: 'correct horse' },
  });
  expect(await ws.query('select _pinyin_name from second."user"')).toEqual([
    { _pinyin_name: expect.stringMatching(/ AiDa AD$/) },
  ]);
});

test('a companion of another text than the one that stands there finds nothing', async () => {
  const { id } = await ws.admin.create('company', { name: '顺丰速运' });
  await ws.query(`update company set name = '圆通速递' where id = $1`, [id]);
  expect([await found('sfsy'), await found('圆通')]).toEqual([[], ['圆通速递']]);
});

test('text without Chinese characters has no companion', async () => {
  await ws.admin.create('company', { name: 'Plain & Söhne', contact: 'Ada Lovelace' });
  const rows = await ws.query(`select _pinyin_name, _pinyin_contact from company where name like 'Plain%'`);
  expect(rows).toEqual([{ _pinyin_name: null, _pinyin_contact: null }]);
});
