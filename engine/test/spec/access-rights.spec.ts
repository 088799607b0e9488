// Rights beside reading and writing: to give records away, and to change many at once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const writes = { read: true, create: true, update: true, delete: true } as const;
const items = [
  entity('visit', { name: 'text' }, { ownership: 'user_and_team' }),
  entity('vault', { name: 'text' }),
  role('nurse', { visit: writes }),
  role('matron', { visit: { ...writes, transfer: true, bulk: true } }),
  role('head', { visit: { update: { '==': [{ var: 'name' }, 'ward'] }, transfer: true } }),
];
const forbidden = { status: 403, code: 'forbidden' };

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({
    items,
    users: { ann: { roles: ['nurse'] }, bea: { roles: ['nurse', 'head'], teams: ['day'] } },
  });
});
afterAll(() => ws.close());

describe('transfer', () => {
  test('is asked for to change the owner or the team of a record that is there', async () => {
    const [ann, matron] = [await ws.as('ann'), await ws.as('matron')];
    const { id } = await ann.create('visit', { name: 'x' });
    for (const values of [{ owner: matron.id }, { owner: null }, { team: null }])
      await expect(ann.patch('visit', id, values)).rejects.toMatchObject(forbidden);
    expect(await ann.patch('visit', id, { name: 'y' })).toMatchObject({ owner: { id: ann.id } });
    expect(await matron.patch('visit', id, { owner: matron.id })).toMatchObject({ owner: { id: matron.id } });
  });

  test('is not asked for to make a record for somebody else', async () => {
    const ann = await ws.as('ann');
    expect(await ann.create('visit', { name: 'x', owner: ws.admin.id })).toMatchObject({ owner: { id: ws.admin.id } });
  });

  test('holds where the role that gives it lets change the record', async () => {
    const bea = await ws.as('bea');
    const [visit, ward] = [await bea.create('visit', { name: 'x' }), await bea.create('visit', { name: 'ward' })];
    await expect(bea.patch('visit', visit.id, { owner: ws.admin.id })).rejects.toMatchObject(forbidden);
    expect(await bea.patch('visit', ward.id, { owner: ws.admin.id })).toMatchObject({ owner: { id: ws.admin.id } });
  });

  test('is told to screens: without it the field is not among those that may be changed', async () => {
    const permissions = async (name: string) => {
      const { permissions: rules } = (await (await ws.as(name)).me()) as unknown as { permissions: Rule[] };
      return rules.filter(({ action, subject }) => action === 'update' && subject === 'visit');
    };
    expect(
      (await permissions('ann')).every(({ fields }) => fields?.includes('name') && !fields.includes('owner')),
    ).toBe(true);
    expect((await permissions('matron')).some(({ fields }) => fields === undefined)).toBe(true);
  });
});

interface Rule {
  readonly action: string;
  readonly subject: string;
  readonly fields?: readonly string[];
}

describe('bulk', () => {
  const create = { op: 'create', values: { name: 'x' } };

  test('is asked for to write more than one record by one request', async () => {
    const [ann, matron] = [await ws.as('ann'), await ws.as('matron')];
    expect(await ann.batch('visit', [create])).toMatchObject([{ ok: true }]);
    for (const atomic of [true, false])
      await expect(ann.batch('visit', [create, create], atomic)).rejects.toMatchObject(forbidden);
    expect(await matron.batch('visit', [create, create])).toHaveLength(2);
  });

  test('of an entity out of sight says no more than that there is none', async () => {
    const ann = await ws.as('ann');
    const [hidden, none] = await Promise.all(
      ['vault', 'valut'].map((name) =>
        ann.send('POST', `/api/records/${name}/batch`, { operations: [create, create] }),
      ),
    );
    expect(hidden).toMatchObject({ status: 400, body: { code: 'unknown_entity' } });
    expect(hidden?.text.replaceAll('vault', 'valut')).toBe(none?.text);
  });
});
