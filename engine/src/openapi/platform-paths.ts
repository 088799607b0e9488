// The addresses beside records: logging in, oneself, search, forms, jobs, and for designers the drafts of metadata.
import type { JsonSchema } from '@trellis/field-types/contract';
import { kindNames } from '@trellis/metadata/kinds';
import type { Judgement } from '../records/judgement.ts';
import { closedOf, dataOf, objectOf, operation, parameterRef, schemaRef, type PathItem } from './operation.ts';

type Paths = Readonly<Record<string, PathItem>>;

export function platformPaths(judge: Judgement): Paths {
  return { ...sessionPaths, ...modelPaths, ...jobPaths, ...(judge.access.rights.has('designer') ? draftPaths : {}) };
}

const text: JsonSchema = { type: 'string' };
const anything: JsonSchema = { type: 'object', additionalProperties: true };
const id = parameterRef('id');
const query = (name: string, required: boolean, schema: JsonSchema = text): JsonSchema => ({
  name,
  in: 'query',
  required,
  schema,
});
const inPath = (name: string): JsonSchema => ({ name, in: 'path', required: true, schema: text });

const user = objectOf({ id: text, name: text, email: text, language: text }, ['id', 'name', 'email']);
const ownSettings = closedOf({ name: text, language: { enum: ['en', 'zh-CN'] }, time_zone: text });

const sessionPaths: Paths = {
  '/api/auth/login': {
    post: operation('post', {
      id: 'login',
      summary: 'Log in: sets the session cookie',
      tag: 'Session',
      access: 'anybody',
      body: { schema: closedOf({ email: text, password: text, code: text }, ['email', 'password']) },
      answer: dataOf(objectOf({ user, csrf_token: text, workspace: text }, ['user', 'csrf_token', 'workspace'])),
      refusals: {
        '401': 'E-mail or password is wrong',
        '429': 'Too many attempts: `Retry-After` says when to try again',
      },
    }),
  },
  '/api/auth/logout': { post: operation('post', { id: 'logout', summary: 'Log out', tag: 'Session' }) },
  '/api/me': {
    get: operation('get', {
      id: 'me',
      summary: 'Who I am, what I may do, the CSRF token',
      tag: 'Session',
      answer: dataOf(anything),
    }),
    patch: operation('patch', {
      id: 'me.update',
      summary: 'My own name, language and time zone',
      tag: 'Session',
      body: { schema: ownSettings },
      answer: dataOf(anything),
    }),
  },
};

const modelPaths: Paths = {
  '/api/metadata': {
    get: operation('get', {
      id: 'metadata',
      summary: 'The published model, as far as I may see it',
      tag: 'Model',
      answer: dataOf(anything),
    }),
  },
  '/api/forms/{entity}/{form}': {
    get: operation('get', {
      id: 'form',
      summary: 'A form for @rjsf; `default` names the default one',
      tag: 'Model',
      parameters: [inPath('entity'), inPath('form')],
      answer: dataOf(anything),
    }),
  },
  '/api/search': {
    get: operation('get', {
      id: 'search',
      summary: 'A few records of every entity',
      tag: 'Model',
      parameters: [query('q', true)],
      answer: dataOf({ type: 'array', items: schemaRef('SearchHit') }),
    }),
  },
};

const job = dataOf(schemaRef('Job'));

const jobPaths: Paths = {
  '/api/jobs': {
    get: operation('get', {
      id: 'jobs',
      summary: 'My jobs, the newest first; with the right `jobs` everybody’s',
      tag: 'Jobs',
      answer: dataOf({ type: 'array', items: schemaRef('Job') }),
    }),
  },
  '/api/jobs/{id}': {
    get: operation('get', { id: 'job', summary: 'How a job goes', tag: 'Jobs', parameters: [id], answer: job }),
  },
  '/api/jobs/{id}/cancel': {
    post: operation('post', { id: 'job.cancel', summary: 'Stop a job', tag: 'Jobs', parameters: [id], answer: job }),
  },
  '/api/jobs/{id}/errors.csv': {
    get: operation('get', {
      id: 'job.errors',
      summary: 'The rows of my import that were refused, with the reasons',
      tag: 'Jobs',
      parameters: [id],
      answer: text,
      answerType: 'text/csv',
    }),
  },
};

const drafts = '/api/metadata/drafts';
const draft = dataOf(schemaRef('Draft'));
const draftBody = closedOf({
  base_version: { type: 'integer', minimum: 1 },
  items: { type: 'array', items: schemaRef('DraftItem') },
});

const draftPaths: Paths = {
  '/api/metadata/{kind}/{name}': {
    get: operation('get', {
      id: 'item',
      summary: 'An item as its files say it, without what is taken to be said',
      tag: 'Drafts',
      parameters: [{ ...inPath('kind'), schema: { enum: kindNames } }, inPath('name')],
      answer: dataOf(
        objectOf({ kind: text, name: text, body: anything, layers: { type: 'array', items: text } }, [
          'kind',
          'name',
          'body',
          'layers',
        ]),
      ),
    }),
  },
  '/api/metadata/references': {
    get: operation('get', {
      id: 'references',
      summary: 'Who uses an item, or a part of one',
      tag: 'Drafts',
      parameters: [query('kind', true, { enum: kindNames }), query('name', true), query('member', false)],
      answer: dataOf({ type: 'array', items: anything }),
    }),
  },
  [drafts]: {
    get: operation('get', {
      id: 'drafts',
      summary: 'All drafts',
      tag: 'Drafts',
      answer: dataOf({ type: 'array', items: schemaRef('Draft') }),
    }),
    post: operation('post', {
      id: 'draft.create',
      summary: 'Begin a draft',
      tag: 'Drafts',
      body: { schema: { ...draftBody, required: ['items'] } },
      answer: draft,
      status: 201,
    }),
  },
  [`${drafts}/{id}`]: {
    get: operation('get', { id: 'draft', summary: 'A draft', tag: 'Drafts', parameters: [id], answer: draft }),
    patch: operation('patch', {
      id: 'draft.update',
      summary: 'Replace its items; or, with a version alone, take them over to it',
      tag: 'Drafts',
      parameters: [id],
      body: { schema: draftBody },
      answer: draft,
      refusals: { '409': 'What it changes has been changed in that version, too' },
    }),
    delete: operation('delete', { id: 'draft.delete', summary: 'Throw it away', tag: 'Drafts', parameters: [id] }),
  },
  [`${drafts}/{id}/plan`]: {
    post: operation('post', {
      id: 'draft.plan',
      summary: 'What publishing it would do',
      tag: 'Drafts',
      parameters: [id],
      answer: dataOf(schemaRef('Plan')),
      refusals: { '409': 'The model has changed since the draft was begun' },
    }),
  },
  [`${drafts}/{id}/publish`]: {
    post: operation('post', {
      id: 'draft.publish',
      summary: 'Publish it',
      tag: 'Drafts',
      parameters: [id],
      answer: dataOf(objectOf({ version: { type: 'integer' } }, ['version'])),
      refusals: {
        '409': 'The model has changed since the draft was begun',
        '422': 'The model has problems, or stored data would be lost',
      },
    }),
  },
};
