// Computed fields over real data of 8,800 rows, in the browser: its own evaluators give the numbers that the server gives and that
// were reckoned beside them, and the list finds by them.
import { describe, expect, vi } from 'vitest';
import type { ValueType } from '@trellis/expressions/types';
import type { Metadata } from '@trellis/client/metadata';
import { sharedData } from '@trellis/testing/shared-data';
import type { RecordBody, WorkspaceClient } from '@trellis/testing/workspace-client';
import { mavenDeals } from '../../../engine/test/maven-rows.ts';
import { browserTest } from './driver/browser-test.ts';
import { evaluatorIn } from './driver/evaluator.ts';
import { eventually } from './driver/eventually.ts';
import { startMaven } from './driver/maven.ts';
import { signedInClient } from './driver/signed-in-client.ts';

const maven = sharedData('maven_crm');
const test = browserTest(() => startMaven(String(maven)));
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/** In the order in which they build on one another. */
const computed = ['list_price', 'discount', 'days_to_close', 'won_cheaply'] as const;
const types: { readonly [path: string]: ValueType } = {
  'product.sales_price': 'number',
  close_value: 'number',
  list_price: 'number',
  engage_date: 'date',
  close_date: 'date',
  deal_stage: 'text',
};
const read = ['opportunity_id', 'close_value', 'engage_date', 'close_date', 'deal_stage'];

describe.skipIf(!maven)('Of the Maven files, the browser', () => {
  test('works out the computed fields as the server does, on each of the 8,800 rows', async ({ browser, product }) => {
    const client = await signedInClient(product);
    const { entities } = (await client.call<{ data: Metadata }>('GET', '/api/metadata')).data;
    const fields = Object.entries(entities['opportunity']?.fields ?? {}).filter(([, { computed }]) => computed);
    expect(fields.map(([name]) => name)).toEqual(computed);
    const records = await everyDeal(client);
    const evaluated = await evaluatorIn(await browser.newPage());
    const values = await evaluated('computed', { fields, types, records });
    expect(values).toHaveLength(8_800);
    expect(values).toEqual(records.map((record) => Object.fromEntries(computed.map((name) => [name, record[name]]))));
    const deals = new Map(mavenDeals(String(maven)).map((deal) => [deal.id, deal]));
    const reckoned = records.map(({ opportunity_id: id }) => deals.get(String(id)));
    expect(values).toEqual(
      reckoned.map((deal) => ({
        list_price: deal?.listPrice,
        discount: deal?.discount == null ? null : deal.discount / 10_000,
        days_to_close: deal?.days,
        won_cheaply: deal?.wonCheaply,
      })),
    );
    expect(values.filter(({ won_cheaply: isCheap }) => isCheap)).toHaveLength(92);
  });

  test('lists the 92 deals that were won below 80 % of the list price', async ({ user }) => {
    await user.opensList('opportunity');
    await user.filtersBy('Won below 80 % of list price', 'yes');
    await eventually(() => user.page.getByRole('main').getByRole('status').allInnerTexts()).toContain('92');
    const cheap = new Set(mavenDeals(String(maven)).flatMap(({ id, wonCheaply }) => (wonCheaply ? [id] : [])));
    const titles = await user.titles();
    expect(titles.length).toBeGreaterThan(10);
    expect(titles.filter((title) => !cheap.has(title))).toEqual([]);
  });
});

async function everyDeal(client: WorkspaceClient): Promise<readonly RecordBody[]> {
  const select = [...read, 'product.sales_price', ...computed].join();
  const records: RecordBody[] = [];
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page = await client.page('opportunity', { select, limit: 500, after });
    records.push(...page.data);
    after = page.page.after;
  }
  return records;
}
