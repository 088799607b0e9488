// Who is asking: logging in and out, guessing, forged requests, and what every answer says to a browser.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entity, role } from '@trellis/metadata/builders';
import type { Reply } from '@trellis/testing/workspace-client';
import { administrator } from '@trellis/testing/workspace-database';
import { workspace, type Workspace } from '@trellis/testing/workspace';

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({
    items: [entity('book', { title: { type: 'text', required: true } }), role('reader', { book: { read: true } })],
  });
});
afterAll(() => ws.close());

let attempts = 0;
/** From an address of its own each time, as seen behind a proxy, so that no test slows down another. */
const logIn = (body: unknown, address = `10.0.0.${++attempts}`, headers: Record<string, string> = {}): Promise<Reply> =>
  ws.stranger.send('POST', '/api/auth/login', body, { 'x-forwarded-for': address, ...headers });
const right = { email: administrator.email, password: administrator.password };
const cookieOf = (reply: Reply): string => reply.headers.get('set-cookie') ?? '';
const asCookie = (reply: Reply): string => cookieOf(reply).split(';')[0] ?? '';

describe('logging in', () => {
  test('gives the user and a cookie that scripts cannot read and other sites do not send', async () => {
    const reply = await logIn(right);
    expect(reply).toMatchObject({ status: 200, body: { user: { name: 'Ada', email: right.email } } });
    expect(cookieOf(reply)).toMatch(/^trellis_session=[\w-]{43};/);
    expect(cookieOf(reply)).toMatch(/HttpOnly/);
    expect(cookieOf(reply)).toMatch(/SameSite=(Lax|Strict)/);
    expect(cookieOf(reply)).toMatch(/Path=\//);
    expect(cookieOf(reply)).toMatch(/Max-Age=\d+/);
    expect(cookieOf(reply)).not.toMatch(/Secure/);
  });

  test('behind TLS the cookie is for TLS only', async () => {
    (ws.engine.settings as { secureCookies: boolean }).secureCookies = true;
    try {
      expect(cookieOf(await logIn(right))).toMatch(/; Secure/);
    } finally {
      (ws.engine.settings as { secureCookies: boolean }).secureCookies = false;
    }
  });

  test('an address in other capitals is the same one', async () => {
    expect(await logIn({ ...right, email: right.email.toUpperCase() })).toMatchObject({ status: 200 });
  });

  test('a wrong password and an unknown address answer alike', async () => {
    const [wrong, unknown] = [
      await logIn({ ...right, password: 'wrong horse' }),
      await logIn({ ...right, email: 'nobody@example.com' }),
    ];
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
    expect(unknown.text).toBe(wrong.text);
    expect(cookieOf(unknown)).toBe('');
  });

  test.each([
    [{}],
    [{ email: 'x' }],
    [{ email: 1, password: 2 }],
    [{ email: ['a'], password: {} }],
    [[]],
    [null],
    [{ ...right, email: 'x'.repeat(400) }],
  ])('%j is malformed', async (body) => {
    expect(await logIn(JSON.stringify(body), undefined, { 'content-type': 'application/json' })).toMatchObject({
      status: 400,
    });
  });

  test('a NUL byte in the address is no fault of the server', async () => {
    expect(await logIn({ ...right, email: 'a\u0000@example.com' })).toMatchObject({
      status: 400,
      body: { code: 'malformed_request' },
    });
  });

  test('after some failures an address has to wait, and is told how long', async () => {
    const guess = () => logIn({ email: `guess${++attempts}@example.com`, password: 'x' }, '10.9.9.9');
    for (let n = 0; n < 5; n++) expect((await guess()).status).toBe(401);
    const slowed = await guess();
    expect(slowed).toMatchObject({ status: 429, body: { code: 'too_fast' } });
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await logIn(right, '10.9.9.9')).toMatchObject({ status: 429 });
    expect((await logIn(right)).status).toBe(200);
  });

  test('an account that is guessed at from many addresses has to wait as well', async () => {
    const email = 'target@example.com';
    for (let n = 0; n < 5; n++) await logIn({ email, password: 'x' });
    expect(await logIn({ email, password: 'x' })).toMatchObject({ status: 429 });
  });
});

describe('a session', () => {
  test('is asked for everywhere but where one begins', async () => {
    for (const path of [
      '/api/me',
      '/api/records/book',
      '/api/metadata',
      '/api/search?q=ab',
      '/api/forms/book/default',
      '/api/jobs',
      '/api/openapi.json',
    ])
      expect([path, (await ws.stranger.send('GET', path)).status]).toEqual([path, 401]);
    for (const path of ['/api/records/book', '/api/records/book/query', '/api/metadata/drafts', '/api/auth/logout'])
      expect([path, (await ws.stranger.send('POST', path, {})).status]).toEqual([path, 401]);
  });

  test('does not tell a stranger which addresses exist', async () => {
    const [real, unreal] = [
      await ws.stranger.send('GET', '/api/records/book'),
      await ws.stranger.send('GET', '/api/records/ghost'),
    ];
    expect(real.text).toBe(unreal.text);
  });

  test.each([
    'trellis_session=',
    'trellis_session=x',
    'trellis_session=%00',
    `trellis_session=${'x'.repeat(4000)}`,
    'other=1; trellis_session',
    ';;;=',
  ])('the cookie %s is nobody’s', async (cookie) => {
    expect((await ws.stranger.send('GET', '/api/me', undefined, { cookie })).status).toBe(401);
  });

  test('ends with logging out, at once', async () => {
    const login = await logIn(right);
    const cookie = asCookie(login);
    const token = (login.body as { data: { csrf_token: string } }).data.csrf_token;
    const headers = { cookie, 'x-csrf-token': token };
    expect((await ws.stranger.send('GET', '/api/me', undefined, headers)).status).toBe(200);
    const out = await ws.stranger.send('POST', '/api/auth/logout', {}, headers);
    expect(out.status).toBe(200);
    expect(cookieOf(out)).toMatch(/trellis_session=;.*Expires=Thu, 01 Jan 1970/);
    expect((await ws.stranger.send('GET', '/api/me', undefined, headers)).status).toBe(401);
  });

  test('is stored as a hash only', async () => {
    const cookie = asCookie(await logIn(right)).split('=')[1] ?? '';
    const rows = await ws.query<{ token: string }>(`select encode(token_hash, 'escape') as token from trellis.session`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { token } of rows) expect(token).not.toContain(cookie);
    expect((await ws.query<{ hash: string }>('select password_hash as hash from trellis.login'))[0]?.hash).toMatch(
      /^\$argon2id\$v=19\$m=65536,t=3/,
    );
  });

  test('names its workspace, and no other one may be asked for', async () => {
    expect(await ws.admin.me()).toMatchObject({ workspace: 'main' });
    expect((await ws.admin.send('GET', '/api/me', undefined, { 'x-workspace': 'main' })).status).toBe(200);
    expect((await ws.admin.send('GET', '/api/me', undefined, { 'x-workspace': 'other' })).status).toBe(404);
  });

  test('what a user sets of themselves takes effect with the next request', async () => {
    const reply = await ws.admin.call<{ data: object }>('PATCH', '/api/me', {
      language: 'zh-CN',
      time_zone: 'Europe/Dublin',
      name: 'Ada L.',
    });
    expect(reply.data).toMatchObject({ language: 'zh-CN', user: { time_zone: 'Europe/Dublin', name: 'Ada L.' } });
    expect((await ws.admin.send('POST', '/api/records/book', {})).text).toMatch(/请填写/);
    await ws.admin.call('PATCH', '/api/me', { language: 'en', name: 'Ada' });
    for (const body of [{ language: 'fr' }, { time_zone: 'Mars/Olympus' }, { name: ' ' }, { name: 7 }])
      await expect(ws.admin.call('PATCH', '/api/me', body)).rejects.toMatchObject({ status: 400 });
  });
});

test('what a user sets of themselves is a change like any other: with its history, its event and its author', async () => {
  const bea = await ws.as('reader');
  const before = await ws.admin.get('user', bea.id);
  await bea.call('PATCH', '/api/me', { name: 'Bea', time_zone: 'Europe/Dublin' });
  expect(await ws.admin.get('user', bea.id)).toMatchObject({
    name: 'Bea',
    version: before.version + 1,
    updated_by: { id: bea.id },
    active: true,
  });
  const [change] = await ws.admin.history('user', bea.id);
  expect(change).toMatchObject({
    action: 'update',
    by: { id: bea.id },
    changes: { name: { new: 'Bea' }, time_zone: { old: null, new: 'Europe/Dublin' } },
  });
  const [event] = await ws.query('select kind, actor, version from _outbox where record_id = $1 order by id desc', [
    bea.id,
  ]);
  expect(event).toEqual({ kind: 'updated', actor: bea.id, version: before.version + 1 });
  for (const body of [{ active: false }, { roles: ['administrator'] }, { manager: null }])
    await expect(bea.call('PATCH', '/api/me', body)).rejects.toMatchObject({ status: 400 });
  await expect(bea.patch('user', bea.id, { name: 'x' })).rejects.toMatchObject({ status: 403 });
});

describe('an unsafe method', () => {
  const ways: [string, string][] = [
    ['POST', '/api/records/book'],
    ['PATCH', '/api/me'],
    ['POST', '/api/auth/logout'],
    ['DELETE', '/api/records/book/00000000-0000-7000-8000-000000000000'],
    ['POST', '/api/metadata/drafts'],
  ];

  test.each(ways)('%s %s without the session’s token is refused', async (method, path) => {
    const cookie = asCookie(await logIn(right));
    for (const headers of [{ cookie }, { cookie, 'x-csrf-token': 'x' }, { cookie, 'x-csrf-token': '' }])
      expect(await ws.stranger.send(method, path, {}, headers)).toMatchObject({ status: 403, body: { code: 'csrf' } });
  });

  test('with the token of another session is refused', async () => {
    const [one, two] = [await logIn(right), await logIn(right)];
    const token = (two.body as { data: { csrf_token: string } }).data.csrf_token;
    expect(
      (
        await ws.stranger.send(
          'POST',
          '/api/records/book',
          { title: 'x' },
          { cookie: asCookie(one), 'x-csrf-token': token },
        )
      ).status,
    ).toBe(403);
  });

  test('with the token that /api/me tells is taken', async () => {
    const cookie = asCookie(await logIn(right));
    const me = await ws.stranger.send('GET', '/api/me', undefined, { cookie });
    const token = (me.body as { data: { csrf_token: string } }).data.csrf_token;
    expect(
      (await ws.stranger.send('POST', '/api/records/book', { title: 'x' }, { cookie, 'x-csrf-token': token })).status,
    ).toBe(201);
  });
});

describe('every answer', () => {
  test.each(['/', '/healthz', '/nowhere'])('%s may load from its own origin alone, without eval', async (path) => {
    const { headers } = await ws.stranger.send('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'self'/);
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/object-src 'none'/);
    expect(policy).not.toMatch(/unsafe-eval|https?:/);
  });

  test.each(['/api/me', '/api/nowhere', '/api/records/book'])(
    '%s is data: it loads nothing and is kept nowhere',
    async (path) => {
      const { headers } = await ws.stranger.send('GET', path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  test.each(['/', '/healthz', '/api/me', '/api/nowhere'])(
    '%s is not framed, not sniffed, and names no software',
    async (path) => {
      const { headers } = await ws.stranger.send('GET', path);
      expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  test('a problem is told as problem+json, with a stable code and nothing of the inside', async () => {
    const replies = [
      await ws.admin.send('POST', '/api/records/book', {}),
      await ws.admin.send('GET', '/api/records/ghost'),
      await ws.admin.send('GET', '/api/records/book?filter={'),
      await ws.stranger.send('GET', '/api/me'),
      await ws.admin.send('GET', '/api/nowhere'),
      await ws.admin.send('GET', '/api/records/%E0%A4%A'),
    ];
    for (const { status, headers, body, text } of replies) {
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(body).toMatchObject({
        type: expect.stringMatching(/^urn:/),
        title: expect.any(String),
        status,
        code: expect.stringMatching(/^\w+$/),
        detail: expect.any(String),
        errors: expect.any(Array),
      });
      expect(text).not.toMatch(/\bat .+\.ts:|node_modules|select |insert |pg_|stack/i);
    }
  });

  test('a fault of our own is told by its incident alone', async () => {
    await ws.query('alter table book rename column title to gone');
    await ws.query('alter table book add column title int');
    const reply = await ws.admin.send('POST', '/api/records/book', { title: 'x' });
    await ws.query('alter table book drop column title');
    await ws.query('alter table book rename column gone to title');
    expect(reply.status).toBeGreaterThanOrEqual(422);
    expect(reply.text).not.toMatch(/integer|column|insert|\.ts/);
  });

  test('an unknown address is not found, in the reader’s language', async () => {
    expect(
      (await ws.stranger.send('GET', '/nowhere.txt', undefined, { 'accept-language': 'zh-CN,zh;q=0.9' })).text,
    ).toMatch(/不存在|没有/);
  });
});

test('health and readiness need no session', async () => {
  expect(await ws.stranger.send('GET', '/healthz')).toMatchObject({ status: 200 });
  expect(await ws.stranger.send('GET', '/readyz')).toMatchObject({ status: 200 });
  expect(await ws.stranger.send('GET', '/metrics')).toMatchObject({ status: 200 });
});

test('the set-up is gone once it is done', async () => {
  expect(await ws.stranger.send('GET', '/api/setup')).toMatchObject({ status: 404 });
  const answers = {
    language: 'en',
    admin: { name: 'Eve', email: 'eve@example.com', password: 'long enough' },
    template: 'clinic',
  };
  expect(await ws.stranger.send('POST', '/api/setup', answers)).toMatchObject({ status: 404 });
  expect(await ws.query(`select 1 from trellis.login where email = 'eve@example.com'`)).toEqual([]);
});
