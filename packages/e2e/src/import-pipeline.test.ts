// Four files of real data through the wizard, into a template of their own: 8,800 rows, one word of theirs spelt otherwise than
// the product it means. What the API then counts is what was computed from the files elsewhere.
import { readFileSync } from 'node:fs';
import { describe, expect, vi } from 'vitest';
import { fixtures } from '@trellis/testing/engine-settings';
import { sharedData } from '@trellis/testing/shared-data';
import type { WorkspaceClient } from '@trellis/testing/workspace-client';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startTemplate } from './driver/product.ts';
import { signedInClient } from './driver/signed-in-client.ts';
import type { User } from './driver/user.ts';

const maven = sharedData('maven_crm');

const test = browserTest(() => startTemplate(`${fixtures}/maven`));
vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(!maven)('the Maven files', () => {
  test('four files go through the wizard; a word that means nothing is told with its 1,480 rows and decided once', async ({
    user,
    product,
  }) => {
    for (const [entity, file, rows] of [
      ['agent', 'sales_teams', 35],
      ['product', 'products', 7],
      ['account', 'accounts', 85],
    ] as const) {
      await givesFile(user, entity, file);
      await user.checks();
      await user.imports(`Import ${rows} rows`);
      expect([await user.figure('Made'), await user.figure('Refused')]).toEqual([`${rows}`, '0']);
    }

    await givesFile(user, 'opportunity', 'sales_pipeline');
    await user.sees('sales_pipeline.csv · 8,800 rows · UTF-8');
    await user.checks();
    expect([await user.figure('Will be made'), await user.figure('Refused')]).toEqual(['7,320', '1,480']);
    expect(await user.unmatchedValues()).toEqual([['GTXPro', '1,480']]);
    expect(await user.reasons()).toEqual([['The record referred to does not exist.', 'Product', 'GTXPro', '1,480']]);
    await user.mapsValue('GTXPro', 'GTX Pro');
    await user.checks();
    await eventually(() => user.figure('Will be made')).toBe('8,800');
    await user.imports('Import 8,800 rows');
    expect([await user.figure('Made'), await user.figure('Refused')]).toEqual(['8,800', '0']);

    const client = await signedInClient(product);
    // A company stands before the one that it belongs to: they found each other within the file.
    const belonging = { '!': [{ is_blank: [{ var: 'subsidiary_of' }] }] };
    expect(await client.aggregate('account', { filter: belonging })).toEqual([{ count: subsidiaries() }]);
    const {
      rows,
      how: _how,
      product_spelt_GTXPro: _spelt,
      ...expected
    } = JSON.parse(readFileSync(`${maven}/expected.json`, 'utf8')) as Record<string, unknown>;
    expect(await rowsOf(client)).toEqual(rows);
    expect(await answersOf(client)).toEqual(expected);
  });
});

async function givesFile(user: User, entity: string, file: string): Promise<void> {
  await user.opensImport(entity);
  await user.givesFile(`${file}.csv`, readFileSync(`${maven}/${file}.csv`, 'utf8'));
}

function subsidiaries(): number {
  const lines = readFileSync(`${maven}/accounts.csv`, 'utf8').trimEnd().split('\n').slice(1);
  return lines.filter((line) => !line.trimEnd().endsWith(',')).length;
}

/** In the names of the file of expected answers. */
async function rowsOf(client: WorkspaceClient): Promise<Record<string, unknown>> {
  const count = async (entity: string): Promise<unknown> => (await client.aggregate(entity, {}))[0]?.['count'];
  return {
    accounts: await count('account'),
    products: await count('product'),
    sales_teams: await count('agent'),
    sales_pipeline: await count('opportunity'),
  };
}

async function answersOf(client: WorkspaceClient): Promise<Record<string, unknown>> {
  const won = { '==': [{ var: 'deal_stage' }, 'Won'] };
  const revenue = { function: 'sum', field: 'close_value', as: 'value' };
  const grouped = async (query: object): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      (await client.aggregate('opportunity', { ...query })).map(({ group, value }) => [String(group), value]),
    );
  const quarters = await grouped({
    filter: {
      and: [won, { '>=': [{ var: 'close_date' }, '2017-01-01'] }, { '<': [{ var: 'close_date' }, '2018-01-01'] }],
    },
    dimensions: [{ field: 'close_date', by: 'quarter', as: 'group' }],
    measures: [revenue],
  });
  const blank = async (field: string): Promise<unknown> =>
    (await client.aggregate('opportunity', { filter: { is_blank: [{ var: field }] } }))[0]?.['count'];
  return {
    by_stage: await grouped({
      dimensions: [{ field: 'deal_stage', as: 'group' }],
      measures: [{ function: 'count', as: 'value' }],
    }),
    blank: {
      account: await blank('account'),
      engage_date: await blank('engage_date'),
      close_date: await blank('close_date'),
      close_value: await blank('close_value'),
    },
    revenue_won: (await client.aggregate('opportunity', { filter: won, measures: [revenue] }))[0]?.['value'],
    revenue_by_close_quarter_2017: {
      Q1: quarters['2017-01-01'],
      Q2: quarters['2017-04-01'],
      Q3: quarters['2017-07-01'],
      Q4: quarters['2017-10-01'],
    },
    revenue_by_product: await grouped({
      filter: won,
      dimensions: [{ field: 'product.name', as: 'group' }],
      measures: [revenue],
    }),
  };
}
