// Computed fields of unusual values: of several parts, larger than any column, beside fields with the shortest of names.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import type { WorkspaceClient } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const gathering = (way: string, more: object) =>
  ({ type: 'rollup', from: 'visit', via: 'ward', function: way, ...more }) as never;
const times = (...factors: unknown[]) => ({ '*': factors });

/** Each the square of the one before. */
const powers = Object.fromEntries(
  [1, 2, 3, 4, 5, 6].map((step) => {
    const expression = times({ var: `p${step - 1}` }, { var: `p${step - 1}` });
    return [`p${step}`, { type: 'formula', returns: 'integer', expression } as const];
  }),
);

const items = [
  entity(
    'ward',
    {
      name: 'text',
      owners: 'text',
      first: gathering('first', { field: 'who' }),
      by_name: gathering('first', { field: 'd', order_by: 'who' }),
      several: gathering('distinct', { field: 'who' }),
      most: gathering('max', { field: 'third' }),
      last: gathering('last', { field: 'share', order_by: 'd' }),
      largest: gathering('max', { field: 'huge' }),
    },
    { ownership: 'none' },
  ),
  entity(
    'visit',
    {
      ward: { type: 'lookup', entity: 'ward' },
      who: 'person_name',
      d: 'text',
      k0: 'integer',
      third: { type: 'formula', returns: 'decimal', expression: { '/': [{ var: 'k0' }, 3] } },
      share: { type: 'formula', returns: 'percent', expression: times({ '/': [{ var: 'k0' }, 3] }, 100000) },
      huge: { type: 'formula', returns: 'integer', expression: times({ var: 'k0' }, 1e15, 1e15) },
      exact: { type: 'formula', returns: 'currency', expression: times({ var: 'k0' }, 1e15, 1e15, 1e15) },
    },
    { ownership: 'none' },
  ),
  entity('power', { p0: 'integer', ...powers }),
  role('some', { ward: { read: true }, visit: { read: { '!=': [{ var: 'd' }, 'secret'] } } }),
  role('masked', { visit: { read: true, fields: { k0: { read: { '<': [{ var: 'k0' }, 3] } } } } }),
];

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items });
  const names = [
    { given: 'Zoe', family: 'Adams' },
    { given: 'Al', family: 'Bo' },
  ];
  for (const [index, who] of names.entries()) {
    const ward = await ws.admin.create('ward', { name: String(index) });
    await ws.admin.create('visit', { ward: ward.id, who, d: `${index}`, k0: index + 1 });
    await ws.admin.create('visit', {
      ward: ward.id,
      who: { given: 'Mo', family: 'Cy' },
      d: `${index}m`,
      k0: index + 5,
    });
  }
});
afterAll(() => ws.close());

async function paged(client: WorkspaceClient, sort: string): Promise<unknown[]> {
  const found: unknown[] = [];
  let after: string | null = null;
  do {
    const page = await client.page('visit', { select: 'd', sort: [sort], limit: 1, after });
    found.push(...page.data.map(({ d }) => d));
    ({ after } = page.page);
  } while (after !== null);
  return found;
}

describe('A roll-up of a value of several parts', () => {
  test.each(['admin', 'some'])('shows it whole, whether it is kept or gathered for the reader: %s', async (who) => {
    const client = who === 'admin' ? ws.admin : await ws.as(who);
    expect(await client.list('ward', { select: 'first,by_name,several', sort: ['name'] })).toEqual([
      { first: { given: 'Zoe', family: 'Adams', full: 'Zoe Adams' }, by_name: '0m', several: 2 },
      { first: { given: 'Al', family: 'Bo', full: 'Al Bo' }, by_name: '1', several: 2 },
    ]);
  });

  test.each(['admin', 'some'])('is sorted and filtered by as people read it: %s', async (who) => {
    const client = who === 'admin' ? ws.admin : await ws.as(who);
    expect(await client.list('ward', { select: 'name', sort: ['first'] })).toEqual([{ name: '1' }, { name: '0' }]);
    const filter = { '==': [{ var: 'first' }, 'Zoe Adams'] };
    expect(await client.list('ward', { select: 'name', filter })).toEqual([{ name: '0' }]);
    expect(await paged(client, 'ward.first')).toEqual(['1', '1m', '0', '0m']);
  });
});

test.each(['admin', 'some'])('a roll-up keeps every digit of what it gathers: %s', async (who) => {
  const client = who === 'admin' ? ws.admin : await ws.as(who);
  const [first] = await client.list('ward', { select: 'most,last,largest', sort: ['name'] });
  expect(first).toEqual({ most: 1.666666666667, last: 166666.6666667, largest: 5e30 });
  expect(await paged(client, '-ward.most')).toEqual(['1m', '1', '0m', '0']);
});

test('a number of more digits than JSON carries is a string, a percentage too', async () => {
  const made = await ws.admin.create('visit', { k0: 12345678901 });
  expect(made).toMatchObject({ third: '4115226300.333333333333', share: '411522630033333.3333333' });
  const masked = (await ws.as('masked')).list('visit', {
    select: 'k0,share',
    filter: { '==': [{ var: 'id' }, made.id] },
  });
  expect(await masked).toEqual([{}]);
  const [shown] = await ws.admin.list('visit', { select: 'share', filter: { '==': [{ var: 'id' }, made.id] } });
  expect(shown).toEqual({ share: '411522630033333.3333333' });
  await ws.admin.delete('visit', made.id);
});

test('a list goes on after a number that no column would hold', async () => {
  expect(await paged(ws.admin, 'huge')).toEqual(['0', '1', '0m', '1m']);
  expect(await paged(ws.admin, '-exact')).toEqual(['1m', '0m', '1', '0']);
});

test('a filter that would stand for too much is refused before anything is made of it', async () => {
  const made = await ws.admin.create('power', { p0: 2 });
  expect(made).toMatchObject({ p5: 4294967296 });
  const filter = { '<': [{ '+': Array.from({ length: 500 }, () => ({ var: 'p6' })) }, 1] };
  await expect(ws.admin.list('power', { filter })).rejects.toMatchObject({
    status: 400,
    errors: [{ code: 'too_costly' }],
  });
});

test('a field may be called like anything in the statements that read it', async () => {
  const reader = await ws.as('some');
  const first = { select: 'd,k0', sort: ['huge', 'd'], limit: 1 };
  const [visit] = await reader.list('visit', first);
  expect(visit).toEqual({ d: '0', k0: 1 });
  const masked = await ws.as('masked');
  expect(await masked.list('visit', { select: 'd,k0', sort: ['d'] })).toContainEqual({ d: '0m' });
  const [record] = await ws.admin.list('visit', { filter: { '==': [{ var: 'd' }, '0'] } });
  expect(await ws.admin.patch('visit', record?.id ?? '', { d: '00' })).toMatchObject({ d: '00', k0: 1 });
  expect(ws.incidents).toEqual([]);
});
