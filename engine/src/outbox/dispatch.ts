// Feeds committed outbox rows to their consumers in order, remembers how far each has come, and trims what all have seen.
import { identifier, raw, sql } from '@trellis/expressions/sql';
import type { Engine } from '../engine.ts';
import { workspaceNames } from '../versions/version-store.ts';

export interface OutboxEvent {
  readonly id: string;
  readonly workspace: string;
  readonly kind: string;
  readonly entity: string;
  readonly recordId: string;
  readonly version: number;
  readonly actor: string;
  readonly changes: unknown;
}

export interface Consumer {
  readonly name: string;
  /** It does not look at what has changed: `changes` comes as null, which spares reading and parsing them. */
  readonly blindToChanges?: boolean;
  /** Called with a batch in order; when it throws, the batch comes again. So it must bear seeing an event twice. */
  consume(events: readonly OutboxEvent[]): Promise<void>;
}

const batchSize = 500;
/** Events without their changes are small. */
const blindBatchSize = 2_000;
const idleMs = 1_000;
const trimEveryMs = 60_000;
const trimmedAtOnce = 20_000;
/** Consumed rows stay this long, so that a day can be looked at or replayed. */
export const keptHours = 24;

export function startDispatch(engine: Engine, consumers: readonly Consumer[]): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  let trimmed = 0;
  const loop = async (): Promise<void> => {
    while (!stopped) {
      let found = 0;
      try {
        for (const workspace of await workspaceNames(engine.database))
          for (const consumer of consumers) found += await fed(engine, workspace, consumer);
        if (found === 0 && Date.now() - trimmed > trimEveryMs) {
          trimmed = Date.now();
          for (const workspace of await workspaceNames(engine.database)) await trim(engine, workspace, consumers);
        }
      } catch (error) {
        if (!stopped) engine.log.warn({ error }, 'the outbox could not be read; trying again');
      }
      if (found < batchSize)
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, idleMs).unref();
        });
    }
  };
  const running = loop();
  return async () => {
    stopped = true;
    wake();
    await running;
  };
}

/** A consumer that fails is tried again with the next round; the others go on. */
async function fed(engine: Engine, workspace: string, consumer: Consumer): Promise<number> {
  try {
    return await feed(engine, workspace, consumer);
  } catch (error) {
    engine.log.warn({ error, workspace, consumer: consumer.name }, 'a consumer failed; its events come again');
    return 0;
  }
}

/** One node at a time feeds a consumer: its row is locked while the batch is under way. @returns the number of events. */
export async function feed(engine: Engine, workspace: string, consumer: Consumer): Promise<number> {
  const positions = identifier(workspace, '_outbox_consumer');
  const outbox = identifier(workspace, '_outbox');
  return engine.database.transaction(async (connection) => {
    // A crash may take a position back, and its events come again, which every consumer bears.
    await connection.query(raw('set local synchronous_commit = off'));
    await connection.query(sql`insert into ${positions} (name) values (${consumer.name}) on conflict do nothing`);
    const [at] = await connection.query(
      sql`select xid::text, id::text from ${positions} where name = ${consumer.name} for update skip locked`,
    );
    if (!at) return 0;
    // Ids do not commit in order; transactions older than the oldest open one do: nothing can still come in front of them.
    const changes = raw(consumer.blindToChanges ? 'null' : 'changes');
    const rows =
      await connection.query(sql`select xid::text, id, kind, entity, record_id, version, actor, ${changes} as changes from ${outbox}
      where (xid, id) > (${at['xid']}::xid8, ${at['id']}::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, id limit ${sizeFor(consumer)}`);
    const last = rows.at(-1);
    if (!last) return 0;
    await consumer.consume(
      rows.map((row) => ({
        id: String(row['id']),
        workspace,
        kind: String(row['kind']),
        entity: String(row['entity']),
        recordId: String(row['record_id']),
        version: Number(row['version']),
        actor: String(row['actor']),
        changes: row['changes'],
      })),
    );
    await connection.query(
      sql`update ${positions} set xid = ${last['xid']}::xid8, id = ${last['id']}::bigint where name = ${consumer.name}`,
    );
    return rows.length;
  });
}

function sizeFor(consumer: Consumer): number {
  return consumer.blindToChanges ? blindBatchSize : batchSize;
}

/**
 * Takes away what every one of these consumers has seen and nobody will look at any more; the place of a consumer that no
 * longer exists holds nothing up. The oldest rows come first in the index, so a long outbox costs no more than a short one.
 */
export async function trim(engine: Engine, workspace: string, consumers: readonly Consumer[]): Promise<void> {
  const outbox = identifier(workspace, '_outbox');
  await engine.database.query(sql`delete from ${outbox} where (xid, id) in (
    select xid, id from (select xid, id, at from ${outbox} order by xid, id limit ${trimmedAtOnce}) oldest
    where at < now() - make_interval(hours => ${keptHours}::int)
      and (xid, id) <= (select xid, id from ${identifier(workspace, '_outbox_consumer')}
        where name = any(${consumers.map(({ name }) => name)}::text[]) order by xid, id limit 1))`);
}
