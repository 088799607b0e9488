// Calendars and exchange rates: what dates and amounts are reckoned with, as metadata that is published like any other.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendar, entity, exchangeRate, role } from '@trellis/metadata/builders';
import type { RawItem } from '@trellis/metadata/kinds';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const items = [
  entity('visit', { name: 'text', asked: 'date', due: 'date' }),
  role('nobody_in_particular', {}),
  calendar('office', { holidays: [{ date: '2026-10-01' }], working_days: [{ date: '2026-10-10' }] }),
  exchangeRate('dollar', ['USD', 'CNY'], { '2026-02-01': '7', '2026-01-01': '8' }),
  exchangeRate('euro', ['EUR', 'CNY'], { '2026-01-01': '10' }),
];

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items, currency: 'CNY' });
});
afterAll(() => ws.close());

interface Plan {
  readonly changes: readonly { readonly text: string }[];
  readonly steps: readonly object[];
  readonly problems: readonly object[];
}

const drafts = '/api/metadata/drafts';
const draftOf = async (...changes: readonly (RawItem & { readonly op?: string })[]): Promise<string> => {
  const body = { items: changes.map((item) => ({ op: 'put', ...item })) };
  return (await ws.admin.call<{ data: { id: string } }>('POST', drafts, body)).data.id;
};
const plan = async (draft: string, language = 'en'): Promise<Plan> =>
  (await ws.admin.call<{ data: Plan }>('POST', `${drafts}/${draft}/plan`, {}, { 'accept-language': language })).data;
const publish = (draft: string) => ws.admin.call('POST', `${drafts}/${draft}/publish`, {});
const model = () => ws.engine.models.peek('main');

test('everybody who signs in is told of them: forms reckon with them', async () => {
  const reader = await ws.as('nobody_in_particular');
  const { data } = await reader.call<{ data: Record<string, object> }>('GET', '/api/metadata');
  expect(data['calendars']).toMatchObject({ office: { holidays: [{ date: '2026-10-01' }] } });
  expect(data['exchange_rates']).toMatchObject({ dollar: { from: 'USD', to: 'CNY' }, euro: { from: 'EUR' } });
});

test('the model knows the days of a calendar, and the rates through the currency of the workspace', () => {
  expect(model()?.calendars.get('office')).toEqual({
    week: [true, true, true, true, true, false, false],
    off: ['2026-10-01'],
    on: ['2026-10-10'],
  });
  expect(model()?.rates.map(({ from, to, since, rate }) => [from, to, since, rate].join(' '))).toEqual([
    'USD CNY 2026-01-01 8',
    'USD CNY 2026-02-01 7',
    'EUR CNY 2026-01-01 10',
    'USD EUR 2026-01-01 0.8',
    'USD EUR 2026-02-01 0.7',
    'EUR USD 2026-01-01 1.25',
    'EUR USD 2026-02-01 1.428571428571',
  ]);
});

describe('a change of them', () => {
  test('is told in words, touches no table, and holds with the next request', async () => {
    const draft = await draftOf(calendar('office', { label: { en: 'Office', 'zh-CN': '办公室' }, holidays: [] }));
    expect(await plan(draft)).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ text: 'Change the calendar “office”' })]),
      steps: [],
      problems: [],
    });
    expect((await plan(draft, 'zh-CN')).changes.map(({ text }) => text)).toContain('修改日历 “office”');
    await publish(draft);
    expect(model()?.calendars.get('office')?.off).toEqual([]);
  });

  test('that does not hold is refused with its place', async () => {
    const odd = exchangeRate('dollar', ['USD', 'CNY'], { '2026-02-30': '7' });
    await expect(publish(await draftOf(odd))).rejects.toMatchObject({
      code: 'invalid_metadata',
      errors: [{ path: 'exchange_rates/dollar.json#/rates/0/since', code: 'not_a_date' }],
    });
  });
});
