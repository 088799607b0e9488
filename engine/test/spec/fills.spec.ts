// What a record fills in by itself: fills, in the order of what they depend on, and what they leave alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import type { RecordBody } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const given = (field: string) => ({ '!': [{ is_blank: [{ var: field }] }] });

const account = entity('account', {
  name: 'text',
  place: 'address',
  lead: 'user',
  product: { type: 'lookup', entity: 'product' },
  contract: { type: 'lookup', entity: 'contract' },
  about: { type: 'related_to', entities: ['contract', 'product'] },
});
const contract = entity('contract', { name: 'text', account: { type: 'lookup', entity: 'account' } });
const product = entity(
  'product',
  {
    name: 'text',
    price: 'currency',
    cost: 'currency',
    family: { type: 'looked_up', via: 'maker', field: 'name' },
    maker: { type: 'lookup', entity: 'account' },
  },
  { ownership: 'none' },
);
const order = entity(
  'order',
  {
    name: 'text',
    account: { type: 'lookup', entity: 'account' },
    place: 'address',
    contract: { type: 'lookup', entity: 'contract' },
    about: { type: 'related_to', entities: ['contract', 'product'] },
    product: { type: 'lookup', entity: 'product' },
    price: { type: 'currency', default: 1 },
    quantity: 'integer',
    code: { type: 'text', max_length: 5 },
    total: { type: 'currency', read_only: true },
    net: { type: 'formula', returns: 'currency', expression: { '*': [{ var: 'price' }, { var: 'quantity' }] } },
    grade: 'text',
    vip: 'boolean',
    family: 'text',
    secret: 'currency',
    touched_on: { type: 'date', read_only: true },
    was: 'text',
    chance: 'integer',
    lines: { type: 'child_table', entity: 'order_line', parent_field: 'order' },
    dear: 'boolean',
  },
  {
    fills: {
      // Stands before what it depends on.
      total: { set: { total: { '*': [{ var: 'net' }, 1] } }, overwrite: true },
      from_product: {
        when: given('product'),
        set: { price: { var: 'product.price' }, secret: { var: 'product.cost' } },
      },
      dear: { set: { dear: { '>': [{ sum: [{ var: 'lines' }, { var: 'price' }] }, 4] } }, overwrite: true },
      family: { set: { family: { var: 'product.family' } }, overwrite: true },
      from_account: { set: { place: { var: 'account.place' }, product: { var: 'account.product' } } },
      hidden_from_clerks: { set: { contract: { var: 'account.contract' }, about: { var: 'account.about' } } },
      owner: { set: { owner: { var: 'account.lead' } }, overwrite: true },
      code: { set: { code: { upper: [{ var: 'name' }] } } },
      best: { when: { '==': [{ var: 'vip' }, true] }, set: { grade: 'gold' }, overwrite: true },
      other: { when: { '>': [{ var: 'quantity' }, 9] }, set: { grade: 'silver' }, overwrite: true },
      rest: { set: { grade: 'none' } },
      chance: { set: { chance: { '*': [{ var: 'quantity' }, 10] } }, overwrite: 'stored' },
      stamp: {
        when: { '!=': [{ var: 'quantity' }, { var: '$old.quantity' }] },
        set: { touched_on: { var: '$today' }, was: { cat: [{ var: '$old.quantity' }] } },
        overwrite: true,
      },
    },
  },
);
const line = entity(
  'order_line',
  {
    order: { type: 'lookup', entity: 'order' },
    product: { type: 'lookup', entity: 'product' },
    price: 'currency',
  },
  { ownership: 'none', fills: { price: { set: { price: { var: 'product.price' } } } } },
);
const clerk = role('clerk', {
  account: { read: true },
  product: { read: true, fields: { cost: { read: false } } },
  order: {
    read: true,
    create: true,
    update: true,
    bulk: true,
    fields: { secret: { update: false }, price: { update: false } },
  },
});

let ws: Workspace;
let cup: RecordBody;
let jug: RecordBody;
beforeAll(async () => {
  ws = await workspace({
    items: [account, contract, product, order, line, clerk],
    now: '2026-03-01T20:00:00Z',
    timeZone: 'Asia/Shanghai',
    users: { ann: { roles: ['clerk'] } },
  });
  const maker = await ws.admin.create('account', { name: 'Potter' });
  cup = await ws.admin.create('product', { name: 'Cup', price: 4.5, cost: 2, maker: maker.id });
  jug = await ws.admin.create('product', { name: 'Jug', price: 9 });
});
afterAll(() => ws.close());

describe('When a record is made', () => {
  test('what is not said is filled in, over defaults too', async () => {
    expect(await ws.admin.create('order', { product: cup.id })).toMatchObject({
      price: 4.5,
      secret: 2,
      family: 'Potter',
    });
    expect(await ws.admin.create('order', {})).toMatchObject({ price: 1, family: null });
  });

  test('what is said stays, a blank too', async () => {
    expect(await ws.admin.create('order', { product: cup.id, price: 3 })).toMatchObject({ price: 3 });
    expect(await ws.admin.create('order', { product: cup.id, price: null })).toMatchObject({ price: null });
  });

  test('what a fill sets is there for those that depend on it, in whatever order they stand', async () => {
    const { id } = await ws.admin.create('account', { name: 'A', product: jug.id });
    const made = await ws.admin.create('order', { account: id, quantity: 3 });
    expect(made).toMatchObject({ product: { id: jug.id }, price: 9, total: 27, net: 27 });
  });

  test('a value of many parts is copied whole', async () => {
    const place = { country: 'IE', city: 'Dublin', street: '7 Eccles Street' };
    const { id } = await ws.admin.create('account', { name: 'A', place });
    expect((await ws.admin.create('order', { account: id }))['place']).toMatchObject(place);
  });

  test('what does not fit leaves the field as it is', async () => {
    expect(await ws.admin.create('order', { name: 'short' })).toMatchObject({ code: 'SHORT' });
    expect(await ws.admin.create('order', { name: 'much too long' })).toMatchObject({ code: null });
  });

  test('the first whose condition holds has its way', async () => {
    const graded = async (values: Record<string, unknown>) => (await ws.admin.create('order', values))['grade'];
    expect(await graded({ vip: true, quantity: 10 })).toBe('gold');
    expect(await graded({ quantity: 10 })).toBe('silver');
    expect(await graded({})).toBe('none');
    expect(await graded({ grade: 'mine' })).toBe('mine');
    expect(await graded({ grade: 'mine', quantity: 10 })).toBe('silver');
  });

  test('what comes to nothing takes nothing away', async () => {
    const made = await ws.admin.create('order', { family: 'mine' });
    expect(made).toMatchObject({ family: 'mine', owner: { id: ws.admin.id } });
  });

  test('rows of a child table fill in theirs', async () => {
    const made = await ws.admin.create('order', { lines: [{ product: cup.id }, { product: jug.id, price: 1 }] });
    const read = await ws.admin.get('order', made.id);
    expect(read['lines']).toMatchObject([{ price: 4.5 }, { price: 1 }]);
  });
});

describe('When a record changes', () => {
  test('what is blank is filled in once something that the fill reads is touched', async () => {
    const { id } = await ws.admin.create('order', { price: null });
    expect(await ws.admin.patch('order', id, { name: 'x' })).toMatchObject({ price: null });
    expect(await ws.admin.patch('order', id, { product: cup.id })).toMatchObject({ price: 4.5 });
    expect(await ws.admin.patch('order', id, { product: jug.id })).toMatchObject({ price: 4.5, secret: 2 });
  });

  test('what is to be overwritten follows what it depends on, also against what is said', async () => {
    const { id } = await ws.admin.create('order', { price: 2, quantity: 2 });
    expect(await ws.admin.patch('order', id, { quantity: 5, was: 'mine' })).toMatchObject({ total: 10, was: '2' });
    expect(await ws.admin.patch('order', id, { was: 'mine' })).toMatchObject({ was: 'mine' });
    expect(await ws.admin.patch('order', id, { price: null })).toMatchObject({ total: null });
  });

  test('what is stored may be overwritten and what is said along with it not', async () => {
    const { id } = await ws.admin.create('order', { quantity: 2 });
    expect(await ws.admin.get('order', id)).toMatchObject({ chance: 20 });
    expect(await ws.admin.patch('order', id, { chance: 35 })).toMatchObject({ chance: 35 });
    expect(await ws.admin.patch('order', id, { name: 'x' })).toMatchObject({ chance: 35 });
    expect(await ws.admin.patch('order', id, { quantity: 4, chance: 45 })).toMatchObject({ chance: 45 });
    expect(await ws.admin.patch('order', id, { quantity: 5 })).toMatchObject({ chance: 50 });
  });

  test('what comes to nothing takes away what is stored and to be overwritten', async () => {
    const { id } = await ws.admin.create('order', { product: cup.id });
    expect(await ws.admin.patch('order', id, { product: null })).toMatchObject({ family: null, price: 4.5 });
  });

  test('a condition that no longer holds leaves the field to the next', async () => {
    const { id } = await ws.admin.create('order', { vip: true, quantity: 10 });
    expect(await ws.admin.patch('order', id, { vip: false })).toMatchObject({ grade: 'silver' });
    expect(await ws.admin.patch('order', id, { quantity: 1 })).toMatchObject({ grade: 'silver' });
  });

  test('history has what was filled in', async () => {
    const { id } = await ws.admin.create('order', { quantity: 1 });
    await ws.admin.patch('order', id, { quantity: 2 });
    const { data } = await ws.admin.call<{ data: { changes: unknown }[] }>('GET', `/api/records/order/${id}/history`);
    expect(data[0]?.changes).toMatchObject({ quantity: { old: 1, new: 2 }, total: { old: 1, new: 2 } });
  });

  test('to what it was, nothing is filled in', async () => {
    const { id } = await ws.admin.create('order', { quantity: 1 });
    await ws.query('update "order" set total = 99 where id = $1', [id]);
    expect(await ws.admin.patch('order', id, { quantity: 1 })).toMatchObject({ total: 99, version: 1 });
  });

  test('the day that is filled in is the asker’s own', async () => {
    const { id } = await ws.admin.create('order', { quantity: 1 });
    expect(await ws.admin.patch('order', id, { quantity: 2 })).toMatchObject({ touched_on: '2026-03-02' });
  });
});

test('A row that is sent back as it was read has not said that it stays blank', async () => {
  const { id } = await ws.admin.create('order', { lines: [{ product: null, price: null }] });
  const [row] = (await ws.admin.get('order', id))['lines'] as [{ id: string; price: null }];
  const sent = { id: row.id, price: row.price, product: cup.id };
  const priced = await ws.admin.patch('order', id, { lines: [sent] });
  expect(priced).toMatchObject({ lines: [{ price: 4.5 }], dear: true });
  const cleared = await ws.admin.patch('order', id, { lines: [{ ...sent, price: null, product: jug.id }] });
  expect(cleared).toMatchObject({ lines: [{ price: null }], dear: false });
});

describe('It is the engine’s own act', () => {
  test('for which nobody needs a right to the field', async () => {
    const ann = await ws.as('ann');
    const { id } = await ann.create('order', { product: cup.id });
    expect(await ann.get('order', id)).toMatchObject({ price: 4.5, secret: 2 });
    await expect(ann.patch('order', id, { secret: 3 })).rejects.toMatchObject({ status: 403 });
  });

  test('nor has to see what a look-up leads to then', async () => {
    const ann = await ws.as('ann');
    const { id } = await ws.admin.create('account', { name: 'A' });
    const contract = await ws.admin.create('contract', { name: 'C', account: id });
    await ws.admin.patch('account', id, { contract: contract.id, about: { entity: 'contract', id: contract.id } });
    const [made] = await ann.batch('order', [{ op: 'create', values: { account: id } }]);
    const { id: changed } = await ann.create('order', {});
    await ann.patch('order', changed, { account: id });
    for (const order of [made?.data?.id, changed])
      expect(await ws.admin.get('order', order ?? '')).toMatchObject({
        contract: { id: contract.id },
        about: { id: contract.id },
      });
    await expect(ann.create('order', { contract: contract.id })).rejects.toMatchObject({ status: 422 });
    await expect(ann.create('order', { about: { entity: 'contract', id: contract.id } })).rejects.toMatchObject({
      status: 422,
    });
  });

  test('but whom a record belongs to is changed for those only who may transfer it', async () => {
    const ann = await ws.as('ann');
    const { id } = await ws.admin.create('account', { name: 'A', lead: ws.admin.id });
    const made = await ann.create('order', { account: id });
    expect(made).toMatchObject({ owner: { id: ws.admin.id } });
    const other = await ann.create('order', {});
    expect(await ann.patch('order', other.id, { account: id })).toMatchObject({ owner: { id: ann.id } });
    await ann.patch('order', other.id, { account: null });
    expect(await ws.admin.patch('order', other.id, { account: id })).toMatchObject({ owner: { id: ws.admin.id } });
  });
});
