// Sample records: symbolic ids resolved, dates made relative to today, written through the ordinary pipeline as the administrator.
import { randomBytes } from 'node:crypto';
import { identifier, sql } from '@trellis/expressions/sql';
import type { SampleData } from '@trellis/metadata/kinds';
import { askerAt, type Asker } from '../auth/actor.ts';
import { hashPassword } from '../auth/password.ts';
import type { Engine } from '../engine.ts';
import type { Model } from '../model/model.ts';
import type { Connection } from '../db/database.ts';
import { writeChildren } from '../records/children.ts';
import { createRecord } from '../records/create.ts';
import { newId } from '../records/id.ts';
import { judgement } from '../records/judgement.ts';
import { updateHeld } from '../records/update.ts';
import { administratorRole, type CreatedWorkspace } from './create-workspace.ts';
import { sampleValue, type SampleContext } from './sample-value.ts';

type Sample = Readonly<Record<string, unknown>>;

/** One transaction: sample data that does not fit its model leaves nothing behind. */
export async function loadSampleData(engine: Engine, { model, administratorId }: CreatedWorkspace): Promise<void> {
  const sets = [...model.metadata.sample_data.values()].sort((left, right) => (left.order ?? 0) - (right.order ?? 0));
  if (sets.length === 0) return;
  const asker = await administrator(engine, model, administratorId);
  await engine.database.transaction(async (connection) => {
    const context: SampleContext = {
      ids: new Map([['admin', administratorId]]),
      asker,
      timeZone: model.settings.timeZone,
    };
    const loaded: LoadedSet[] = [];
    for (const set of sets) loaded.push(await loadSet(model, connection, set, context));
    for (const { waiting } of loaded) for (const one of waiting) await complete(model, connection, one, context);
    for (const { entity, born } of loaded) await backdate(model, connection, entity, born);
  });
  engine.people.forget(model.workspace);
}

/** References to records that are loaded later: they are filled in when all are there. */
interface Waiting {
  readonly entity: string;
  readonly id: string;
  readonly values: Sample;
}

interface LoadedSet {
  readonly entity: string;
  readonly waiting: readonly Waiting[];
  readonly born: readonly { readonly id: string; readonly at: string; readonly owner: string }[];
}

async function loadSet(
  model: Model,
  connection: Connection,
  set: SampleData,
  context: SampleContext,
): Promise<LoadedSet> {
  const judge = judgement(model, context.asker);
  const waiting: Waiting[] = [];
  const born: { id: string; at: string; owner: string }[] = [];
  for (const sample of set.records) {
    const { now, postponed } = split(model, set.entity, sample, context);
    const { id } = await createRecord(
      judge,
      connection,
      { action: 'create', entity: set.entity, values: now },
      writeChildren,
    );
    const symbol = sample['$id'];
    if (typeof symbol === 'string') context.ids.set(symbol, id);
    if (Object.keys(postponed).length) waiting.push({ entity: set.entity, id, values: postponed });
    const at =
      sample['created_at'] &&
      sampleValue(sample['created_at'], model.entities.get(set.entity)?.fields.get('created_at'), context);
    if (typeof at === 'string') born.push({ id, at, owner: String(now['owner'] ?? context.asker.actor.userId) });
    if (set.entity === 'user') await admit(model, connection, id, sample);
  }
  return { entity: set.entity, waiting, born };
}

async function complete(
  model: Model,
  connection: Connection,
  { entity, id, values }: Waiting,
  context: SampleContext,
): Promise<void> {
  const fields = model.entities.get(entity)?.fields;
  const resolved = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, sampleValue(value, fields?.get(name), context)]),
  );
  const judge = judgement(model, context.asker);
  // Inside the transaction of the set-up.
  await updateHeld(judge, connection, { action: 'update', entity, id, values: resolved, version: null }, writeChildren);
}

/** References to records further down wait until all of the set are there. */
function split(
  model: Model,
  entity: string,
  sample: Sample,
  context: SampleContext,
): { now: Sample; postponed: Sample } {
  const now: Record<string, unknown> = {};
  const postponed: Record<string, unknown> = {};
  for (const [written, value] of Object.entries(sample)) {
    if (written === '$id' || written === 'created_at' || (entity === 'user' && written === 'roles')) continue;
    // `$owner` and `$team` are the system fields of those names.
    const name = written.startsWith('$') ? written.slice(1) : written;
    const forward = typeof value === 'string' && value.startsWith('@') && !context.ids.has(value.slice(1));
    const field = model.entities.get(entity)?.fields.get(name);
    if (forward && field?.relation) postponed[name] = value;
    else now[name] = sampleValue(value, field, context);
  }
  return { now, postponed };
}

/** The story's own dates: without them every record of it would have been made a minute ago. */
async function backdate(
  model: Model,
  connection: Connection,
  entity: string,
  born: readonly { id: string; at: string; owner: string }[],
): Promise<void> {
  const table = model.entities.get(entity)?.table;
  if (!table || born.length === 0) return;
  const rows = sql`select * from unnest(${born.map((row) => row.id)}::uuid[], ${born.map((row) => row.at)}::timestamptz[], ${born.map((row) => row.owner)}::uuid[]) b(id, at, by)`;
  await connection.query(
    sql`update ${table} t set created_at = b.at, updated_at = b.at, created_by = b.by, updated_by = b.by from (${rows}) b where t.id = b.id`,
  );
  await connection.query(
    sql`update ${identifier(model.workspace, '_history')} h set at = b.at, by = b.by from (${rows}) b where h.record_id = b.id`,
  );
}

/** Sample people can be given records, but nobody knows their password: an administrator sets one to try them out. */
async function admit(model: Model, connection: Connection, userId: string, sample: Sample): Promise<void> {
  const roles = Array.isArray(sample['roles'])
    ? sample['roles'].filter((role): role is string => typeof role === 'string')
    : [];
  const login = newId();
  await connection.query(sql`insert into trellis.login (id, email, password_hash)
    values (${login}::uuid, ${String(sample['email'])}, ${await unknownPassword()})`);
  await connection.query(sql`insert into trellis.member (login, workspace, user_id, roles)
    values (${login}::uuid, ${model.workspace}, ${userId}::uuid, ${roles}::text[])`);
}

let unknown: Promise<string> | undefined;

function unknownPassword(): Promise<string> {
  return (unknown ??= hashPassword(randomBytes(32).toString('base64url')));
}

async function administrator(engine: Engine, model: Model, userId: string): Promise<Asker> {
  const actor = await engine.people.find(engine.database, model.workspace, userId);
  if (!actor) throw new Error('the administrator was not created');
  return askerAt({ ...actor, roles: [administratorRole] }, engine.clock());
}
