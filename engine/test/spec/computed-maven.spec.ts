// Computed fields over real data of 8,800 rows: list, aggregate and export give the numbers that were reckoned beside them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedData } from '@trellis/testing/shared-data';
import type { WorkspaceClient } from '@trellis/testing/workspace-client';
import { exported } from '../exported.ts';
import { importMaven } from '../import-maven.ts';
import type { ImportWorkspace } from '../import-workspace.ts';
import { mavenAccounts, mavenDeals, wonInGroup, type Deal } from '../maven-rows.ts';

const maven = sharedData('maven_crm');

describe.skipIf(!maven)('Computed fields of the Maven files', () => {
  const deals = maven ? mavenDeals(maven) : [];
  const accounts = maven ? mavenAccounts(maven) : [];
  const won = new Map<string, number>();
  for (const { account, won: isWon, value } of deals)
    if (isWon) won.set(account, (won.get(account) ?? 0) + (value ?? 0));

  let importing: ImportWorkspace;
  let admin: WorkspaceClient;
  beforeAll(async () => {
    importing = await importMaven(String(maven));
    admin = importing.ws.admin;
  }, 120_000);
  afterAll(() => importing?.close());

  const fields = ['opportunity_id', 'list_price', 'discount', 'days_to_close', 'won_cheaply'] as const;
  const expected = (deal: Deal) => ({
    list_price: deal.listPrice,
    discount: deal.discount === null ? null : deal.discount / 10_000,
    days_to_close: deal.days,
    won_cheaply: deal.wonCheaply,
  });

  test('in a list, on each of the 8,800 rows', async () => {
    const listed = new Map<string, unknown>();
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page = await admin.page('opportunity', { select: fields.join(), sort: ['-discount'], limit: 500, after });
      for (const { id: _id, opportunity_id: name, version: _version, ...values } of page.data)
        listed.set(String(name), values);
      after = page.page.after;
    }
    expect(listed.size).toBe(8800);
    expect(listed).toEqual(new Map(deals.map((deal) => [deal.id, expected(deal)])));
  }, 60_000);

  test('in an export, on each of the 8,800 rows', async () => {
    const { rows } = await exported(admin, 'opportunity', { select: fields.join(), values: 'raw', header: 'name' });
    const cell = (value: number | boolean | null): string => (value === null ? '' : String(value));
    expect(
      new Map(rows.map(([name, ...cells]) => [name, cells.map((text) => (text === '' ? '' : normal(text)))])),
    ).toEqual(new Map(deals.map((deal) => [deal.id, Object.values(expected(deal)).map(cell)])));
  }, 60_000);

  test('in aggregates: 92 deals were won below 80 % of the list price', async () => {
    const cheaply = { var: 'won_cheaply' };
    expect(await admin.aggregate('opportunity', { filter: cheaply })).toEqual([{ count: 92 }]);
    expect(deals.filter(({ wonCheaply }) => wonCheaply)).toHaveLength(92);
    const measures = [
      { function: 'sum', field: 'days_to_close', as: 'days' },
      { function: 'sum', field: 'discount', as: 'discount' },
      { function: 'sum', field: 'list_price', as: 'list' },
    ];
    const sum = (value: (deal: Deal) => number | null): number =>
      deals.reduce((all, deal) => all + (value(deal) ?? 0), 0);
    expect(await admin.aggregate('opportunity', { measures })).toEqual([
      {
        days: sum(({ days }) => days),
        discount: sum(({ discount }) => discount) / 10_000,
        list: sum(({ listPrice }) => listPrice),
      },
    ]);
    const groups = await admin.aggregate('opportunity', { dimensions: ['days_to_close'], measures: ['count'] });
    const counted = Map.groupBy(deals, ({ days }) => days);
    expect(new Map(groups.map((group) => [group['days_to_close'], group['count']]))).toEqual(
      new Map([...counted].map(([days, all]) => [days, all.length])),
    );
  });

  test('gathered by account, with what subsidiaries won, sorted and filtered by it', async () => {
    const query = {
      select: 'name,won,won_in_group,deals,last_close,won_an_employee',
      sort: ['-won_in_group'],
      limit: 100,
    };
    const { data } = await admin.page('account', query);
    expect(data.map(({ won_in_group: sum }) => sum)).toEqual(
      data.map(({ won_in_group: sum }) => Number(sum)).sort((a, b) => b - a),
    );
    const groups = new Map(accounts.map(({ name }) => [name, wonInGroup(name, accounts, won)]));
    expect(new Map(data.map(({ name, won_in_group: sum }) => [name, sum]))).toEqual(groups);
    expect(new Map(data.map(({ name, won: sum }) => [name, sum]))).toEqual(
      new Map(accounts.map(({ name }) => [name, won.get(name) ?? 0])),
    );
    for (const { name, won_an_employee: each } of data) {
      const { employees = NaN } = accounts.find((account) => account.name === name) ?? {};
      expect([name, each]).toEqual([name, Math.round(((won.get(String(name)) ?? 0) * 100) / employees) / 100]);
    }
    const rich = { filter: { '>': [{ var: 'won_in_group' }, 400_000] } };
    expect(await admin.aggregate('account', rich)).toEqual([
      { count: [...groups.values()].filter((sum) => sum > 400_000).length },
    ]);
    expect(await admin.aggregate('account', { measures: [{ function: 'sum', field: 'deals', as: 'deals' }] })).toEqual([
      { deals: deals.filter(({ account }) => account !== '').length },
    ]);
  });
});

/** Numbers are compared as such: whether zeros are written at their end is not the question here. */
function normal(text: string): string {
  return Number.isNaN(Number(text)) ? text : String(Number(text));
}
