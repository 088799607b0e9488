// Pages: whatever the sort, walking by the cursor meets every row once, in the order that a plain sort gives.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { makeRandom } from '@trellis/testing/random';
import type { ListQuery, RecordBody, WorkspaceClient } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const items = [
  entity('owner', { name: 'text' }),
  entity('row', {
    word: 'text',
    rank: 'integer',
    money: 'decimal',
    day: 'date',
    at: 'datetime',
    ready: 'boolean',
    kind: { type: 'select', options: ['a', 'b', 'c'].map((value) => ({ value, label: value })) },
    of: { type: 'lookup', entity: 'owner' },
  }),
];
const words = [
  'apple',
  'Apple',
  'äpfel',
  'Banana',
  'banana ',
  'co-op',
  'coop',
  'résumé',
  'resume',
  '北京',
  '上海',
  '重庆',
  '100',
  '20',
  '3',
  '_x',
  '%y',
  "o'b",
];

let ws: Workspace;
let chinese: WorkspaceClient;
let rows: readonly RecordBody[];
beforeAll(async () => {
  ws = await workspace({ items, users: { li: { roles: ['administrator'], language: 'zh-CN' } } });
  chinese = await ws.as('li');
  const random = makeRandom(7);
  const owners = await Promise.all(['Zoe', 'amy', 'Bob'].map((name) => ws.admin.create('owner', { name })));
  const maybe = <Value>(value: Value): Value | null => (random.number() < 0.25 ? null : value);
  const operations = Array.from({ length: 120 }, () => ({
    op: 'create',
    values: {
      word: maybe(random.pick(['zero', ...words])),
      rank: maybe(random.integer(-3, 3)),
      money: maybe(random.integer(-200, 200) / 100),
      day: maybe(`202${random.integer(0, 9)}-0${random.integer(1, 9)}-15`),
      at: maybe(new Date(Date.UTC(2026, 0, 1, 0, 0, 0, random.integer(0, 5))).toISOString()),
      ready: maybe(random.number() < 0.5),
      kind: maybe(random.pick(['a', 'b', 'c'])),
      of: maybe(random.pick(['', ...owners.map(({ id }) => id)]) || null),
    },
  }));
  rows = (await ws.admin.batch('row', operations)).map(({ data }) => data as RecordBody);
});
afterAll(() => ws.close());

const columns = [
  'word',
  'rank',
  'money',
  'day',
  'at',
  'ready',
  'kind',
  'of',
  'of.name',
  'created_at',
  'version',
  'id',
] as const;

/** What a plain sort in JavaScript makes of it: blanks last going up and first going down, the id in the end. */
function sorted(keys: readonly string[], language: string): string[] {
  const collator = new Intl.Collator(language === 'en' ? 'en' : 'zh-Hans-CN', { caseFirst: 'false' });
  const compared = keys.map((key) => ({ down: key.startsWith('-'), read: reader(key.replace('-', '')) }));
  const last = compared[0]?.down ?? true;
  return [...rows]
    .sort((left, right) => {
      for (const { down, read } of compared) {
        const order = compare(read(left), read(right), collator);
        if (order !== 0) return down ? -order : order;
      }
      return (left.id < right.id ? -1 : 1) * (last ? -1 : 1);
    })
    .map(({ id }) => id);
}

function reader(name: string): (row: RecordBody) => unknown {
  if (name.startsWith('of')) return (row) => (row['of'] as { title: string } | null)?.title ?? null;
  return (row) => row[name] ?? null;
}

function compare(left: unknown, right: unknown, collator: Intl.Collator): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  if (typeof left !== 'string') return Number(left) - Number(right);
  const natural = collator.compare(left, String(right));
  // Equal in the language's eyes: ICU in PostgreSQL then goes by bytes.
  return natural !== 0 ? natural : Buffer.compare(Buffer.from(left), Buffer.from(String(right)));
}

async function walk(client: WorkspaceClient, query: ListQuery): Promise<string[]> {
  const met: string[] = [];
  let after: string | null = null;
  do {
    const page = await client.page('row', { ...query, select: 'id', after });
    expect(page.data.length).toBeLessThanOrEqual(query.limit ?? 50);
    met.push(...page.data.map(({ id }) => id));
    after = page.page.after;
  } while (after !== null);
  return met;
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(columns.flatMap((column) => [[column], [`-${column}`]]))(
    'a walk by %s meets every row once and in order',
    async (sort) => {
      const client = language === 'en' ? ws.admin : chinese;
      expect(await walk(client, { sort, limit: 17 })).toEqual(sorted([sort], language));
    },
  );
});

test('so does a walk by any keys in any directions and pages of any size', async () => {
  const key = fc
    .tuple(fc.constantFrom(...columns), fc.boolean())
    .map(([column, down]) => (down ? `-${column}` : column));
  const sort = fc.uniqueArray(key, { minLength: 0, maxLength: 4, selector: (text) => text.replace('-', '') });
  await fc.assert(
    fc.asyncProperty(sort, fc.integer({ min: 7, max: 130 }), fc.boolean(), async (keys, limit, inChinese) => {
      const expected = sorted(keys.length ? keys : ['-id'], inChinese ? 'zh-CN' : 'en');
      expect(await walk(inChinese ? chinese : ws.admin, { sort: keys, limit })).toEqual(expected);
    }),
    { numRuns: 40, seed: 1, endOnFailure: true },
  );
});

test('a page of just the rest has no cursor behind it', async () => {
  expect((await ws.admin.page('row', { limit: rows.length })).page.after).toBeNull();
  expect((await ws.admin.page('row', { limit: rows.length - 1 })).page.after).not.toBeNull();
});

test('rows that come in between neither repeat nor hide others', async () => {
  const first = await ws.admin.page('row', { sort: 'rank', limit: 60, select: 'id' });
  const extra = await ws.admin.create('row', { rank: -99 });
  const second = await ws.admin.page('row', { sort: 'rank', limit: 100, select: 'id', after: first.page.after });
  const met = [...first.data, ...second.data].map(({ id }) => id);
  expect(met.sort()).toEqual(rows.map(({ id }) => id).sort());
  await ws.query('delete from row where id = $1', [extra.id]);
});

describe('a cursor', () => {
  const cursorOf = async (query: ListQuery) => (await ws.admin.page('row', { limit: 5, ...query })).page.after ?? '';
  const forged = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const opened = (cursor: string) => JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  const refused = { status: 400, code: 'invalid_cursor' };

  test('of another order, another entity or another language is refused', async () => {
    const after = await cursorOf({ sort: 'rank' });
    await expect(ws.admin.page('row', { sort: '-rank', after })).rejects.toMatchObject(refused);
    await expect(ws.admin.page('owner', { sort: 'name', after })).rejects.toMatchObject(refused);
    await expect(chinese.page('row', { sort: 'word', after: await cursorOf({ sort: 'word' }) })).rejects.toMatchObject(
      refused,
    );
  });

  test.each(['x', '%00', 'e30', forged([]), forged({}), forged(['AAAAAAAA', 1]), 'W10='])(
    '%s is refused',
    async (after) => {
      await expect(ws.admin.page('row', { sort: 'rank', after })).rejects.toMatchObject(refused);
    },
  );

  test.each([
    ['rank', 'many'],
    ['rank', '1e400'],
    ['day', '2026-13-99'],
    ['at', 'now-ish'],
    ['ready', 'perhaps'],
    ['word', 'nul\u0000byte'],
  ])('by %s with a value of %j in it is refused', async (sort, value) => {
    const [signature, , id] = opened(await cursorOf({ sort: `-${sort}` }));
    await expect(
      ws.admin.page('row', { sort: `-${sort}`, after: forged([signature, value, id]) }),
    ).rejects.toMatchObject(refused);
    await expect(
      ws.admin.page('row', { sort: `-${sort}`, after: forged([signature, null, 'no id']) }),
    ).rejects.toMatchObject(refused);
  });
});
