// Real data of 8,800 rows: the numbers that the API gives are those that were computed elsewhere, twice.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedData } from '@trellis/testing/shared-data';
import type { WorkspaceClient } from '@trellis/testing/workspace-client';
import { importMaven } from '../import-maven.ts';
import type { ImportWorkspace } from '../import-workspace.ts';

const maven = sharedData('maven_crm');

interface Expected {
  readonly by_stage: Readonly<Record<string, number>>;
  readonly blank: Readonly<Record<string, number>>;
  readonly revenue_won: number;
  readonly revenue_by_close_quarter_2017: Readonly<Record<string, number>>;
  readonly revenue_by_product: Readonly<Record<string, number>>;
}

describe.skipIf(!maven)('aggregates of the Maven files', () => {
  let importing: ImportWorkspace;
  let admin: WorkspaceClient;
  let expected: Expected;
  beforeAll(async () => {
    expected = JSON.parse(readFileSync(`${maven}/expected.json`, 'utf8')) as Expected;
    importing = await importMaven(String(maven));
    admin = importing.ws.admin;
  }, 120_000);
  afterAll(() => importing?.close());

  const won = { '==': [{ var: 'deal_stage' }, 'Won'] };
  const revenue = { function: 'sum', field: 'close_value', as: 'revenue' };

  test('rows by stage', async () => {
    const groups = await admin.aggregate('opportunity', { dimensions: ['deal_stage'], measures: ['count'] });
    expect(Object.fromEntries(groups.map((group) => [group['deal_stage'], group['count']]))).toEqual(expected.by_stage);
  });

  test('rows without a value', async () => {
    for (const [field, count] of Object.entries(expected.blank))
      expect([field, await admin.aggregate('opportunity', { filter: { is_blank: [{ var: field }] } })]).toEqual([
        field,
        [{ count }],
      ]);
  });

  test('revenue in all, by quarter and by product', async () => {
    expect(await admin.aggregate('opportunity', { filter: won, measures: [revenue] })).toEqual([
      { revenue: expected.revenue_won },
    ]);
    const year = {
      and: [won, { '>=': [{ var: 'close_date' }, '2017-01-01'] }, { '<=': [{ var: 'close_date' }, '2017-12-31'] }],
    };
    const quarters = await admin.aggregate('opportunity', {
      filter: year,
      dimensions: [{ field: 'close_date', by: 'quarter', as: 'quarter' }],
      measures: [revenue],
    });
    const named = quarters.map((group) => [
      `Q${Math.ceil(Number(String(group['quarter']).slice(5, 7)) / 3)}`,
      group['revenue'],
    ]);
    expect(Object.fromEntries(named)).toEqual(expected.revenue_by_close_quarter_2017);
    const products = await admin.aggregate('opportunity', {
      filter: won,
      dimensions: ['product.name'],
      measures: [revenue],
      sort: ['-revenue'],
    });
    expect(products.map((group) => [group['product.name'], group['revenue']])).toEqual(
      Object.entries(expected.revenue_by_product),
    );
  });

  test('behind two look-ups, with having: the offices that won more than three million', async () => {
    const query = { filter: won, dimensions: ['sales_agent.regional_office'], measures: [revenue, 'count'] };
    const all = await admin.aggregate('opportunity', query);
    expect(all.reduce((sum, group) => sum + Number(group['revenue']), 0)).toBe(expected.revenue_won);
    const large = await admin.aggregate('opportunity', { ...query, having: { '>': [{ var: 'revenue' }, 3_300_000] } });
    expect(large).toEqual(all.filter((group) => Number(group['revenue']) > 3_300_000));
  });

  test('every row is met by paging, whatever the order', async () => {
    for (const sort of [
      ['-close_value', 'account.name'],
      ['engage_date', '-product.name'],
    ]) {
      const met = new Set<string>();
      for (let after: string | null = null, more = true; more; more = after !== null) {
        const page = await admin.page('opportunity', { sort, limit: 500, select: 'id', after });
        for (const { id } of page.data) met.add(id);
        after = page.page.after;
      }
      expect(met.size).toBe(8800);
    }
  });
});
