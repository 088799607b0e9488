// The model over HTTP: what the asker may see of it, forms, who uses what, drafts and their publishing.
import { Router, type Request } from 'express';
import { isKind } from '@trellis/metadata/kinds';
import { referencing, usersOf } from '@trellis/metadata/references';
import type { Engine } from '../engine.ts';
import { formDocument, type FormDocument } from '../forms/form-schema.ts';
import { isRegistered, registerValidator, validatorModule } from '../forms/form-validator.ts';
import { accessOf } from '../model/access.ts';
import { inSlices } from '../in-slices.ts';
import { describeModel } from './describe-model.ts';
import { closedObject } from '../problems/closed-object.ts';
import { Refusal } from '../problems/problem.ts';
import { judgement } from '../records/judgement.ts';
import { isId } from '../records/id.ts';
import {
  changeDraft,
  composedItem,
  dropDraft,
  findDraft,
  layersWith,
  listDrafts,
  readItems,
  saveDraft,
  type StoredDraft,
} from '../versions/drafts.ts';
import { describePlan } from '../versions/describe-plan.ts';
import { rebaseDraft } from '../versions/rebase-draft.ts';
import { planPublication, type Publication } from '../versions/plan-publication.ts';
import { publish } from '../versions/publish.ts';
import { identityOf, onModel } from './context.ts';
import { queryOf } from './query-string.ts';

export function metadataRoutes(engine: Engine): Router {
  const router = Router();

  router.get('/metadata', async (request, response) => {
    const { session, asker } = identityOf(request);
    await onModel(engine, session.workspace, async (model) => {
      const judge = judgement(model, asker);
      // Rights differ from asker to asker: the tag carries them, and no shared cache may keep the answer.
      const tag = `"${model.version}-${asker.actor.roles.join('+')}"`;
      response.setHeader('etag', tag).setHeader('cache-control', 'private, no-cache');
      if (request.headers['if-none-match'] === tag) return void response.status(304).end();
      response.json({ data: await describeModel(judge) });
    });
  });

  const formOf = (request: Request): Promise<FormDocument> => {
    const { session, asker } = identityOf(request);
    const { entity, form } = request.params;
    return onModel(engine, session.workspace, async (model) =>
      formDocument(judgement(model, asker), String(entity), String(form)),
    );
  };

  router.get('/forms/:entity/:form', async (request, response) => {
    const document = await formOf(request);
    const { entity, name } = document;
    const validator = `/api/forms/${entity}/${name}/validators/${registerValidator(document.schema)}.js`;
    response.json({ data: { ...document, validator } });
  });

  router.get('/forms/:entity/:form/validators/:file', async (request, response) => {
    const hash = String(request.params['file']).replace(/\.js$/, '');
    // Another node has given the form out, or this one before it was started anew.
    if (!isRegistered(hash)) registerValidator((await formOf(request)).schema);
    const module = validatorModule(hash);
    if (module === null) throw new Refusal('not_found');
    response.setHeader('cache-control', 'private, max-age=31536000, immutable').type('text/javascript').send(module);
  });

  router.get('/metadata/:kind/:name', async (request, response, next) => {
    const { kind, name } = request.params;
    // Drafts, versions and references have routes of their own.
    if (!isKind(kind)) return next();
    const { session } = await designer(engine, request);
    response.json({ data: await composedItem(engine.database, session.workspace, kind, name) });
  });

  router.get('/metadata/references', async (request, response) => {
    const { session } = await designer(engine, request);
    const { kind = '', name, member } = queryOf(request, ['kind', 'name', 'member']);
    if (!isKind(kind) || name === undefined) throw new Refusal('malformed_request', { reason: '?kind=&name=' });
    const used = await onModel(engine, session.workspace, async (model) =>
      usersOf(await inSlices(referencing(model.metadata)), { kind, name, ...(member === undefined ? {} : { member }) }),
    );
    response.json({ data: used });
  });

  draftRoutes(engine, router);
  return router;
}

function draftRoutes(engine: Engine, router: Router): void {
  const { database } = engine;
  const shown = (draft: StoredDraft): object => ({ id: draft.id, base_version: draft.baseVersion, items: draft.items });

  router.get('/metadata/drafts', async (request, response) => {
    const { session } = await designer(engine, request);
    response.json({ data: (await listDrafts(database, session.workspace)).map(shown) });
  });
  router.post('/metadata/drafts', async (request, response) => {
    const { session, asker } = await designer(engine, request);
    const { items, base_version: base } = closedObject(request.body, draftMembers);
    const version = await onModel(engine, session.workspace, async (model) => model.version);
    const baseVersion = versionIn(base) ?? version;
    const draft = await saveDraft(
      database,
      { workspace: session.workspace, baseVersion, items: readItems(items) },
      asker.actor.userId,
    );
    response
      .status(201)
      .setHeader('location', `/api/metadata/drafts/${draft.id}`)
      .json({ data: shown(draft) });
  });
  router.get('/metadata/drafts/:id', async (request, response) => {
    await designer(engine, request);
    response.json({ data: shown(await draftOf(engine, request)) });
  });
  router.patch('/metadata/drafts/:id', async (request, response) => {
    const { asker } = await designer(engine, request);
    const draft = await draftOf(engine, request);
    const { items, base_version: base } = closedObject(request.body, draftMembers);
    const version = versionIn(base) ?? draft.baseVersion;
    // Whoever sends items with a version has made them for it; a version alone takes over the ones that are stored.
    const changed =
      items === undefined
        ? await rebaseDraft(database, draft, { version, language: asker.language })
        : { ...draft, items: readItems(items), baseVersion: version };
    await changeDraft(database, changed);
    response.json({ data: shown(changed) });
  });
  router.delete('/metadata/drafts/:id', async (request, response) => {
    const { session } = await designer(engine, request);
    await dropDraft(database, session.workspace, (await draftOf(engine, request)).id);
    response.json({ data: null });
  });
  router.post('/metadata/drafts/:id/plan', async (request, response) => {
    const { asker } = await designer(engine, request);
    const draft = await draftOf(engine, request);
    response.json({
      data: await describePlan(engine, draft, () => planned(engine, draft, asker.language), asker.language),
    });
  });
  router.post('/metadata/drafts/:id/publish', async (request, response) => {
    const { session, asker } = await designer(engine, request);
    // No step that is published so far has to be confirmed.
    closedObject(request.body ?? {}, ['confirm']);
    const draft = await draftOf(engine, request);
    const publication = await planned(engine, draft, asker.language);
    const model = await publish(database, engine.models, publication, {
      userId: asker.actor.userId,
      note: null,
      language: asker.language,
      onLeftover: (error) => engine.log.warn({ error }, 'a publication has left something behind'),
    });
    await dropDraft(database, session.workspace, draft.id);
    response.json({ data: { version: model.version } });
  });
}

const draftMembers = ['items', 'base_version'] as const;

/** Null where none is given. */
function versionIn(given: unknown): number | null {
  if (given === undefined) return null;
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 1 || given > 2 ** 31 - 1)
    throw new Refusal('malformed_request', { reason: 'base_version' });
  return given;
}

function planned(engine: Engine, draft: StoredDraft, language: string): Promise<Publication> {
  // What is stored is looked through for what the draft forbids, which may take long.
  return engine.database.transaction((connection) =>
    planPublication(connection, draft.workspace, {
      baseVersion: draft.baseVersion,
      layers: (base) => layersWith(base.layers, draft.items),
      language,
      current: engine.models.peek(draft.workspace),
    }),
  );
}

async function draftOf(engine: Engine, request: Request): Promise<StoredDraft> {
  const id = String(request.params['id']);
  if (!isId(id)) throw new Refusal('not_found');
  return findDraft(engine.database, identityOf(request).session.workspace, id);
}

/** The model as a whole belongs to those with the right `designer`. */
async function designer(engine: Engine, request: Request): Promise<ReturnType<typeof identityOf>> {
  const identity = identityOf(request);
  await onModel(engine, identity.session.workspace, async (model) => {
    if (!accessOf(model, identity.asker.actor.roles).rights.has('designer')) throw new Refusal('forbidden');
  });
  return identity;
}
