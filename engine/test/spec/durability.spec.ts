// Power cuts, restarts and lost databases, with engine and database as processes of their own.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeDatabase } from '@trellis/testing/database';
import { clientOf, type WorkspaceClient } from '@trellis/testing/workspace-client';
import { lineTo } from '../line.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const clinic = fileURLToPath(new URL('../fixtures/clinic', import.meta.url));
const admin = { email: 'ada@example.com', password: 'correct horse' };

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  readonly ended: Promise<number | null>;
}

let home: string;
let engine: Running | null;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'trellis home '));
  engine = null;
});
afterEach(async () => {
  engine?.process.kill('SIGKILL');
  await engine?.ended;
  // The database notices that its engine is gone, and ends.
  await vi.waitFor(() => expect(databasePid()).toBeNull(), { timeout: 10_000, interval: 50 });
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

async function start(settings: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: String(await freePort()),
      TRELLIS_HOME: home,
      TRELLIS_ADMIN_EMAIL: admin.email,
      TRELLIS_ADMIN_PASSWORD: admin.password,
      TRELLIS_TEMPLATE: clinic,
      TRELLIS_SAMPLE_DATA: 'false',
      TRELLIS_LOG_LEVEL: 'fatal',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
      if (address) resolve(address.replace('localhost', '127.0.0.1'));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(`the engine did not start: ${output}`)));
  });
  engine = { process: child, url, ended };
  return engine;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function logIn(url: string): Promise<WorkspaceClient> {
  const reply = await clientOf(url).send('POST', '/api/auth/login', admin);
  const { user, csrf_token: csrfToken } = (reply.body as { data: { user: { id: string }; csrf_token: string } }).data;
  return clientOf(url, { id: user.id, cookie: (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '', csrfToken });
}

/** As PostgreSQL itself notes it; null where no server runs. */
function databasePid(): number | null {
  const pid = Number(postmaster()[0] ?? 0);
  try {
    process.kill(pid, 0);
    return pid || null;
  } catch {
    return null;
  }
}

function postmaster(): string[] {
  try {
    return readFileSync(join(home, 'database', 'data', 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function killDatabase(): void {
  const pid = databasePid();
  if (pid !== null) process.kill(pid, 'SIGKILL');
}

test('every write acknowledged before a kill -9 of engine and database is there after the restart, its event once', async () => {
  const first = await start();
  const client = await logIn(first.url);
  const acknowledged = new Set<string>();
  let sent = 0;
  const writer = async (): Promise<void> => {
    while (sent < 1000) {
      const n = sent++;
      const reply = await client
        .send('POST', '/api/records/medicine', { code: `M${n}`, name: `medicine ${n}`, price: n })
        .catch(() => null);
      if (reply?.status !== 201) return;
      acknowledged.add((reply.body as { data: { id: string } }).data.id);
      // In the middle of them.
      if (acknowledged.size === 500) {
        killDatabase();
        first.process.kill('SIGKILL');
      }
    }
  };
  await Promise.all(Array.from({ length: 16 }, writer));
  await first.ended;
  expect(acknowledged.size).toBeGreaterThanOrEqual(500);
  expect(sent).toBeLessThan(1000);

  const second = await start();
  const again = await logIn(second.url);
  const found = new Set<string>();
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page = await again.page('medicine', { limit: 500, select: 'id,code', after });
    for (const { id } of page.data) found.add(id);
    after = page.page.after;
  }
  expect([...acknowledged].filter((id) => !found.has(id))).toEqual([]);
  // A write may have been kept whose answer was cut off; it then has its event all the same.
  expect(found.size - acknowledged.size).toBeLessThanOrEqual(16);
  const events = await outboxOf(found);
  expect(events).toEqual({ events: found.size, records: found.size, strangers: 0 });
  expect((await again.history('medicine', [...acknowledged][0] ?? '')).map(({ action }) => action)).toEqual(['create']);
  expect(await again.create('medicine', { code: 'after', name: 'after', price: 1 })).toMatchObject({ code: 'after' });
}, 60_000);

async function outboxOf(records: ReadonlySet<string>): Promise<object | undefined> {
  const database = await connect();
  const { rows } = await database.query<object>(
    `select count(*)::int as events, count(distinct record_id)::int as records,
       (count(*) filter (where record_id <> all($1::uuid[])))::int as strangers from main._outbox where entity = 'medicine'`,
    [[...records]],
  );
  await database.end();
  return rows[0];
}

/** The engine's own database, by what it says of itself. */
async function connect(): Promise<pg.Client> {
  const [, , , port] = postmaster();
  const password = readFileSync(join(home, 'database', 'password'), 'utf8').trim();
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(port),
    user: 'trellis',
    database: 'trellis',
    password,
  });
  await client.connect();
  return client;
}

describe('SIGTERM', () => {
  test('finishes what is under way, takes nothing more, and ends engine and database', async () => {
    const { url, process: child, ended } = await start();
    const client = await logIn(url);
    const operations = Array.from({ length: 400 }, (_, n) => ({
      op: 'create',
      values: { code: `B${n}`, name: `b${n}`, price: 1 },
    }));
    const batch = client.batch('medicine', operations);
    await sleep(60);
    const began = Date.now();
    child.kill('SIGTERM');
    expect(await batch).toHaveLength(400);
    await expect(client.list('medicine')).rejects.toThrow();
    expect(await ended).toBe(0);
    expect(Date.now() - began).toBeLessThan(9_000);
    expect(databasePid()).toBeNull();
    const again = await start();
    expect((await (await logIn(again.url)).page('medicine', { count: 'exact', limit: 1 })).page.count).toBe(400);
  }, 40_000);
});

describe('an embedded database that ends by itself', () => {
  test('is started again, and everything goes on with all that was acknowledged', async () => {
    const { url } = await start();
    const client = await logIn(url);
    await client.create('medicine', { code: 'A', name: 'a', price: 1 });
    const before = databasePid();
    killDatabase();
    // Meanwhile an answer says so, and none hangs.
    const meanwhile = await client.send('GET', '/api/records/medicine');
    expect([200, 503]).toContain(meanwhile.status);
    // The server's processes outlive it for a moment and still answer: not before another one runs is it over.
    await vi.waitFor(() => expect([null, before]).not.toContain(databasePid()), { timeout: 20_000 });
    await vi.waitFor(async () => expect((await client.send('GET', '/readyz')).status).toBe(200), { timeout: 20_000 });
    expect(await client.list('medicine')).toMatchObject([{ code: 'A' }]);
    expect(await client.create('medicine', { code: 'B', name: 'b', price: 1 })).toMatchObject({ code: 'B' });
  }, 60_000);

  test('and cannot be started again ends the engine with a sentence', async () => {
    const { process: child, ended } = await start();
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    writeFileSync(join(home, 'database', 'data', 'PG_VERSION'), '17\n');
    killDatabase();
    expect(await ended).toBe(1);
    expect(said).toMatch(/lost its database.*written by PostgreSQL 17/s);
  }, 60_000);
});

describe('an external database', () => {
  test('of other habits, in dates, zones and digits, gives the same records', async () => {
    await using database = await makeDatabase();
    const beside = new pg.Client(database.url);
    await beside.connect();
    const { rows } = await beside.query<{ name: string }>('select current_database() as name');
    for (const habit of ["datestyle to 'German'", "timezone to 'Asia/Tokyo'", 'extra_float_digits to -10'])
      await beside.query(`alter database "${rows[0]?.name}" set ${habit}`);
    await beside.end();
    const { url } = await start({ DATABASE_URL: `${database.url}?options=-c%20work_mem%3D8MB` });
    const client = await logIn(url);
    const patient = { name: '罗小川', birthday: '2016-05-03' };
    const made = await client.create('patient', patient);
    expect(made['birthday']).toBe('2016-05-03');
    expect(await client.list('patient', { select: 'birthday,created_at' })).toEqual([
      { birthday: '2016-05-03', created_at: made['created_at'] },
    ]);
    expect(Math.abs(Date.parse(String(made['created_at'])) - Date.now())).toBeLessThan(60_000);
  }, 40_000);

  test('that is lost makes answers 503; once it is back, all is well again', async () => {
    await using database = await makeDatabase();
    const line = await lineTo(database.url);
    const { url } = await start({ DATABASE_URL: line.url });
    const client = await logIn(url);
    await client.create('medicine', { code: 'A', name: 'a', price: 1 });
    expect(existsSync(join(home, 'database'))).toBe(false);

    line.cut();
    const replies = await Promise.all(Array.from({ length: 8 }, () => client.send('GET', '/api/records/medicine')));
    for (const { status, body } of replies)
      expect([status, body]).toEqual([503, expect.objectContaining({ code: 'not_ready' })]);
    expect(await client.send('GET', '/readyz')).toMatchObject({ status: 503 });
    expect(await client.send('GET', '/healthz')).toMatchObject({ status: 200 });

    line.mend();
    await vi.waitFor(async () => expect((await client.send('GET', '/readyz')).status).toBe(200), { timeout: 5_000 });
    expect(await client.list('medicine')).toHaveLength(1);
    expect(await client.create('medicine', { code: 'B', name: 'b', price: 1 })).toMatchObject({ code: 'B' });

    line.cut();
    const beside = new pg.Client(database.url);
    await beside.connect();
    await beside.query('update trellis.member set active = false');
    await beside.end();

    line.mend();
    // Told while the line was cut, known once it is whole.
    await vi.waitFor(async () => expect((await client.send('GET', '/api/me')).status).toBe(401), { timeout: 5_000 });
  }, 40_000);

  test('that goes silent makes answers 503 within seconds; once it is back, all is well again', async () => {
    await using database = await makeDatabase();
    const line = await lineTo(database.url);
    const { url } = await start({ DATABASE_URL: line.url });
    const client = await logIn(url);
    await client.create('medicine', { code: 'A', name: 'a', price: 1 });

    line.silence();
    const began = Date.now();
    const replies = await Promise.all(Array.from({ length: 16 }, () => client.send('GET', '/api/records/medicine')));
    expect(Date.now() - began).toBeLessThan(15_000);
    for (const { status, body } of replies)
      expect([status, body]).toEqual([503, expect.objectContaining({ code: 'not_ready' })]);
    expect(await client.send('GET', '/readyz')).toMatchObject({ status: 503 });

    line.mend();
    await vi.waitFor(async () => expect((await client.send('GET', '/readyz')).status).toBe(200), { timeout: 10_000 });
    expect(await client.create('medicine', { code: 'B', name: 'b', price: 1 })).toMatchObject({ code: 'B' });
  }, 60_000);
});
