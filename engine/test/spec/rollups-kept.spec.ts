// Roll-ups that are kept in a column: never stale, whoever writes what they gather, and filled where the records were there first.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { engineSettings } from '@trellis/testing/engine-settings';
import { makeRandom } from '@trellis/testing/random';
import type { Workspace } from '@trellis/testing/workspace';
import { startEngine } from '../../src/engine.ts';
import { importWorkspace, type ImportWorkspace } from '../import-workspace.ts';

const rollup = (way: string, more: object = {}) =>
  ({ type: 'rollup', from: 'line', via: 'order', function: way, ...more }) as never;

const kept = {
  lines_count: rollup('count'),
  big_count: rollup('count', { filter: { '>': [{ var: 'price' }, 50] } }),
  total: rollup('sum', { field: 'amount' }),
  average: rollup('avg', { field: 'price' }),
  cheapest: rollup('min', { field: 'price' }),
  dearest: rollup('max', { field: 'amount', filter: { '!=': [{ var: 'item' }, 'c'] } }),
  items: rollup('distinct', { field: 'item' }),
  first_item: rollup('first', { field: 'item', order_by: 'day' }),
  last_item: rollup('last', { field: 'item', order_by: 'day' }),
};

const line = entity(
  'line',
  {
    order: { type: 'lookup', entity: 'order' },
    item: 'text',
    quantity: 'integer',
    price: 'currency',
    day: 'date',
    amount: { type: 'formula', returns: 'currency', expression: { '*': [{ var: 'price' }, { var: 'quantity' }] } },
  },
  { ownership: 'none' },
);
const order = (fields: object = kept) =>
  entity('order', { code: 'text', customer: { type: 'lookup', entity: 'customer' }, ...fields } as never, {
    ownership: 'none',
  });
const customer = entity(
  'customer',
  {
    name: 'text',
    revenue: { type: 'rollup', from: 'order', via: 'customer', function: 'sum', field: 'total' },
    best: { type: 'rollup', from: 'order', via: 'customer', function: 'max', field: 'average', indexed: true },
  },
  { ownership: 'none' },
);

let importing: ImportWorkspace;
let ws: Workspace;
beforeAll(async () => {
  importing = await importWorkspace({ items: [line, order(), customer] });
  ws = importing.ws;
});
afterAll(() => importing.close());

/** What the columns would hold if they were made anew, beside what they hold: both as text. */
async function compare(): Promise<void> {
  const alive = 'c.deleted_at is null and c."order" = p.id';
  const anew = {
    lines_count: `(select count(*) from line c where ${alive})`,
    big_count: `(select count(*) from line c where ${alive} and price > 50)`,
    total: `(select coalesce(sum(round(price * quantity, 2)), 0) from line c where ${alive})`,
    _average_sum: `(select coalesce(sum(price), 0) from line c where ${alive})`,
    _average_count: `(select count(price) from line c where ${alive})`,
    cheapest: `(select min(price) from line c where ${alive})`,
    dearest: `(select max(round(price * quantity, 2)) from line c where ${alive} and item is distinct from 'c')`,
    items: `(select count(distinct item) from line c where ${alive})`,
    first_item: `(select item from line c where ${alive} order by day nulls last, id limit 1)`,
    last_item: `(select item from line c where ${alive} order by day desc nulls last, id desc limit 1)`,
  };
  const columns = Object.entries(anew).map(
    ([name, text]) => `case when ${name} is distinct from ${text} then '${name}' end`,
  );
  const wrong = await ws.query(`select id, array_remove(array[${columns.join(', ')}], null) as fields from "order" p
    where array[${columns.join(', ')}] <> array_fill(null::text, array[${columns.length}])`);
  expect(wrong.filter((row) => (row['fields'] as unknown[]).length > 0)).toEqual([]);
  const stale = await ws.query(`select c.id from customer c where
    revenue is distinct from (select coalesce(sum(total), 0) from "order" o where o.customer = c.id and o.deleted_at is null)
    or best is distinct from (select max(round(_average_sum / nullif(_average_count, 0), 2)) from "order" o where o.customer = c.id and o.deleted_at is null)`);
  expect(stale).toEqual([]);
}

const unfilled = async (): Promise<number> =>
  Number((await ws.query('select count(*)::int as n from _rollup where not filled'))[0]?.['n']);

describe('They are never stale', () => {
  test('after any sequence of writes: single, nested, in batches, into the trash and back, moved to another owner', async () => {
    const { number: random } = makeRandom(7);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const customers = await Promise.all(['A', 'B'].map((name) => ws.admin.create('customer', { name })));
    const orders = await Promise.all(
      [1, 2, 3, 4].map((n) => ws.admin.create('order', { code: `${n}`, customer: pick(customers).id })),
    );
    const values = () => ({
      order: random() < 0.1 ? null : pick(orders).id,
      item: random() < 0.1 ? null : pick(['a', 'b', 'c', 'd']),
      quantity: random() < 0.1 ? null : Math.floor(random() * 5),
      price: random() < 0.1 ? null : Math.round(random() * 10_000) / 100,
      day: random() < 0.2 ? null : `2026-01-0${1 + Math.floor(random() * 9)}`,
    });
    const lines: string[] = [];
    const gone: string[] = [];
    const acts: (() => Promise<unknown>)[] = [
      async () => lines.push((await ws.admin.create('line', values())).id),
      async () =>
        ws.admin
          .batch(
            'line',
            [1, 2, 3].map(() => ({ op: 'create', values: values() })),
          )
          .then((all) => lines.push(...all.map(({ data }) => data?.id ?? ''))),
      async () => lines.length && ws.admin.patch('line', pick(lines), values()),
      async () => lines.length && ws.admin.patch('line', pick(lines), { item: pick(['a', 'b', 'c']) }),
      async () => {
        const id = lines.splice(Math.floor(random() * lines.length), 1)[0];
        if (id) await ws.admin.delete('line', id).then(() => gone.push(id));
      },
      async () => {
        const id = gone.pop();
        if (id) await ws.admin.restore('line', id).then(() => lines.push(id));
      },
      async () => ws.admin.patch('order', pick(orders).id, { customer: random() < 0.3 ? null : pick(customers).id }),
      async () => ws.query(`update line set price = price + 1 where item = 'a'`),
      async () =>
        ws
          .query(
            `delete from line where id = (select id from line where item = 'b' and deleted_at is null limit 1) returning id`,
          )
          .then((rows) => rows.forEach(({ id }) => lines.splice(lines.indexOf(String(id)), 1))),
    ];
    for (let step = 0; step < 120; step++) await pick(acts)();
    await compare();
  }, 60_000);

  test('after an import', async () => {
    const { id } = await ws.admin.create('order', { code: 'imported' });
    const rows = Array.from({ length: 300 }, (_, index) => `${id},i${index % 7},${index % 4},${index}.5,2026-02-01`);
    const file = ['order,item,quantity,price,day', ...rows].join('\n');
    const job = await importing.run(ws.admin, 'line', file, { mode: 'create', match: { order: 'id' } });
    expect(job).toMatchObject({ state: 'done', report: { accepted: 300 } });
    expect(await ws.admin.get('order', id)).toMatchObject({ lines_count: 300, items: 7 });
    await compare();
  }, 30_000);

  test('when fifty write under one owner at once, without a deadlock', async () => {
    const one = await ws.admin.create('customer', { name: 'busy' });
    const two = await ws.admin.create('order', { code: 'x', customer: one.id });
    const three = await ws.admin.create('order', { code: 'y', customer: one.id });
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        index % 2
          ? ws.admin.create('line', { order: two.id, item: `i${index % 5}`, quantity: 1, price: index })
          : ws.admin.batch('line', [
              { op: 'create', values: { order: index % 4 ? two.id : three.id, quantity: 2, price: 1, item: 'z' } },
              { op: 'create', values: { order: index % 4 ? three.id : two.id, quantity: 2, price: 1, item: 'z' } },
            ]),
      ),
    );
    expect(await ws.admin.get('order', two.id)).toMatchObject({ lines_count: 50 });
    await compare();
  }, 60_000);
});

describe('A node that starts', () => {
  const start = () =>
    startEngine({
      databaseUrl: ws.engine.database.pool.options.connectionString ?? '',
      poolSize: 3,
      log: ws.engine.log.child({}, { level: 'silent' }),
      settings: engineSettings,
    });

  test('puts back what keeps them, of an earlier release or a copy that came without, and fills them anew', async () => {
    const owner = await ws.admin.create('customer', { name: 'mended' });
    const { id } = await ws.admin.create('order', { code: 'mended', customer: owner.id });
    await ws.query('alter table "order" drop column total, drop column _average_sum');
    await ws.query('drop trigger rollups_insert on line; alter table line disable trigger rollups_update');
    const values = { order: id, quantity: 2, price: 50, item: 'a' };
    await ws.query(`insert into line (id, "order", quantity, price) values (gen_random_uuid(), $1, 2, 50)`, [id]);
    const engine = await start();
    await ws.admin.create('line', values);
    const model = await engine.models.get('main');
    await engine.close();
    expect(model?.filled.has('order.total')).toBe(false);
    await vi.waitFor(async () => expect(await unfilled()).toBe(0), { timeout: 20_000, interval: 100 });
    expect(await ws.query('select total::int, lines_count::int from "order" where id = $1', [id])).toEqual([
      { total: 200, lines_count: 2 },
    ]);
    await compare();
  }, 40_000);

  test('has nothing to do after that', async () => {
    const engine = await start();
    const model = await engine.models.get('main');
    await engine.close();
    expect(model?.filled.size).toBeGreaterThan(8);
    expect(await unfilled()).toBe(0);
  });
});

describe('Where records were there first they are filled by a job', () => {
  const publish = async (items: readonly { kind: string; name: string; body: unknown }[]): Promise<void> => {
    const draft = { items: items.map((item) => ({ op: 'put', ...item })) };
    const { data } = await ws.admin.call<{ data: { id: string } }>('POST', '/api/metadata/drafts', draft);
    await ws.admin.call('POST', `/api/metadata/drafts/${data.id}/publish`, {});
  };

  test('and are right meanwhile, also for what is written meanwhile', async () => {
    const { id } = await ws.admin.create('order', { code: 'late' });
    for (const quantity of [1, 2, 3]) await ws.admin.create('line', { order: id, quantity, price: 10, item: 'a' });
    await publish([order({ ...kept, quantities: rollup('sum', { field: 'quantity' }) })]);
    expect(await unfilled()).toBe(1);
    expect(await ws.admin.get('order', id)).toMatchObject({ quantities: 6 });
    await ws.admin.create('line', { order: id, quantity: 4, price: 10, item: 'a' });
    expect(await ws.admin.get('order', id)).toMatchObject({ quantities: 10 });
    await vi.waitFor(async () => expect(await unfilled()).toBe(0), { timeout: 20_000, interval: 100 });
    expect(await ws.query('select quantities::int from "order" where id = $1', [id])).toEqual([{ quantities: 10 }]);
    expect(await ws.admin.get('order', id)).toMatchObject({ quantities: 10 });
    const wrong = await ws.query(`select id from "order" p where quantities is distinct from
      (select coalesce(sum(quantity), 0) from line c where c."order" = p.id and c.deleted_at is null)`);
    expect(wrong).toEqual([]);
  }, 40_000);

  test('anew when they come to mean something else', async () => {
    const owner = await ws.admin.create('customer', { name: 'meaning' });
    const { id } = await ws.admin.create('order', { code: 'meaning', customer: owner.id });
    await ws.admin.create('line', { order: id, quantity: 3, price: 100, item: 'a' });
    const filter = { '<': [{ var: 'price' }, 100] };
    const cheap = rollup('sum', { field: 'quantity', filter });
    await publish([order({ ...kept, total: rollup('sum', { field: 'amount', filter }), quantities: cheap })]);
    expect(await ws.admin.get('order', id)).toMatchObject({ quantities: 0, total: 0 });
    expect(await ws.admin.get('customer', owner.id)).toMatchObject({ revenue: 0 });
    const gathering = await ws.query('select revenue::int from customer where id = $1', [owner.id]);
    expect(gathering).toEqual([{ revenue: 300 }]);
    await vi.waitFor(async () => expect(await unfilled()).toBe(0), { timeout: 20_000, interval: 100 });
    expect(await ws.query('select quantities::int from "order" where id = $1', [id])).toEqual([{ quantities: 0 }]);
    expect(await ws.query('select revenue::int from customer where id = $1', [owner.id])).toEqual([{ revenue: 0 }]);
  }, 40_000);

  test('and what reads other records is not kept, but worked out', async () => {
    const { id } = await ws.admin.create('order', { code: 'free' });
    const path = rollup('sum', { field: 'quantity', filter: { '==': [{ var: 'order.code' }, 'free'] } });
    await publish([order({ ...kept, quantities: path })]);
    await ws.admin.create('line', { order: id, quantity: 3, price: 1 });
    expect(await ws.admin.get('order', id)).toMatchObject({ quantities: 3 });
    const columns = await ws.query(
      `select column_name from information_schema.columns where table_name = 'order' and column_name = 'quantities'`,
    );
    expect(columns).toEqual([]);
  }, 20_000);
});
