// What may be asked of the records of one entity: one path item for each address, with the operations that the asker's rights open.
import type { JsonSchema } from '@trellis/field-types/contract';
import { labelOf } from '@trellis/metadata/labels';
import { optionsSchema } from '../imports/options.ts';
import type { CompiledEntity, CompiledField } from '../model/model.ts';
import { mostOperations } from '../records/batch.ts';
import { fieldAccess, type Judgement } from '../records/judgement.ts';
import { isHidden } from '../sight/item-in-sight.ts';
import { aggregateBody } from './aggregate-schema.ts';
import { exportPath } from './export-path.ts';
import {
  closedOf,
  dataOf,
  objectOf,
  operation,
  orNull,
  pageOf,
  parameterRef,
  schemaRef,
  type PathItem,
} from './operation.ts';
import { may } from './record-schemas.ts';

export type Paths = Readonly<Record<string, PathItem>>;

export function recordPaths(judge: Judgement, entity: CompiledEntity): Paths {
  const base = `/api/records/${entity.name}`;
  const about = { name: entity.name, tag: labelOf(entity.definition.labels ?? entity.label, judge.asker.language) };
  const items: [string, PathItem][] = [
    [base, { ...reads(judge, entity, about), ...creates(judge, entity, about) }],
    [`${base}/query`, queries(judge, entity, about)],
    [`${base}/aggregate`, aggregates(judge, entity, about)],
    [`${base}/batch`, batches(judge, entity, about)],
    [`${base}/export`, exportPath(judge, entity, about.tag)],
    [`${base}/import`, imports(judge, entity, about)],
    [`${base}/import/inspect`, inspections(judge, entity, about)],
    [`${base}/{id}`, single(judge, entity, about)],
    [`${base}/{id}/restore`, restores(judge, entity, about)],
    [`${base}/{id}/history`, histories(judge, entity, about)],
  ];
  return Object.fromEntries(items.filter(([, item]) => Object.keys(item).length > 0));
}

interface About {
  readonly name: string;
  readonly tag: string;
}

const id = parameterRef('id');

function reads(judge: Judgement, entity: CompiledEntity, { name, tag }: About): PathItem {
  if (!may(judge, entity, 'read')) return {};
  const parameters = ['select', 'filter', 'sort', 'limit', 'after', 'count', 'search', 'trash'].map(parameterRef);
  const description = namesOf(judge, entity);
  return {
    get: operation('get', {
      id: `${name}.list`,
      summary: 'List',
      description,
      tag,
      parameters,
      answer: pageOf(schemaRef(name)),
    }),
  };
}

function queries(judge: Judgement, entity: CompiledEntity, { name, tag }: About): PathItem {
  if (!may(judge, entity, 'read')) return {};
  const body = { schema: schemaRef('Query') };
  const summary = 'List, with the request in the body: for long filters';
  return { post: operation('post', { id: `${name}.query`, summary, tag, body, answer: pageOf(schemaRef(name)) }) };
}

function aggregates(judge: Judgement, entity: CompiledEntity, { name, tag }: About): PathItem {
  if (!may(judge, entity, 'read')) return {};
  const answer = dataOf({ type: 'array', items: { type: 'object' } });
  const body = { schema: aggregateBody };
  const summary = 'Group, count and compute';
  return { post: operation('post', { id: `${name}.aggregate`, summary, tag, body, answer }) };
}

function creates(judge: Judgement, entity: CompiledEntity, { name, tag }: About): PathItem {
  if (!may(judge, entity, 'create')) return {};
  const body = { schema: schemaRef(`${name}.create`) };
  const answer = dataOf(orNull(schemaRef(name)));
  return {
    post: operation('post', {
      id: `${name}.create`,
      summary: 'Create',
      tag,
      body,
      answer,
      status: 201,
      refusals: broken,
    }),
  };
}

function single(judge: Judgement, entity: CompiledEntity, { name, tag }: About): PathItem {
  const record = dataOf(schemaRef(name));
  const version = parameterRef('if-match');
  const get = { id: `${name}.get`, summary: 'Read', tag, parameters: [id, parameterRef('select')], answer: record };
  const patch = {
    id: `${name}.update`,
    summary: 'Change what is given',
    tag,
    parameters: [id, version],
    body: { schema: schemaRef(`${name}.update`) },
    answer: dataOf(orNull(schemaRef(name))),
    refusals: { ...broken, ...stale },
  };
  const remove = {
    id: `${name}.delete`,
    summary: 'Move to the trash',
    tag,
    parameters: [id, version],
    refusals: stale,
  };
  return {
    ...(may(judge, entity, 'read') ? { get: operation('get', get) } : {}),
    ...(may(judge, entity, 'update') ? { patch: operation('patch', patch) } : {}),
    ...(may(judge, entity, 'delete') ? { delete: operation('delete', remove) } : {}),
  };
}

function restores(judge: Judgement, entity: CompiledEntity, { name, tag }: About): PathItem {
  if (!may(judge, entity, 'delete')) return {};
  const answer = dataOf(orNull(schemaRef(name)));
  return {
    post: operation('post', {
      id: `${name}.restore`,
      summary: 'Bring back from the trash',
      tag,
      parameters: [id],
      answer,
    }),
  };
}

function histories(judge: Judgement, entity: CompiledEntity, { name, tag }: About): PathItem {
  if (!may(judge, entity, 'read')) return {};
  const parameters = [id, parameterRef('limit'), parameterRef('after')];
  const answer = pageOf(schemaRef('HistoryEntry'));
  return {
    get: operation('get', { id: `${name}.history`, summary: 'Every change, newest first', tag, parameters, answer }),
  };
}

function batches(judge: Judgement, entity: CompiledEntity, { name, tag }: About): PathItem {
  const version = { type: 'integer' };
  // Several at once are a right of their own.
  const most = judge.access.may(name, 'bulk') ? mostOperations : 1;
  const key = { type: 'string', format: 'uuid' };
  const op = (word: string): JsonSchema => ({ const: word });
  const kinds = [
    ...(may(judge, entity, 'create')
      ? [closedOf({ op: op('create'), values: schemaRef(`${name}.create`) }, ['op', 'values'])]
      : []),
    ...(may(judge, entity, 'update')
      ? [closedOf({ op: op('update'), id: key, values: schemaRef(`${name}.update`), version }, ['op', 'id', 'values'])]
      : []),
    ...(may(judge, entity, 'delete')
      ? [
          closedOf({ op: op('delete'), id: key, version }, ['op', 'id']),
          closedOf({ op: op('restore'), id: key }, ['op', 'id']),
        ]
      : []),
  ];
  if (kinds.length === 0) return {};
  const schema = closedOf(
    {
      atomic: {
        type: 'boolean',
        default: true,
        description: 'All or nothing; false: each for itself, with an answer of its own',
      },
      operations: { type: 'array', maxItems: most, items: { oneOf: kinds } },
    },
    ['operations'],
  );
  const done = objectOf({ ok: { const: true }, data: orNull(schemaRef(name)) }, ['ok', 'data']);
  const refused = objectOf({ ok: { const: false }, problem: schemaRef('Problem') }, ['ok', 'problem']);
  const answer = dataOf({ type: 'array', items: { oneOf: [done, refused] } });
  const summary = 'Many writes in one request';
  return { post: operation('post', { id: `${name}.batch`, summary, tag, body: { schema }, answer, refusals: broken }) };
}

function imports(judge: Judgement, entity: CompiledEntity, { name, tag }: About): PathItem {
  if (!mayImport(judge, entity)) return {};
  const schema = objectOf({ file, options: optionsSchema }, ['file']);
  const body = { type: 'multipart/form-data', schema };
  const answer = dataOf(objectOf({ id: { type: 'string', format: 'uuid' } }, ['id']));
  const summary = 'Import a CSV file; the job tells how it goes';
  return { post: operation('post', { id: `${name}.import`, summary, tag, body, answer, status: 202 }) };
}

function inspections(judge: Judgement, entity: CompiledEntity, { name, tag }: About): PathItem {
  if (!mayImport(judge, entity)) return {};
  const body = { type: 'multipart/form-data', schema: objectOf({ file, options: optionsSchema }, ['file']) };
  const answer = dataOf(schemaRef('ImportInspection'));
  const summary = 'What a file holds, and into which fields it would go';
  return { post: operation('post', { id: `${name}.inspect`, summary, tag, body, answer }) };
}

const file = { type: 'string', contentMediaType: 'application/octet-stream' };
const broken = { '422': 'Values that break a rule: `errors` names each with its place' };
const stale = { '409': 'Somebody has changed the record meanwhile: `current` is what it is now' };

function mayImport(judge: Judgement, entity: CompiledEntity): boolean {
  return judge.access.may(entity.name, 'import') && (may(judge, entity, 'create') || may(judge, entity, 'update'));
}

/** The names that requests may use, so that nobody has to find out by trying. */
function namesOf(judge: Judgement, entity: CompiledEntity): string {
  const always = [...entity.fields.values()].filter(
    (field) => fieldAccess(judge, field) === 'always' && !isHidden(judge, field),
  );
  const names = (fits: (field: CompiledField) => boolean): string =>
    always
      .filter(fits)
      .map(({ name }) => name)
      .join(', ');
  return [
    `Sort by: ${names((field) => field.relation?.kind === 'one' || (field.type.sortable && field.shape !== null))}.`,
    `Group by: ${names((field) => field.type.groupable)}.`,
    entity.searched
      ? `Search looks into: ${names((field) => entity.searched?.fields.includes(field) === true)}.`
      : 'It cannot be searched.',
  ].join('\n\n');
}
