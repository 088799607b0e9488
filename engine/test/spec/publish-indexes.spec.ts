// Indexes of a running system: a version that is live has every index that it asks for, whole and true, and none besides;
// what cannot be so is told by the plan and not published. Nobody's work is held up, and no row rewritten.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import type { RawItem } from '@trellis/metadata/kinds';
import { engineSettings } from '@trellis/testing/engine-settings';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import { startEngine } from '../../src/engine.ts';

type Fields = Parameters<typeof entity>[1];
const book = (fields: Fields = {}, more: Parameters<typeof entity>[2] = {}) =>
  entity(name, { title: 'text', isbn: 'text', ...fields }, more);

let ws: Workspace;
/** Each test has an entity of its own. */
let name = 'book';
beforeAll(async () => {
  ws = await workspace();
});
afterAll(() => ws.close());
beforeEach(async ({ task }) => {
  name = `book_${task.id.replace(/\W/g, '').slice(-4)}`;
  await apply(book());
});
afterEach(() => expect(ws.incidents).toEqual([]));

interface Plan {
  readonly steps: readonly {
    readonly does: string;
    readonly text: string;
    readonly sql: string;
    readonly lock: string;
  }[];
  readonly problems: readonly object[];
}

const drafts = '/api/metadata/drafts';
const data = async <Data>(method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  (await ws.admin.call<{ data: Data }>(method, path, body, headers)).data;
const draftOf = async (item: RawItem) =>
  (await data<{ id: string }>('POST', drafts, { items: [{ op: 'put', ...item }] })).id;
const plan = async (item: RawItem, language = 'en') =>
  data<Plan>('POST', `${drafts}/${await draftOf(item)}/plan`, {}, { 'accept-language': language });
const apply = async (item: RawItem) =>
  data<{ version: number }>('POST', `${drafts}/${await draftOf(item)}/publish`, {});
const version = async () => (await ws.admin.me()).metadata_version;

interface Index {
  readonly name: string;
  readonly oid: string;
  readonly valid: boolean;
  readonly definition: string;
}
const indexes = () =>
  ws.query<Index>(`select relname as name, i.indexrelid::text as oid, indisvalid as valid, pg_get_indexdef(indexrelid) as definition
    from pg_index i join pg_class c on c.oid = indexrelid where indrelid = to_regclass('${name}') and not indisprimary order by relname`);
const indexNamed = async (suffix: string) => (await indexes()).find((index) => index.name === `${name}_${suffix}`);
const columns = async () =>
  (
    await ws.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = '${name}'::regclass and attnum > 0 and not attisdropped`,
    )
  ).map(({ name }) => name);
const tableFile = async () => (await ws.query(`select pg_relation_filenode('${name}') as file`))[0];

/** Open until the returned function is called. */
const transaction = async (text: string): Promise<() => Promise<void>> => {
  const client = await ws.engine.database.pool.connect();
  await client.query(`begin; ${text}`);
  return async () => {
    await client.query('commit');
    client.release();
  };
};
const isBuilding = (suffix: string) =>
  vi.waitFor(async () =>
    expect((await indexes()).map((index) => index.name)).toContain(`_building_${name}_${suffix}_idx`),
  );

describe('a field that becomes unique', () => {
  test('while values repeat is a problem of the plan, and nothing of it is published', async () => {
    for (const isbn of ['1', '1', '2', '2', '2', '3', null]) await ws.admin.create(name, { isbn });
    const { id } = await ws.admin.create(name, { isbn: '3' });
    await ws.admin.delete(name, String(id));
    const unique = book({ isbn: { type: 'text', unique: true } });
    const before = [await version(), await indexes()];
    const problem = {
      path: `entities/${name}.json#/fields/isbn/unique`,
      code: 'duplicate_values',
      message: '“isbn” cannot be unique: 2 value(s) stand in several records, 5 records in all.',
    };
    expect((await plan(unique)).problems).toMatchObject([problem]);
    expect((await plan(unique, 'zh-CN')).problems).toMatchObject([{ message: expect.stringContaining('5 条记录') }]);
    await expect(apply(unique)).rejects.toMatchObject({ status: 422, code: 'invalid_metadata', errors: [problem] });
    expect([await version(), await indexes()]).toEqual(before);
    await ws.query(`update ${name} set isbn = id::text`);
    await apply(unique);
    expect(await indexNamed('isbn_key')).toMatchObject({ valid: true });
  });

  test('whose values come to repeat while the index is built leaves nothing behind', async () => {
    await ws.admin.create(name, { isbn: 'same' });
    const before = [await version(), await indexes()];
    const end = await transaction(`insert into main.${name} (id, isbn, created_by, updated_by)
      values (gen_random_uuid(), 'same', gen_random_uuid(), gen_random_uuid())`);
    const published = Promise.allSettled([apply(book({ isbn: { type: 'text', unique: true } }))]);
    await isBuilding('isbn_key').finally(end);
    expect(await published).toMatchObject([{ reason: { status: 422, errors: [{ code: 'duplicate_values' }] } }]);
    expect([await version(), await indexes()]).toEqual(before);
  });

  test('of which the publication is cut off is nowhere, and can be published again', async () => {
    const before = await version();
    // A build ends when the transactions do that began before it.
    const end = await transaction('set transaction isolation level repeatable read; select 1 from main.team');
    const next = book({ shelf: { type: 'text', unique: true } });
    const published = Promise.allSettled([apply(next)]);
    await isBuilding('shelf_key');
    await ws.query(`select pg_terminate_backend(pid) from pg_stat_activity where query like 'create unique index%'`);
    await end();
    expect(await published).toMatchObject([{ reason: { status: 503 } }]);
    expect(await version()).toBe(before);
    await ws.admin.create(name, { title: 'meanwhile' });
    await apply(next);
    expect((await indexes()).map((index) => [index.name, index.valid])).toContainEqual([`${name}_shelf_key`, true]);
    expect((await indexes()).some((index) => index.name.startsWith('_building'))).toBe(false);
  });

  test('is unique with the first write after the version is live, new as it may be', async () => {
    await ws.admin.create(name, { title: 'old' });
    await apply(book({ code: { type: 'text', unique: true } }));
    const made = await Promise.allSettled(Array.from({ length: 8 }, () => ws.admin.create(name, { code: 'x' })));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(made.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'duplicate', errors: [{ path: '/code' }] },
    });
  });

  test('and is not unique any more takes values that repeat', async () => {
    await apply(book({ isbn: { type: 'text', unique: true } }));
    await ws.admin.create(name, { isbn: '1' });
    await expect(ws.admin.create(name, { isbn: '1' })).rejects.toMatchObject({ code: 'duplicate' });
    expect((await plan(book())).steps).toMatchObject([
      { does: 'drop_index', text: `Take away the index ${name}_isbn_key of ${name}`, lock: 'none' },
    ]);
    await apply(book());
    await ws.admin.create(name, { isbn: '1' });
    expect(await indexNamed('isbn_key')).toBeUndefined();
  });
});

describe('what is searched', () => {
  test('grows without a row being rewritten, and is found by index with the next request', async () => {
    await ws.admin.create(name, { title: 'Ulysses', isbn: '北京-1922' });
    const more = (search: string[]) => book({ isbn: 'text', notes: 'long_text' }, { search });
    await apply(more(['title']));
    const [file, first] = [await tableFile(), await indexNamed('search_trgm')];
    const planned = await plan(more(['title', 'isbn', 'notes']));
    expect(planned.steps.map(({ does, lock }) => [does, lock])).toEqual([
      // The search companion of isbn.
      ['add_column', 'moment'],
      ['rebuild_index', 'none'],
      ['rebuild_index', 'none'],
    ]);
    await apply(more(['title', 'isbn', 'notes']));
    expect(await tableFile()).toEqual(file);
    expect(await indexNamed('search_trgm')).toMatchObject({
      valid: true,
      definition: expect.stringMatching(/title.*isbn.*notes/s),
    });
    expect((await indexNamed('search_trgm'))?.oid).not.toBe(first?.oid);
    expect(await ws.admin.list(name, { search: '1922' })).toHaveLength(1);
    await apply(more(['title', 'notes']));
    expect((await indexNamed('search_bigrams'))?.definition).not.toContain('isbn');
    expect(await ws.admin.list(name, { search: '北京' })).toEqual([]);
  });

  test('takes a new field along', async () => {
    await apply(book({ notes: 'long_text' }, { search: ['title', 'notes'] }));
    const { id } = await ws.admin.create(name, { notes: 'about Dublin' });
    expect(await ws.admin.list(name, { search: 'dublin' })).toMatchObject([{ id }]);
    expect((await indexes()).every(({ valid }) => valid)).toBe(true);
  });
});

test('a plan tells who has to wait for a step, in the order in which they are done', async () => {
  await apply(entity('writer', { name: 'text' }));
  const next = book(
    { writer: { type: 'lookup', entity: 'writer' }, pages: 'integer' },
    { indexes: { by: { fields: ['isbn'] } } },
  );
  expect((await plan(next)).steps.map(({ does, lock }) => [does, lock])).toEqual([
    ['add_column', 'moment'],
    ['add_index', 'none'],
    ['add_index', 'none'],
    ['add_column', 'moment'],
    ['add_reference', 'moment'],
    ['check_reference', 'none'],
  ]);
  await apply(next);
  const constraint = () =>
    ws.query(
      `select confdeltype as rule, convalidated as checked from pg_constraint where conname = '${name}_writer_fkey'`,
    );
  expect(await constraint()).toEqual([{ rule: 'r', checked: true }]);
  await apply(book({ writer: { type: 'lookup', entity: 'writer', on_delete: 'clear' }, pages: 'integer' }));
  expect(await constraint()).toEqual([{ rule: 'n', checked: true }]);
  const other = book({ writer: { type: 'lookup', entity: name }, pages: 'integer' });
  await expect(apply(other)).rejects.toMatchObject({ code: 'not_additive', errors: [{ code: 'change_type' }] });
});

describe('a start', () => {
  const start = () =>
    startEngine({
      databaseUrl: ws.engine.database.pool.options.connectionString ?? '',
      poolSize: 3,
      // Ended right after its start, it may tell of what it was still about.
      log: ws.engine.log.child({}, { level: 'silent' }),
      settings: engineSettings,
    });

  test('puts right what an earlier release or an end in the middle has left, and leaves alone what others have made', async () => {
    const asked = await indexes();
    await ws.query(`comment on index ${name}_deleted_at_idx is null`);
    await ws.query(
      `drop index ${name}_owner_idx; create index ${name}_owner_idx on ${name} (owner) where deleted_at is null`,
    );
    await ws.query(`drop index ${name}_search_trgm`);
    await ws.query(`update pg_index set indisvalid = false where indexrelid = '${name}_search_bigrams'::regclass`);
    await ws.query(`create index "_building_left" on ${name} (title); create index mine on ${name} (title)`);
    await ws.query(`alter table ${name} add _search text generated always as (title || isbn) stored, add early text`);
    await ws.query(`comment on column ${name}.early is 'trellis: not published yet'`);
    const engine = await start();
    const state = async () => (await indexes()).map(({ oid: _oid, ...index }) => index);
    const mine = { name: 'mine', valid: true, definition: expect.stringContaining('(title)') };
    await vi.waitFor(async () =>
      expect(await state()).toEqual(
        [...asked.map(({ oid: _oid, ...index }) => index), mine].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      ),
    );
    expect((await indexNamed('deleted_at_idx'))?.oid).toBe(
      asked.find((index) => index.name === `${name}_deleted_at_idx`)?.oid,
    );
    expect(await columns()).not.toContain('early');
    expect(await columns()).not.toContain('_search');
    await engine.close();
    await ws.query('drop index mine');
  });

  test('has nothing to do after one that had', async () => {
    const before = await indexes();
    await (await start()).close();
    expect(await indexes()).toEqual(before);
  });
});
