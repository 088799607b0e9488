// Up to 1,000 writes in one request: all or nothing in one transaction, or each for itself with an answer of its own.
import type { Asker } from '../auth/actor.ts';
import type { RecordAction } from '../model/access.ts';
import type { Model } from '../model/model.ts';
import { problemBody, Refusal, type ProblemBody } from '../problems/problem.ts';
import { handleRequest, storeWithin, type Store } from './handle-request.ts';
import { holdRows } from './hold-rows.ts';
import { judgement } from './judgement.ts';
import type { WriteRequest } from './request.ts';
import type { Answer } from './shape.ts';

export const mostOperations = 1000;

export type BatchAnswer =
  { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly problem: ProblemBody };

const actions: readonly RecordAction[] = ['read', 'create', 'update', 'delete'];

/** @throws the first refusal of an atomic batch, with the place of the operation in front of its faults' paths. */
export async function handleBatch(
  model: Model,
  store: Store,
  asker: Asker,
  batch: { readonly operations: readonly WriteRequest[]; readonly atomic: boolean },
): Promise<readonly BatchAnswer[]> {
  if (batch.operations.length > 1) authoriseBulk(model, asker, batch.operations);
  if (batch.atomic)
    return store.transaction(async (connection) => {
      await holdRows(connection, model, batch.operations);
      const answers: BatchAnswer[] = [];
      for (const [index, operation] of batch.operations.entries())
        answers.push({
          ok: true,
          answer: await placed(index, handleRequest(model, storeWithin(connection), asker, operation)),
        });
      return answers;
    });
  const answers: BatchAnswer[] = [];
  for (const operation of batch.operations)
    answers.push(await judged(handleRequest(model, store, asker, operation), asker));
  return answers;
}

/** Many records at once are a right of its own; of entities out of sight it says nothing. */
function authoriseBulk(model: Model, asker: Asker, operations: readonly WriteRequest[]): void {
  const { access } = judgement(model, asker);
  for (const name of new Set(operations.map(({ entity }) => entity))) {
    if (model.entities.has(name) && access.may(name, 'bulk')) continue;
    const known = model.entities.has(name) && actions.some((action) => access.row(name, action).kind !== 'none');
    throw known ? new Refusal('forbidden') : new Refusal('unknown_entity', { name });
  }
}

async function placed(index: number, work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const faults = error.faults.map((fault) => ({ ...fault, path: `/operations/${index}/values${fault.path}` }));
    throw new Refusal(error.code, error.params, faults, { ...error.members, operation: index });
  }
}

async function judged(work: Promise<Answer>, asker: Asker): Promise<BatchAnswer> {
  try {
    return { ok: true, answer: await work };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: problemBody(error, asker.language) };
    throw error;
  }
}
