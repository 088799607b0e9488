// Who may take a list out of the system, and that nothing leaves which its reader does not see.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import { exported, exportPath } from '../exported.ts';

const mine = { '==': [{ var: 'owner' }, { var: '$user.id' }] };
const items = [
  entity('firm', { name: 'text' }),
  entity('deal', {
    name: 'text',
    firm: { type: 'lookup', entity: 'firm' },
    rivals: { type: 'multi_lookup', entity: 'firm' },
    margin: 'integer',
    bonus: 'integer',
    steps: { type: 'child_table', entity: 'step', parent_field: 'deal' },
    doubled: { type: 'formula', returns: 'integer', expression: { '*': [{ var: 'margin' }, 2] } },
  }),
  entity('step', { deal: { type: 'lookup', entity: 'deal', on_delete: 'cascade' }, name: 'text' }),
  entity('vault', { name: 'text' }),
  role('reader', { deal: { read: true }, firm: { read: true } }),
  role('chief', {}, { all: 'read' }),
  role('seller', {
    deal: { read: true, export: true, fields: { margin: { read: false }, bonus: { read: mine } } },
    firm: { read: { '==': [{ var: 'name' }, 'Open'] }, export: false },
  }),
];

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items, users: { sue: { roles: ['seller'] } } });
  const sue = await ws.as('sue');
  const [open, shut] = [
    await ws.admin.create('firm', { name: 'Open' }),
    await ws.admin.create('firm', { name: 'Shut' }),
  ];
  await ws.admin.create('deal', {
    name: 'a',
    firm: open.id,
    rivals: [open.id, shut.id],
    margin: 7,
    bonus: 1,
    owner: sue.id,
    steps: [{ name: 's' }],
  });
  await ws.admin.create('deal', { name: 'b', firm: shut.id, margin: 8, bonus: 2 });
});
afterAll(() => ws.close());

const forbidden = { status: 403, code: 'forbidden' };

describe('the right `export`', () => {
  test('is asked for beside the right to read', async () => {
    for (const name of ['reader', 'chief'])
      await expect(exported(await ws.as(name), 'deal')).rejects.toMatchObject(forbidden);
    expect((await exported(ws.admin, 'deal')).rows).toHaveLength(2);
  });

  test('of one entity is none of another', async () => {
    await expect(exported(await ws.as('sue'), 'firm')).rejects.toMatchObject(forbidden);
  });

  test('makes nothing readable: what is out of sight does not exist', async () => {
    const sue = await ws.as('sue');
    const [hidden, none] = await Promise.all(['vault', 'valut'].map((name) => sue.send('GET', exportPath(name, {}))));
    expect(hidden).toMatchObject({ status: 400, body: { code: 'unknown_entity' } });
    expect(hidden?.text.replaceAll('vault', 'valut')).toBe(none?.text);
    for (const select of ['margin', 'doubled', 'firm.nope'])
      await expect(exported(sue, 'deal', { select })).rejects.toMatchObject({ code: 'unknown_field' });
    for (const query of [{ sort: 'margin' }, { filter: { '>': [{ var: 'margin' }, 7] } }])
      await expect(exported(sue, 'deal', query)).rejects.toMatchObject({ status: 400 });
    await expect(exported(sue, 'deal', { sort: 'bonus' })).rejects.toMatchObject({ code: 'field_restricted' });
  });

  test('is asked for anew with every request', async () => {
    await expect(exported(ws.stranger, 'deal')).rejects.toMatchObject({ status: 401 });
  });
});

test('a cell whose value the reader does not see is blank, a column of a field that they never see is not there', async () => {
  const sue = await ws.as('sue');
  const query = { sort: 'name', header: 'name' } as const;
  const { header, rows } = await exported(sue, 'deal', query);
  expect(header).toContain('bonus');
  expect(header).not.toContain('margin');
  expect(rows).toHaveLength(2);
  const shown = await exported(sue, 'deal', { ...query, select: 'name,firm,firm.name,rivals,bonus,steps' });
  expect(shown.rows).toEqual([
    ['a', 'Open', 'Open', 'Open', '1', '0'],
    ['b', '', '', '', '', '0'],
  ]);
});
