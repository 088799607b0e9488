// Exported files are opened in spreadsheets, and imported again: no cell of them computes, and every value comes back.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, optionSet } from '@trellis/metadata/builders';
import { sharedData } from '@trellis/testing/shared-data';
import { exported } from '../exported.ts';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const fields = {
  name: { type: 'text', max_length: 2_000 },
  number: { type: 'text', unique: true },
  about: 'long_text',
  tags: 'tags',
  kind: { type: 'select', options: 'kind' },
  stars: 'integer',
  price: 'decimal',
  paid: 'currency',
  share: { type: 'percent', min: -100 },
  day: 'date',
  at: 'datetime',
  from: 'time',
  took: 'duration',
  sure: 'boolean',
  phone: 'phone',
  page: 'url',
  place: 'location',
  home: 'address',
  who: 'person_name',
  more: 'json',
} as const;
const items = [
  optionSet('kind', [
    { value: 'plus', label: { en: '+ plus', 'zh-CN': '＋ 加' } },
    { value: 'equal', label: '=2+5' },
  ]),
  entity('thing', { ...fields, above: { type: 'lookup', entity: 'thing' } }),
  entity('copy', { ...fields, above: { type: 'lookup', entity: 'thing' } }),
];

let importing: ImportWorkspace;
beforeAll(async () => {
  importing = await importWorkspace({ items, timeZone: 'Asia/Shanghai' });
});
afterAll(() => importing.close());

type Values = Readonly<Record<string, unknown>>;

/** Writes records, exports them, imports the file into `copy`, and reads both. */
async function roundTrip(records: readonly Values[], language = 'en'): Promise<{ there: Values[]; back: Values[] }> {
  const { ws } = importing;
  const batch = Math.random().toString(36).slice(2);
  const numbered = records.map((values, index) => ({ ...values, number: `${batch} ${index}` }));
  for (let from = 0; from < numbered.length; from += 500) {
    const operations = numbered.slice(from, from + 500).map((values) => ({ op: 'create', values }));
    await ws.admin.batch('thing', operations);
  }
  const filter = { starts_with: [{ var: 'number' }, batch] };
  const select = Object.keys(fields).concat('above').join(',');
  const { reply } = await exported(ws.admin, 'thing', { filter, select }, { 'accept-language': language });
  const job = await importing.run(ws.admin, 'copy', `\uFEFF${reply.text}`);
  expect(job.report.errors).toEqual([]);
  const read = async (name: string, after: string | null = null): Promise<Values[]> => {
    const { data, page } = await ws.admin.page(name, { filter, select, sort: 'number', limit: 500, after });
    return page.after === null ? [...data] : [...data, ...(await read(name, page.after))];
  };
  return { there: await read('thing'), back: await read('copy') };
}

test.each(['en', 'zh-CN'])('a record of every type comes back from its own export (%s)', async (language) => {
  const { id } = await importing.ws.admin.create('thing', { name: `@above ${language}`, number: `@${language}` });
  const { there, back } = await roundTrip(
    [
      {
        name: "'=1+1",
        about: '\t=cmd\r\nsecond, "line"',
        tags: ['=1', '-x, y', '@z'],
        kind: 'equal',
        stars: -5,
        price: -1234.5,
        paid: -0.01,
        share: -12.5,
        day: '2017-04-01',
        at: '2017-03-31T18:00:01.250Z',
        from: '09:30:00',
        took: 5400,
        sure: false,
        phone: '+442079460958',
        page: 'https://example.com/=1',
        place: { latitude: -33.8, longitude: 151.2 },
        home: { country: 'CN', city: '－上海', street: '=1 Road' },
        who: { family: '=Li', given: '+Na' },
        more: [-1, { '=a': '+b' }],
        above: id,
      },
      { name: '＝1', kind: 'plus', more: -5 },
      { name: "''+1" },
      {},
    ],
    language,
  );
  expect(there).toHaveLength(4);
  expect(back).toEqual(there);
});

test('text that a spreadsheet would compute is text there; figures stay figures', async () => {
  const { ws } = importing;
  await ws.admin.create('thing', {
    name: '=HYPERLINK("x")',
    number: 'cells',
    kind: 'plus',
    stars: -5,
    paid: -7,
    day: '2017-04-01',
  });
  const query = { filter: { '==': [{ var: 'number' }, 'cells'] }, select: 'name,kind,stars,paid,day' };
  const cells = async (values: 'text' | 'raw') => (await exported(ws.admin, 'thing', { ...query, values })).rows[0];
  expect(await cells('text')).toEqual([`'=HYPERLINK("x")`, "'+ plus", '-5', '-7.00', '2017-04-01']);
  expect(await cells('raw')).toEqual([`'=HYPERLINK("x")`, 'plus', '-5', '-7', '2017-04-01']);
});

test('so is a header', async () => {
  await using ws = await importWorkspace(
    { items: [entity('odd', { sum: { type: 'text', label: '=SUM(A1)' } })] },
    false,
  );
  expect((await exported(ws.ws.admin, 'odd', { select: 'sum' })).header).toEqual(["'=SUM(A1)"]);
});

describe.each([
  ['payload_csv_injection', (path: string) => readFileSync(`${path}/csv-payload.txt`, 'utf8').split('\n')],
  ['payload_blns', (path: string) => JSON.parse(readFileSync(`${path}/blns.json`, 'utf8')) as string[]],
])('%s', (name, read) => {
  const path = sharedData(name);

  test.skipIf(path === null)('is exported without a formula, and comes back as it was', async () => {
    const texts = read(path ?? '').filter((text) => text.trim() !== '' && !text.includes('\0'));
    expect(texts.length).toBeGreaterThan(5);
    const records = texts.map((text) => ({ name: text, about: text, tags: [[...text].slice(0, 50).join('')] }));
    const { there, back } = await roundTrip(records);
    expect(there.length).toBe(texts.length);
    expect(back).toEqual(there);
    const { rows } = await exported(importing.ws.admin, 'copy', { select: 'name,about,tags' });
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
  });
});
