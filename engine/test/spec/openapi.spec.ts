// The OpenAPI document and the running engine say the same: the document is well-formed, what the engine answers fits it, and
// nobody reads in it of what they may not use.
import { Validator } from '@seriousme/openapi-schema-validator';
import { entity, optionSet, role } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';
import type { WorkspaceClient } from '@trellis/testing/workspace-client';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Document {
  readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } };
  readonly components: {
    readonly schemas: {
      readonly [name: string]: { readonly properties?: object; readonly required?: readonly string[] };
    };
  };
}

const items = [
  optionSet('genre', ['novel', 'poetry']),
  entity('author', { name: { type: 'person_name', required: true }, born: 'date' }),
  entity('book', {
    title: { type: 'text', required: true },
    code: { type: 'auto_number', pattern: 'B-{000}' },
    genre: { type: 'select', options: 'genre' },
    price: 'currency',
    cost: 'decimal',
    published: 'datetime',
    author: { type: 'lookup', entity: 'author' },
    related: { type: 'multi_lookup', entity: 'book' },
    about: { type: 'related_to', entities: ['author', 'book'] },
    copies: { type: 'child_table', entity: 'copy', parent_field: 'book' },
    tags: 'tags',
    place: 'location',
    notes: 'json',
  }),
  entity(
    'copy',
    { book: { type: 'lookup', entity: 'book', on_delete: 'cascade' }, shelf: { type: 'text', required: true } },
    { ownership: 'none' },
  ),
  role('clerk', { book: { read: true, create: true, fields: { cost: { read: false } } }, copy: { read: true } }),
];

let library: Workspace;
let document: Document;

beforeAll(async () => {
  library = await workspace({ items });
  document = await documentOf(library.admin);
});
afterAll(() => library.close());

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate({ ...structuredClone(document) });
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('every reference in the document leads to something in it', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
  const missing = references.filter((path) => path.split('/').reduce<unknown>(memberOf, document) === undefined);
  expect(references.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

test('records as they are created, read, listed, changed and remembered fit the document', async () => {
  const { admin } = library;
  const author = await admin.create('author', { name: { family: 'Joyce', given: 'James' }, born: '1882-02-02' });
  const whole = {
    title: 'Ulysses',
    genre: 'novel',
    price: 12.5,
    cost: 3,
    published: '1922-02-02T08:00:00Z',
    author: author.id,
    about: { entity: 'author', id: author.id },
    copies: [{ shelf: 'A1' }, { shelf: 'A2' }],
    tags: ['modern'],
    place: { latitude: 53.35, longitude: -6.26 },
    notes: { any: ['thing'] },
  };
  expect(faults('book.create', whole)).toEqual([]);
  const { id } = await admin.create('book', whole);
  const blank = await admin.create('book', { title: 'Blank' });
  const change = { related: [blank.id], price: null };
  expect(faults('book.update', change)).toEqual([]);
  await admin.patch('book', id, change);

  await expectAnswer('/api/records/book/{id}', 'get', `/api/records/book/${id}`);
  await expectAnswer('/api/records/book/{id}', 'get', `/api/records/book/${blank.id}`);
  await expectAnswer(
    '/api/records/book',
    'get',
    '/api/records/book?count=exact&select=title,author.born,copies(shelf)',
  );
  await expectAnswer('/api/records/book/query', 'post', '/api/records/book/query', {
    sort: ['-price'],
    limit: 1,
    count: 'capped',
  });
  await expectAnswer('/api/records/book/{id}/history', 'get', `/api/records/book/${id}/history`);
  await expectAnswer('/api/records/book/aggregate', 'post', '/api/records/book/aggregate', { dimensions: ['genre'] });
  await expectAnswer('/api/records/author/{id}', 'get', `/api/records/author/${author.id}`);
  await expectAnswer('/api/search', 'get', '/api/search?q=Ulys');
});

test('the answers of a batch fit the document, those of refused operations too', async () => {
  const body = {
    atomic: false,
    operations: [
      { op: 'create', values: { title: 'Emma' } },
      { op: 'create', values: {} },
    ],
  };
  await expectAnswer('/api/records/book/batch', 'post', '/api/records/book/batch', body);
});

test('a draft, its plan and its publication fit the document', async () => {
  const body = { name: 'shelf', fields: { name: { type: 'text' } } };
  const reply = await expectAnswer('/api/metadata/drafts', 'post', '/api/metadata/drafts', {
    items: [{ op: 'put', kind: 'entity', name: 'shelf', body }],
  });
  const { id } = (reply as { data: { id: string } }).data;
  await expectAnswer('/api/metadata/drafts', 'get', '/api/metadata/drafts');
  await expectAnswer('/api/metadata/{kind}/{name}', 'get', '/api/metadata/entity/book');
  await expectAnswer('/api/metadata/drafts/{id}/plan', 'post', `/api/metadata/drafts/${id}/plan`);
  await expectAnswer('/api/metadata/drafts/{id}/publish', 'post', `/api/metadata/drafts/${id}/publish`);
  expect(Object.keys((await documentOf(library.admin)).paths)).toContain('/api/records/shelf/{id}');
});

test('an import and its job fit the document', async () => {
  const upload = multipart('title,genre\nPersuasion,novel\nHowl,essay\n', {
    mapping: { title: 'title', genre: 'genre' },
  });
  await expectAnswer('/api/records/book/import/inspect', 'post', '/api/records/book/import/inspect', upload);
  const reply = await expectAnswer('/api/records/book/import', 'post', '/api/records/book/import', upload);
  const { id } = (reply as { data: { id: string } }).data;
  await expectAnswer('/api/jobs/{id}', 'get', `/api/jobs/${id}`);
  await expectAnswer('/api/jobs', 'get', '/api/jobs');
  await expectAnswer('/api/jobs/{id}/cancel', 'post', `/api/jobs/${id}/cancel`);
});

test('an export answers in the type that the document says, for whoever may ask for it', async () => {
  const path = document.paths['/api/records/book/export'];
  const reply = await library.admin.send('GET', '/api/records/book/export?format=csv&values=raw&header=name&bom=false');
  expect(JSON.stringify(path)).toContain(String(reply.headers.get('content-type')?.split(';')[0]));
  expect((await documentOf(await library.as('clerk'))).paths['/api/records/book/export']).toBeUndefined();
});

test('a refusal fits the document', async () => {
  const reply = await library.admin.send('POST', '/api/records/book', { pages: 3 });
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(faults('Problem', reply.body)).toEqual([]);
});

test('what the document requires of a new record is what the engine asks for', async () => {
  expect(document.components.schemas['book.create']?.required).toEqual(['title']);
  await expect(library.admin.create('book')).rejects.toMatchObject({ errors: [{ path: '/title', code: 'required' }] });
  expect(faults('book.create', { code: 'B-9' })).not.toEqual([]);
  await expect(library.admin.create('book', { title: 'X', code: 'B-9' })).rejects.toMatchObject({
    code: 'invalid_values',
  });
});

test('whoever may not read a field, or not use an entity, does not read of it', async () => {
  const clerk = await library.as('clerk');
  const seen = await documentOf(clerk);
  expect(JSON.stringify(seen)).not.toContain('"cost"');
  expect(Object.keys(seen.components.schemas)).not.toContain('author');
  expect(Object.keys(seen.paths['/api/records/book'] ?? {})).toEqual(['get', 'post']);
  expect(Object.keys(seen.paths['/api/records/book/{id}'] ?? {})).toEqual(['get']);
  expect(seen.paths['/api/records/author']).toBeUndefined();
  expect(seen.paths['/api/metadata/drafts']).toBeUndefined();
});

test('nobody reads it without a session, and a version that was read already is not sent again', async () => {
  expect((await library.stranger.send('GET', '/api/openapi.json')).status).toBe(401);
  const { headers } = await library.admin.send('GET', '/api/openapi.json');
  const again = await library.admin.send('GET', '/api/openapi.json', undefined, {
    'if-none-match': headers.get('etag') ?? '',
  });
  expect(again.status).toBe(304);
});

async function documentOf(client: WorkspaceClient): Promise<Document> {
  return client.call<Document>('GET', '/api/openapi.json');
}

/** Asks the engine, and holds its answer against what the document promises for it. */
async function expectAnswer(path: string, method: string, address: string, body?: unknown): Promise<unknown> {
  const reply = await library.admin.send(
    method.toUpperCase(),
    address,
    body,
    typeof body === 'string' ? multipartHeaders : {},
  );
  const promised = [path, method, 'responses', String(reply.status), 'content', 'application/json', 'schema'];
  const pointer = `/paths/${promised.map((token) => token.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
  expect({ address, status: reply.status, faults: faultsAt(pointer, reply.body) }).toEqual({
    address,
    status: reply.status,
    faults: [],
  });
  return reply.body;
}

const boundary = 'part';
const multipartHeaders = { 'content-type': `multipart/form-data; boundary=${boundary}` };

function multipart(csv: string, options: object): string {
  const part = (disposition: string, content: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
  return `${part('name="options"', JSON.stringify(options))}${part('name="file"; filename="books.csv"', csv)}--${boundary}--\r\n`;
}

function faults(schema: string, value: unknown): unknown[] {
  return faultsAt(`/components/schemas/${schema}`, value);
}

function faultsAt(pointer: string, value: unknown): unknown[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  const validate = ajv.compile({ $ref: `document#${encodeURI(pointer)}` });
  return validate(value) ? [] : (validate.errors ?? []);
}

function memberOf(value: unknown, token: string): unknown {
  const name = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
