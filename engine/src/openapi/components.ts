// The parts of the document that do not depend on metadata: parameters, problems, pages, jobs, drafts. Their names begin with a
// capital, those of entities never do.
import type { JsonSchema } from '@trellis/field-types/contract';
import { kindNames } from '@trellis/metadata/kinds';
import { codes } from '../problems/codes.ts';
import { listDefaults } from '../records/request.ts';
import { closedOf, inQuery, objectOf, orNull, problemAnswer, schemaRef } from './operation.ts';

const text: JsonSchema = { type: 'string' };
const id: JsonSchema = { type: 'string', format: 'uuid' };
const instant: JsonSchema = { type: 'string', format: 'date-time' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const anyMembers: JsonSchema = { type: 'object', additionalProperties: true };

export const sharedSchemas: Readonly<Record<string, JsonSchema>> = {
  Problem: {
    description: 'RFC 9457. Texts are in the language of the asker, `code` is stable.',
    ...objectOf(
      {
        type: text,
        title: text,
        status: { type: 'integer' },
        code: { enum: Object.keys(codes) },
        detail: text,
        errors: list(schemaRef('Fault')),
      },
      ['type', 'title', 'status', 'code', 'errors'],
    ),
  },
  Fault: objectOf(
    {
      path: { ...text, description: 'JSON pointer into the body, or the place in the metadata' },
      code: text,
      message: text,
      hint: text,
    },
    ['path', 'code', 'message'],
  ),
  Page: objectOf(
    {
      after: { type: ['string', 'null'], description: 'The cursor of the next page; null: this was the last' },
      count: { ...count, description: 'Where it was asked for' },
      capped: { type: 'boolean', description: 'There are more than `count`' },
    },
    ['after'],
  ),
  Reference: objectOf({ id, title: { type: ['string', 'null'] } }, ['id', 'title']),
  EntityReference: objectOf({ entity: text, id, title: { type: ['string', 'null'] } }, ['entity', 'id', 'title']),
  Query: closedOf({
    select: { oneOf: [text, list(text)] },
    filter: { description: 'JSONLogic that gives true or false' },
    sort: { oneOf: [text, list(text)] },
    limit: { type: 'integer', minimum: 1, maximum: 500, default: listDefaults.limit },
    after: { type: ['string', 'null'] },
    count: { enum: ['none', 'capped', 'exact'], default: listDefaults.count },
    search: { type: ['string', 'null'] },
    trash: { type: 'boolean', default: listDefaults.trash },
  }),
  HistoryEntry: objectOf(
    {
      at: instant,
      by: schemaRef('Reference'),
      action: { enum: ['create', 'update', 'delete', 'restore'] },
      version: count,
      changes: { type: 'object', additionalProperties: objectOf({ old: {}, new: {} }) },
    },
    ['at', 'by', 'action', 'version', 'changes'],
  ),
  Job: objectOf(
    {
      id,
      kind: text,
      state: { enum: ['queued', 'running', 'done', 'failed', 'cancelled'] },
      done: count,
      total: { type: ['integer', 'null'] },
      created_by: id,
      created_at: instant,
      ended_at: orNull(instant),
      report: {
        ...anyMembers,
        description: 'Of an import: accepted, updated, skipped, refused, rows, errors, reasons, unmatched',
      },
    },
    ['id', 'kind', 'state', 'done', 'total', 'created_by', 'created_at', 'ended_at', 'report'],
  ),
  ImportInspection: objectOf(
    {
      encoding: text,
      delimiter: text,
      has_header: { type: 'boolean' },
      rows: count,
      complete: { type: 'boolean', description: 'All of the file was read; else `rows` is an estimate' },
      headers: list(schemaRef('ImportColumn')),
      preview: list(list(text)),
      faults: list(objectOf({ row: count, code: text, message: text }, ['row', 'code', 'message'])),
      null_texts: { ...list(text), description: 'A proposal for the option of this name' },
      date_order: { enum: ['dmy', 'mdy', null], description: 'A proposal for the option of this name' },
    },
    [
      'encoding',
      'delimiter',
      'has_header',
      'rows',
      'complete',
      'headers',
      'preview',
      'faults',
      'null_texts',
      'date_order',
    ],
  ),
  ImportColumn: objectOf(
    {
      header: text,
      type: text,
      samples: list(text),
      field: { type: ['string', 'null'], description: 'The field proposed, or `field.member`' },
      match: { type: ['string', 'null'], description: 'Of a look-up: the field of its target that finds most samples' },
      null_texts: list(text),
    },
    ['header', 'type', 'samples', 'field', 'match'],
  ),
  SearchHit: objectOf({ entity: text, id, title: text, subtitle: { type: ['string', 'null'] } }, [
    'entity',
    'id',
    'title',
  ]),
  Draft: objectOf({ id, base_version: count, items: list(schemaRef('DraftItem')) }, ['id', 'base_version', 'items']),
  DraftItem: closedOf({ op: { enum: ['put', 'delete'] }, kind: { enum: kindNames }, name: text, body: {} }, [
    'op',
    'kind',
    'name',
  ]),
  Plan: objectOf(
    {
      base_version: count,
      changes: list(anyMembers),
      impact: list(anyMembers),
      steps: list(
        objectOf(
          { class: { enum: ['safe', 'confirm', 'destructive'] }, does: text, text, sql: text, rows: count, lock: text },
          ['class', 'text', 'sql'],
        ),
      ),
      problems: list(schemaRef('Fault')),
    },
    ['changes', 'impact', 'steps', 'problems'],
  ),
};

export const sharedParameters: Readonly<Record<string, JsonSchema>> = {
  id: { name: 'id', in: 'path', required: true, schema: id },
  select: inQuery(
    'select',
    text,
    'Comma list of fields; a dot walks a look-up (`owner.name`), `lines(name,price)` chooses of a child table',
  ),
  filter: inQuery('filter', text, 'JSONLogic as JSON; it gives true or false'),
  sort: inQuery('sort', text, 'Comma list of fields, `-` in front of a descending one'),
  limit: inQuery('limit', { type: 'integer', minimum: 1, maximum: 500, default: listDefaults.limit }, 'Rows of a page'),
  after: inQuery('after', text, 'The cursor of the page before'),
  count: inQuery(
    'count',
    { enum: ['none', 'capped', 'exact'], default: listDefaults.count },
    '`capped` stops at 1,000',
  ),
  search: inQuery('search', text, 'Records whose searched fields contain this'),
  trash: inQuery('trash', { type: 'boolean', default: false }, 'What lies in the trash instead'),
  'if-match': {
    name: 'If-Match',
    in: 'header',
    schema: text,
    description: 'The version that was read, in quotes; a newer one answers 409',
  },
};

export const sharedResponses: Readonly<Record<string, JsonSchema>> = {
  Problem: problemAnswer('Refused: `code` says why, `errors` where'),
};
