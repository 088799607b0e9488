// THE way to data. Every channel makes a RecordRequest; here it runs through the stages and comes out as an answer.
//   read:  judge → plan → execute → shape
//   write: judge → authorise → normalise → load → validate → plan → execute → shape  (create.ts, update.ts, trash.ts)
import type { Asker } from '../auth/actor.ts';
import type { Connection, Database } from '../db/database.ts';
import type { Model } from '../model/model.ts';
import { Refusal } from '../problems/problem.ts';
import { writeChildren } from './children.ts';
import { createRecord } from './create.ts';
import { findRows, runPlan } from './execute.ts';
import { judgement, type Judgement, type ReadNames } from './judgement.ts';
import { planGet, planList } from './plan-read.ts';
import type { GetRequest, ListRequest, RecordRequest } from './request.ts';
import { shapeGet, shapeList, type Answer } from './shape.ts';
import { moveToTrash, restoreFromTrash } from './trash.ts';
import { updateHeld, updateRecord } from './update.ts';
import { readBack } from './read-back.ts';

/** Where requests run: the pool, or a transaction that several of them share. */
export interface Store {
  readonly connection: Connection;
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  readonly names?: ReadNames;
}

export function storeOf(database: Database, names: ReadNames): Store {
  return { connection: database, transaction: (work) => patiently(() => database.transaction(work)), names };
}

/** Transactions that met others in another order: PostgreSQL has ended this one, and nothing of it was written. */
async function patiently<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await transaction();
    } catch (error) {
      if (tries === mostTries || !(error instanceof Refusal && error.code === 'conflict')) throw error;
    }
}

const mostTries = 3;

/** A store inside an open transaction: what it is asked to do belongs to that one, which may have renamed people. */
export function storeWithin(connection: Connection): Store {
  return { connection, transaction: (work) => work(connection) };
}

export async function handleRequest(model: Model, store: Store, asker: Asker, request: RecordRequest): Promise<Answer> {
  const judge = judgement(model, asker, store.names);
  switch (request.action) {
    case 'list':
      return list(judge, store, request);
    case 'get':
      return get(judge, store, request);
    case 'create': {
      const written = await withinReach(judge, store, request, (connection) =>
        createRecord(judge, connection, request, writeChildren),
      );
      return { kind: 'created', id: written.id, json: written.json };
    }
    case 'update': {
      const written =
        (await withinReach(judge, store, request, (connection) =>
          updateRecord(judge, connection, request, writeChildren),
        )) ?? (await store.transaction((connection) => updateHeld(judge, connection, request, writeChildren)));
      return { kind: 'record', json: written.json };
    }
    case 'delete':
      await store.transaction((connection) => moveToTrash(judge, connection, request));
      return { kind: 'nothing' };
    case 'restore':
      return store.transaction(async (connection) => {
        await restoreFromTrash(judge, connection, request);
        return { kind: 'record', json: await readBack(judge, connection, request.entity, request.id) };
      });
  }
}

async function list(judge: Judgement, store: Store, request: ListRequest): Promise<Answer> {
  const plan = planList(judge, request);
  const [found, counted] = await Promise.all([
    findRows(judge, store.connection, plan, judge),
    plan.count ? runPlan(store.connection, plan.count.statement, judge) : null,
  ]).catch((error: unknown) => {
    // Filters are checked before they run; what is left are the values of a cursor that somebody has made up.
    throw error instanceof Refusal && request.after !== null ? new Refusal('invalid_cursor') : error;
  });
  return shapeList(plan, found, counted);
}

async function get(judge: Judgement, store: Store, request: GetRequest): Promise<Answer> {
  const plan = planGet(judge, request.entity, request.select);
  return shapeGet(plan, await findRows(judge, store.connection, plan, { asker: judge.asker, id: request.id }));
}

/** One row is one statement, atomic by itself; links and child rows need a transaction around them. */
function withinReach<T>(
  judge: Judgement,
  store: Store,
  request: { readonly entity: string; readonly values: Readonly<Record<string, unknown>> },
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const fields = judge.model.entities.get(request.entity)?.fields;
  const several = Object.keys(request.values).some((name) => fields?.get(name)?.column === null);
  return several ? store.transaction(work) : work(store.connection);
}
