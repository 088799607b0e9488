// The way of events from the outbox to their consumers: in order, each once in the end, trimmed when all have seen them.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import pg from 'pg';
import { entity } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import { feed, startDispatch, trim, type Consumer, type OutboxEvent } from '../../src/outbox/dispatch.ts';

let ws: Workspace;
beforeEach(async () => {
  ws = await workspace({ items: [entity('task', { name: 'text' })] });
});
afterEach(() => ws.close());

interface Recorder extends Consumer {
  readonly seen: OutboxEvent[];
}

function recorder(name = 'recorder'): Recorder {
  const seen: OutboxEvent[] = [];
  return { name, seen, consume: async (events) => void seen.push(...events) };
}

const names = (consumer: Recorder) =>
  consumer.seen.map(({ changes }) => (changes as { name?: { new: string } }).name?.new);

async function feedAll(consumer: Consumer): Promise<void> {
  await everyoneEnded();
  await feedWhatEnded(consumer);
}

async function feedWhatEnded(consumer: Consumer): Promise<void> {
  while ((await feed(ws.engine, 'main', consumer)) > 0);
}

/** Transactions of other databases hold events up too: those of tests that run beside this one. */
async function everyoneEnded(): Promise<void> {
  const held = async () =>
    (await ws.query('select 1 from _outbox where xid >= pg_snapshot_xmin(pg_current_snapshot())')).length;
  await vi.waitFor(async () => expect(await held()).toBe(0), { timeout: 20_000 });
}

test('a consumer sees every event once, in the order of its record', async () => {
  const consumer = recorder();
  const made = await Promise.all(Array.from({ length: 20 }, (_, n) => ws.admin.create('task', { name: `t${n}` })));
  for (const { id } of made.slice(0, 5)) await ws.admin.patch('task', id, { name: 'changed' });
  await feedAll(consumer);
  const events = consumer.seen.filter(({ entity: name }) => name === 'task');
  expect(events).toHaveLength(25);
  expect(new Set(events.map(({ recordId, version }) => `${recordId} ${version}`)).size).toBe(25);
  for (const { id } of made.slice(0, 5))
    expect(events.filter((event) => event.recordId === id).map(({ version }) => version)).toEqual([1, 2]);
  expect(events[0]).toMatchObject({ workspace: 'main', kind: 'created', entity: 'task', actor: ws.admin.id });
});

test('an event of a transaction that began earlier and ended later is not passed over', async () => {
  const consumer = recorder();
  const slow = new pg.Client(ws.engine.database.pool.options.connectionString);
  await slow.connect();
  await slow.query('begin');
  await slow.query(`insert into main._outbox (kind, entity, record_id, version, actor, changes)
    values ('created', 'task', gen_random_uuid(), 1, gen_random_uuid(), '{"name": {"old": null, "new": "slow"}}')`);
  await ws.admin.create('task', { name: 'quick' });
  await feedWhatEnded(consumer);
  expect(names(consumer)).not.toContain('quick');
  await slow.query('commit');
  await slow.end();
  await feedAll(consumer);
  expect(names(consumer).filter((name) => name === 'slow' || name === 'quick')).toEqual(['slow', 'quick']);
});

test('a batch that a consumer fails on comes again, and holds up no other consumer', async () => {
  const good = recorder('good');
  let mended = false;
  const seen: string[] = [];
  const bad: Consumer = {
    name: 'bad',
    consume: async (events) => {
      if (!mended) throw new Error('not today');
      seen.push(...events.map(({ recordId }) => recordId));
    },
  };
  const { id } = await ws.admin.create('task', { name: 'x' });
  const stop = startDispatch(ws.engine, [bad, good]);
  try {
    await vi.waitFor(() => expect(good.seen.map(({ recordId }) => recordId)).toContain(id), { timeout: 5_000 });
    mended = true;
    await vi.waitFor(() => expect(seen).toContain(id), { timeout: 5_000 });
  } finally {
    await stop();
  }
});

test('two nodes feed a consumer one after the other, never the same batch at once', async () => {
  const consumer = recorder();
  const slowly: Consumer = {
    ...consumer,
    consume: async (events) => {
      await sleep(20);
      await consumer.consume(events);
    },
  };
  await ws.admin.batch(
    'task',
    Array.from({ length: 50 }, (_, n) => ({ op: 'create', values: { name: `t${n}` } })),
  );
  await everyoneEnded();
  await Promise.all([
    feed(ws.engine, 'main', slowly),
    feed(ws.engine, 'main', slowly),
    feed(ws.engine, 'main', slowly),
  ]);
  expect(consumer.seen.filter(({ entity: name }) => name === 'task')).toHaveLength(50);
});

test('consumed rows are trimmed after a day, unconsumed ones never', async () => {
  const [quick, lazy] = [recorder('quick'), recorder('lazy')];
  await ws.admin.create('task', { name: 'old' });
  await ws.query(`update _outbox set at = now() - interval '25 hours'`);
  await ws.admin.create('task', { name: 'young' });
  const rows = async () =>
    (await ws.query(`select changes->'name'->>'new' as name from _outbox where entity = 'task' order by xid, id`)).map(
      ({ name }) => name,
    );
  await feedAll(quick);
  await everyoneEnded();
  await feed(ws.engine, 'main', { name: 'lazy', consume: async () => Promise.reject(new Error('asleep')) }).catch(
    () => undefined,
  );
  // A consumer that an earlier release had holds nothing up.
  await ws.query(`insert into _outbox_consumer (name) values ('lazy'), ('gone') on conflict do nothing`);
  await trim(ws.engine, 'main', [quick, lazy]);
  expect(await rows()).toEqual(['old', 'young']);
  await feedAll(lazy);
  await trim(ws.engine, 'main', [quick, lazy]);
  expect(await rows()).toEqual(['young']);
});

test('a consumer that is blind to changes is not sent them', async () => {
  const consumer = { ...recorder('blind'), blindToChanges: true };
  await ws.admin.create('task', { name: 'x' });
  await feedAll(consumer);
  expect(consumer.seen).toContainEqual(expect.objectContaining({ entity: 'task', kind: 'created', changes: null }));
});
