// What becomes of a value that is hidden, as its field says: it is kept, and takes no new one, or a write blanks it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const is = (field: string, value: unknown) => ({ '==': [{ var: field }, value] });
const clear = 'clear' as const;

const deal = entity(
  'deal',
  {
    name: 'text',
    state: 'text',
    kept: { type: 'text', visible: is('state', 'lost') },
    chosen: { type: 'text', visible: is('state', 'lost'), default: 'price' },
    reason: { type: 'text', visible: is('state', 'lost'), required: is('state', 'lost'), when_hidden: clear },
    detail: { type: 'text', visible: { '!': [{ is_blank: [{ var: 'reason' }] }] }, when_hidden: clear },
    rival: { type: 'related_to', entities: ['deal'], visible: is('state', 'lost'), when_hidden: clear },
    has_discount: 'boolean',
    discount: { type: 'integer', visible: is('has_discount', true), when_hidden: clear },
    price: 'integer',
    net: { type: 'integer', read_only: true },
  },
  {
    fills: {
      net: { set: { net: { '-': [{ var: 'price' }, { coalesce: [{ var: 'discount' }, 0] }] } }, overwrite: true },
    },
  },
);

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items: [deal] });
});
afterAll(() => ws.close());

const lost = { state: 'lost', kept: 'k', reason: 'r', detail: 'd' };

describe('What is kept', () => {
  test('stays when the field is hidden, is still read, takes no new value, and can be blanked', async () => {
    const { id } = await ws.admin.create('deal', lost);
    expect(await ws.admin.patch('deal', id, { state: 'won' })).toMatchObject({ kept: 'k' });
    await expect(ws.admin.patch('deal', id, { kept: 'other' })).rejects.toMatchObject({
      errors: [{ path: '/kept', code: 'not_applicable' }],
    });
    expect(await ws.admin.patch('deal', id, { kept: null })).toMatchObject({ kept: null });
  });

  test('may come from a default, which nobody has said', async () => {
    expect(await ws.admin.create('deal', {})).toMatchObject({ chosen: 'price' });
  });
});

describe('What is cleared', () => {
  test('is blank after any write that leaves the field hidden, and what depends on it too', async () => {
    const { id } = await ws.admin.create('deal', lost);
    expect(await ws.admin.patch('deal', id, { state: 'won' })).toMatchObject({ reason: null, detail: null, kept: 'k' });
    const { data } = await ws.admin.call<{ data: { changes: unknown }[] }>('GET', `/api/records/deal/${id}/history`);
    expect(data[0]?.changes).toEqual({
      state: { old: 'lost', new: 'won' },
      reason: { old: 'r', new: null },
      detail: { old: 'd', new: null },
    });
  });

  test('is blank although the write says something', async () => {
    expect(await ws.admin.create('deal', { reason: 'r' })).toMatchObject({ reason: null });
    const { id } = await ws.admin.create('deal', lost);
    expect(await ws.admin.patch('deal', id, { state: 'won', reason: 'new' })).toMatchObject({ reason: null });
  });

  test('goes as a whole where it has several columns', async () => {
    const other = await ws.admin.create('deal', {});
    const { id } = await ws.admin.create('deal', { ...lost, rival: { entity: 'deal', id: other.id } });
    expect(await ws.admin.patch('deal', id, { state: 'won' })).toMatchObject({ rival: null });
    expect(await ws.query('select rival, rival_entity from deal where id = $1', [id])).toEqual([
      { rival: null, rival_entity: null },
    ]);
  });

  test('is gone before what is filled in from it', async () => {
    const { id } = await ws.admin.create('deal', { has_discount: true, discount: 3, price: 10 });
    expect(await ws.admin.get('deal', id)).toMatchObject({ net: 7 });
    expect(await ws.admin.patch('deal', id, { has_discount: false })).toMatchObject({ discount: null, net: 10 });
  });

  test('stays where nothing is written', async () => {
    const { id } = await ws.admin.create('deal', { name: 'a' });
    await ws.query('update deal set reason = $2 where id = $1', [id, 'old']);
    expect(await ws.admin.patch('deal', id, { name: 'a' })).toMatchObject({ reason: 'old', version: 1 });
    expect(await ws.admin.patch('deal', id, { name: 'b' })).toMatchObject({ reason: null });
  });
});

test('what the engine fills in is not refused because the field is read-only', async () => {
  await expect(ws.admin.create('deal', { net: 1 })).rejects.toMatchObject({
    errors: [{ path: '/net', code: 'read_only' }],
  });
  expect(await ws.admin.create('deal', { price: 4 })).toMatchObject({ net: 4 });
});
