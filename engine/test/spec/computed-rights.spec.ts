// What only some records show a reader decides nothing in the roll-ups that they read: no count, and no order, tells it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import type { RecordBody } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const isOpen = { read: { '==': [{ var: 'open' }, true] } };
const gathering = (way: string, more: object = {}) =>
  ({ type: 'rollup', from: 'person', via: 'team_of', function: way, ...more }) as never;

const items = [
  entity(
    'unit',
    {
      name: 'text',
      open: 'boolean',
      above: { type: 'lookup', entity: 'unit' },
      people: gathering('count'),
      rich: gathering('count', { filter: { '>': [{ var: 'salary' }, 1000] } }),
      first: gathering('first', { field: 'name' }),
      all: gathering('count', { below: 'above' }),
      doubled: { type: 'formula', returns: 'integer', expression: { '*': [{ var: 'rich' }, 2] } },
    },
    { ownership: 'none' },
  ),
  entity(
    'person',
    { name: 'text', open: 'boolean', salary: 'currency', team_of: { type: 'lookup', entity: 'unit' } },
    { ownership: 'none' },
  ),
  role('of_salaries', { unit: { read: true }, person: { read: true, fields: { salary: isOpen } } }),
  role('of_places', { unit: { read: true }, person: { read: true, fields: { team_of: isOpen } } }),
  role('of_units', { unit: { read: true, fields: { above: isOpen } }, person: { read: true } }),
  role('of_own_people', { unit: { read: true }, person: { read: { '==': [{ var: 'open' }, true] } } }),
  role('of_no_tree', { unit: { read: true, fields: { above: { read: false } } }, person: { read: true } }),
];

let ws: Workspace;
let top: RecordBody;
beforeAll(async () => {
  ws = await workspace({ items });
  top = await ws.admin.create('unit', { name: 'top' });
  const shown = await ws.admin.create('unit', { name: 'shown', open: true, above: top.id });
  const hidden = await ws.admin.create('unit', { name: 'hidden', above: top.id });
  await ws.admin.create('person', { name: 'Ada', salary: 5000, team_of: top.id });
  await ws.admin.create('person', { name: 'Bo', salary: 2000, team_of: top.id, open: true });
  await ws.admin.create('person', { name: 'Cy', salary: 10, team_of: shown.id, open: true });
  await ws.admin.create('person', { name: 'Di', salary: 20, team_of: hidden.id, open: true });
});
afterAll(() => ws.close());

test('who reads everything counts everything', async () => {
  expect(await ws.admin.get('unit', top.id)).toMatchObject({ people: 2, rich: 2, first: 'Ada', all: 4, doubled: 4 });
});

test('a record that hides what the filter asks for is not gathered, however it is asked', async () => {
  const reader = await ws.as('of_salaries');
  expect(await reader.get('unit', top.id)).toMatchObject({ people: 2, rich: 1, doubled: 2 });
  expect(await reader.list('unit', { filter: { '==': [{ var: 'rich' }, 2] } })).toEqual([]);
  const counted = {
    dimensions: [{ field: 'rich' }],
    measures: [{ function: 'sum', field: 'doubled' }],
    sort: ['rich'],
  };
  expect(await reader.aggregate('unit', counted)).toEqual([
    { rich: 0, sum_doubled: 0 },
    { rich: 1, sum_doubled: 2 },
  ]);
});

test('a record that hides where it leads is not gathered there', async () => {
  const reader = await ws.as('of_places');
  expect(await reader.get('unit', top.id)).toMatchObject({ people: 1, rich: 1, first: 'Bo', all: 3 });
});

test('no way down a tree leads through a record that hides what it is under', async () => {
  const reader = await ws.as('of_units');
  expect(await reader.get('unit', top.id)).toMatchObject({ people: 2, all: 3 });
  const stranger = await ws.as('of_no_tree');
  expect(await stranger.get('unit', top.id)).not.toHaveProperty('all');
  await expect(stranger.list('unit', { sort: ['all'] })).rejects.toMatchObject({ code: 'unknown_field' });
});

test('a kept total that is asked for alone, or sorted by, is as in the whole record', async () => {
  const reader = await ws.as('of_own_people');
  expect(await reader.list('unit', { select: 'name,people', sort: 'name' })).toEqual(
    (await reader.list('unit', { sort: 'name' })).map(({ name, people }) => ({ name, people })),
  );
  const sorted = await reader.list('unit', { sort: ['-people', 'name'] });
  expect(sorted.map(({ name }) => name)).toEqual(['hidden', 'shown', 'top']);
  expect(
    (await reader.list('unit', { select: 'people', filter: { '==': [{ var: 'name' }, 'top'] } }))[0],
  ).toMatchObject({
    people: 1,
  });
});
