// Who has rights at all: people who are disabled, trashed or given another role, on the sessions that they have already.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import { clientOf, type WorkspaceClient } from '@trellis/testing/workspace-client';
import { workspace, type Workspace } from '@trellis/testing/workspace';

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({
    items: [
      entity('case', { name: 'text' }),
      role('clerk', { case: { read: true } }),
      role('owner', { case: { read: 'own', create: true, update: 'own', delete: 'own' } }),
    ],
    users: { ann: { roles: ['owner'] } },
  });
});
afterAll(() => ws.close());

const forbidden = { status: 403, code: 'forbidden' };

describe('people', () => {
  test('who are disabled are out at once, with every session they have', async () => {
    const { user, session: eve } = await clerkCalled('Eve');
    expect(await eve.me()).toMatchObject({ user: { id: user.id } });
    await ws.admin.patch('user', user.id, { active: false });
    await soon(eve, 401);
    await ws.admin.patch('user', user.id, { active: true });
    await soon(eve, 200);
    await ws.query('update trellis.member set active = false where user_id = $1', [user.id]);
    await soon(eve, 401);
  });

  test('who are trashed are out at once', async () => {
    const { user, session: max } = await clerkCalled('Max');
    await max.me();
    await ws.admin.delete('user', user.id);
    await soon(max, 401);
  });

  test('whose role or team changes see by the new one at once', async () => {
    const ann = await ws.as('ann');
    await ann.list('case');
    await ws.query(`update trellis.member set roles = '{}' where user_id = $1`, [ann.id]);
    await soon(ann, 400, '/api/records/case');
    await ws.query(`update trellis.member set roles = '{owner}' where user_id = $1`, [ann.id]);
    await soon(ann, 200, '/api/records/case');
  });

  test('colleagues are readable for everybody, and changed by nobody without the right', async () => {
    const ann = await ws.as('ann');
    expect((await ann.list('user')).length).toBeGreaterThan(1);
    await expect(ann.patch('user', ann.id, { name: 'Queen' })).rejects.toMatchObject(forbidden);
    await expect(ann.create('team', { name: 't' })).rejects.toMatchObject(forbidden);
    await expect(ann.call('POST', '/api/metadata/drafts', { items: [] })).rejects.toMatchObject(forbidden);
    await expect(ann.call('GET', '/api/metadata/references?kind=entity&name=case')).rejects.toMatchObject(forbidden);
  });
});

/** Nodes are told by a notification, which takes a moment. */
async function soon(client: WorkspaceClient, status: number, path = '/api/me'): Promise<void> {
  await vi.waitFor(async () => expect((await client.send('GET', path)).status).toBe(status), {
    // Under the time that a session is remembered for: only the notification can be this quick.
    timeout: 2_500,
    interval: 10,
  });
}

/** A colleague with a log-in of their own, and a session in which they are logged in. */
async function clerkCalled(name: string) {
  const user = await ws.admin.create('user', { name, email: `${name.toLowerCase()}@example.com` });
  await ws.query(
    `insert into trellis.member (login, workspace, user_id, roles) select login, 'main', $1, '{clerk}' from trellis.member limit 1`,
    [user.id],
  );
  return { user, session: await sessionOf(user.id) };
}

async function sessionOf(userId: string) {
  const [member] = await ws.query<{ login: string }>('select login from trellis.member where user_id = $1', [userId]);
  const { token, session } = await ws.engine.sessions.open(ws.engine.database, member?.login ?? '', 'main', userId);
  return clientOf(ws.url, { id: userId, cookie: `trellis_session=${token}`, csrfToken: session.csrfToken });
}
