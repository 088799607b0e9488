// Records over HTTP: query strings and bodies become record requests, answers go out as the pipeline made them.
import { Router, type Request, type Response } from 'express';
import { prepare } from '../db/statement.ts';
import type { Engine } from '../engine.ts';
import { openObject } from '../problems/closed-object.ts';
import { Refusal } from '../problems/problem.ts';
import { readHistory } from '../history/read-history.ts';
import { handleBatch } from '../records/batch.ts';
import { runPlan } from '../records/execute.ts';
import { handleRequest, storeOf } from '../records/handle-request.ts';
import { judgement } from '../records/judgement.ts';
import { peopleEntity } from '../records/people-names.ts';
import { planAggregate } from '../reports/plan-aggregate.ts';
import { readAggregate } from '../reports/request.ts';
import { batchText, readBatch } from './batch-body.ts';
import { isId } from '../records/id.ts';
import { listDefaults, type RecordRequest } from '../records/request.ts';
import { answerText, type Answer } from '../records/shape.ts';
import { identityOf, onModel } from './context.ts';
import { exportSender } from './send-export.ts';
import { listFromBody, listFromQuery } from './list-request.ts';
import { queryOf } from './query-string.ts';

export function recordRoutes(engine: Engine): Router {
  const router = Router();
  const store = storeOf(engine.database, engine.people.names);
  const answer = async (request: Request, response: Response, record: RecordRequest): Promise<void> => {
    const { session, asker } = identityOf(request);
    const made = await onModel(engine, session.workspace, (model) => handleRequest(model, store, asker, record));
    // Every node is told by the database; whoever asks this one next finds it told already.
    if (record.entity === peopleEntity && made.kind !== 'list') engine.people.forget(session.workspace);
    send(response, made, record);
  };

  router.get('/:entity', (request, response) => answer(request, response, listFromQuery(entityOf(request), request)));
  router.post('/:entity/query', (request, response) =>
    answer(request, response, listFromBody(entityOf(request), request.body)),
  );
  router.post('/:entity/aggregate', async (request, response) => {
    const { session, asker } = identityOf(request);
    const wanted = readAggregate(entityOf(request), request.body);
    const rows = await onModel(engine, session.workspace, (model) => {
      const statement = prepare(planAggregate(judgement(model, asker), wanted));
      const asked = statement.name + JSON.stringify(statement.values);
      return engine.reports.take(asked, () => runPlan(store.connection, statement, {}));
    });
    sendJson(response, `{"data":[${rows.map((row) => String(row['json'])).join(',')}]}`);
  });
  router.post('/:entity/batch', async (request, response) => {
    const { session, asker } = identityOf(request);
    const batch = readBatch(entityOf(request), request.body);
    const answers = await onModel(engine, session.workspace, (model) => handleBatch(model, store, asker, batch));
    if (entityOf(request) === peopleEntity) engine.people.forget(session.workspace);
    sendJson(response, `{"data":[${answers.map(batchText).join(',')}]}`);
  });
  const sendExport = exportSender(engine);
  router.get('/:entity/export', (request, response) => sendExport(entityOf(request), request, response));
  router.get('/:entity/:id/history', async (request, response) => {
    const { session, asker } = identityOf(request);
    const wanted = { entity: entityOf(request), id: idOf(request), ...pageOf(request) };
    response.json(
      await onModel(engine, session.workspace, (model) =>
        readHistory(judgement(model, asker), store.connection, wanted),
      ),
    );
  });
  router.post('/:entity', (request, response) =>
    answer(request, response, { action: 'create', entity: entityOf(request), values: openObject(request.body) }),
  );
  router.get('/:entity/:id', (request, response) =>
    answer(request, response, {
      action: 'get',
      entity: entityOf(request),
      id: idOf(request),
      select: queryOf(request, ['select']).select || null,
    }),
  );
  router.patch('/:entity/:id', (request, response) =>
    answer(request, response, {
      action: 'update',
      entity: entityOf(request),
      id: idOf(request),
      values: openObject(request.body),
      version: versionOf(request),
    }),
  );
  router.delete('/:entity/:id', (request, response) =>
    answer(request, response, {
      action: 'delete',
      entity: entityOf(request),
      id: idOf(request),
      version: versionOf(request),
    }),
  );
  router.post('/:entity/:id/restore', (request, response) =>
    answer(request, response, { action: 'restore', entity: entityOf(request), id: idOf(request) }),
  );
  return router;
}

function send(response: Response, answer: Answer, request: RecordRequest): void {
  if (answer.kind === 'created') {
    response.statusCode = 201;
    response.setHeader('location', `/api/records/${request.entity}/${answer.id}`);
  }
  sendJson(response, answerText(answer));
}

/** JSON text as it is. */
function sendJson(response: Response, text: string): void {
  response.setHeader('content-type', 'application/json; charset=utf-8');
  // Without a length Node sends chunks: several writes for one small answer.
  response.setHeader('content-length', Buffer.byteLength(text));
  response.end(text);
}

function pageOf(request: Request): { limit: number; after: string | null } {
  const query = queryOf(request, ['limit', 'after']);
  const limit = Number(query.limit ?? listDefaults.limit);
  const after = query.after || null;
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new Refusal('malformed_request', { reason: 'limit: 1–500' });
  if (after !== null && !/^\d{1,18}$/.test(after)) throw new Refusal('invalid_cursor');
  return { limit, after };
}

export function entityOf(request: Request): string {
  return String(request.params['entity']);
}

/** What is no id cannot be one of a record: absent, like any other. */
export function idOf(request: Request): string {
  const id = String(request.params['id']);
  if (!isId(id)) throw new Refusal('not_found');
  return id.toLowerCase();
}

function versionOf(request: Request): number | null {
  const header = request.headers['if-match'];
  if (header === undefined || header === '*') return null;
  const [, quoted, bare] = /^(?:W\/)?(?:"(\d{1,9})"|(\d{1,9}))$/.exec(header.trim()) ?? [];
  const version = quoted ?? bare;
  if (version === undefined) throw new Refusal('malformed_request', { reason: 'If-Match: "version"' });
  return Number(version);
}
