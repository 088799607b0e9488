// What is refused on account of a field that the writer may not know of names it nowhere.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const v = (name: string) => ({ var: name });
const items = [
  entity(
    'account',
    {
      name: 'text',
      kind: 'text',
      risk: { type: 'integer', required: { '==': [v('kind'), 'risky'] } },
      ceiling: 'integer',
      asked: 'integer',
    },
    {
      ownership: 'none',
      rules: {
        not_above: {
          check: { or: [{ '==': [v('ceiling'), null] }, { '<=': [{ coalesce: [v('asked'), 0] }, v('ceiling')] }] },
          message: 'This is too much.',
          at: 'ceiling',
        },
      },
    },
  ),
  role('clerk', {
    account: {
      read: true,
      create: true,
      update: true,
      fields: { risk: { read: false, update: false }, ceiling: { read: false, update: false } },
    },
  }),
  role('setter', { account: { read: true, create: true, update: true, fields: { risk: { read: false } } } }),
];

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items });
});
afterAll(() => ws.close());

test('a value that is missing where the writer sees and sets none', async () => {
  const made = await ws.admin.create('account', { name: 'A' });
  const refused = (await ws.as('clerk')).patch('account', made.id, { kind: 'risky' });
  await expect(refused).rejects.toMatchObject({ status: 422, errors: [{ path: '', code: 'out_of_sight' }] });
  await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('risk ') });
  const named = { errors: [{ path: '/risk', code: 'required' }] };
  await expect((await ws.as('setter')).patch('account', made.id, { kind: 'risky' })).rejects.toMatchObject(named);
  await expect(ws.admin.patch('account', made.id, { kind: 'risky' })).rejects.toMatchObject(named);
});

test('a rule that is told at such a field keeps its words, and has no place', async () => {
  const made = await ws.admin.create('account', { name: 'B', ceiling: 10 });
  const said = { code: 'not_above', message: 'This is too much.' };
  await expect((await ws.as('clerk')).patch('account', made.id, { asked: 11 })).rejects.toMatchObject({
    errors: [{ ...said, path: '' }],
  });
  await expect(ws.admin.patch('account', made.id, { asked: 11 })).rejects.toMatchObject({
    errors: [{ ...said, path: '/ceiling' }],
  });
});
