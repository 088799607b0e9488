// Conditions that hold a field of options against something else: refused where they are published, harmless where they already are,
// and nothing but an empty answer in a request.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const order = (stage: string) =>
  entity('order', {
    stage: { type: 'select', options: [{ value: 'won', label: { en: 'Won', 'zh-CN': '赢单' } }] },
    note: { type: 'text', required: { '==': [{ var: 'stage' }, stage] } },
  });

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items: [order('won')] });
});
afterAll(() => ws.close());
afterEach(() => expect(ws.incidents).toEqual([]));

const draftOf = async (stage: string) => {
  const items = [{ op: 'put', ...order(stage) }];
  return (await ws.admin.call<{ data: { id: string } }>('POST', '/api/metadata/drafts', { items })).data.id;
};
const publish = async (id: string) => ws.admin.call('POST', `/api/metadata/drafts/${id}/publish`, {});

test('a condition with the label of an option is not published, and the value is told', async () => {
  await expect(publish(await draftOf('赢单'))).rejects.toMatchObject({
    code: 'invalid_metadata',
    errors: [
      {
        path: 'entities/order.json#/fields/note/required/==/1',
        code: 'unknown_option',
        hint: expect.stringContaining('won'),
      },
    ],
  });
});

test('a filter of a request with such a value answers nothing', async () => {
  await ws.admin.create('order', { stage: 'won', note: 'x' });
  const answer = (stage: string) => ws.admin.list('order', { filter: { '==': [{ var: 'stage' }, stage] } });
  expect(await answer('won')).toHaveLength(1);
  expect(await answer('Won')).toEqual([]);
});

test('a version that was published with one is served, until it is changed for the better', async () => {
  await ws.query(`update trellis.version set layers = replace(layers::text, '"won"]', '"Won"]')::json`, []);
  ws.engine.models.forget('main');
  expect(await ws.admin.create('order', { stage: 'won' })).toMatchObject({ stage: 'won', note: null });
  await publish(await draftOf('won'));
  await expect(ws.admin.create('order', { stage: 'won' })).rejects.toMatchObject({ code: 'invalid_values' });
});
