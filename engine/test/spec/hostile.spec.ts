// Hostile input: whatever is sent comes back unchanged or is refused by a clear problem; never a fault of the server.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import { workspace, type Workspace } from '@trellis/testing/workspace';

const short = { type: 'text', max_length: 2_000 } as const;
const items = [
  entity('thing', {
    short,
    long: 'long_text',
    tags: { type: 'tags', max_items: 50 },
    any: 'json',
    number: 'integer',
    price: 'decimal',
    day: 'date',
    at: 'datetime',
    time: 'time',
    yes: 'boolean',
    kind: { type: 'select', options: [{ value: 'a', label: 'a' }] },
    kinds: { type: 'multi_select', options: [{ value: 'a', label: 'a' }] },
    mail: 'email',
    tel: 'phone',
    link: 'url',
    where: 'location',
    home: 'address',
    who: 'person_name',
    of: { type: 'lookup', entity: 'thing' },
    all: { type: 'multi_lookup', entity: 'thing' },
    about: { type: 'related_to', entities: ['thing'] },
    rows: { type: 'child_table', entity: 'thing_row', parent_field: 'thing' },
    html: 'rich_text',
    length: 'duration',
    stars: 'rating',
    share: 'percent',
    code: 'barcode',
    owner_of: 'user',
    file: 'file',
  }),
  entity('thing_row', { thing: { type: 'lookup', entity: 'thing', on_delete: 'cascade' }, name: 'text' }, { ownership: 'none' }),
];
const fields = ['short', 'long', 'tags', 'any', 'number', 'price', 'day', 'at', 'time', 'yes', 'kind', 'kinds', 'mail', 'tel', 'link', 'where', 'home', 'who', 'of', 'all', 'about', 'rows', 'html', 'length', 'stars', 'share', 'code', 'owner_of', 'file'];

let ws: Workspace;
beforeAll(async () => {
  ws = await workspace({ items });
});
afterAll(() => ws.close());
afterEach(() => expect(ws.incidents.splice(0)).toEqual([]));

const own = [
  ' leading and trailing ',
  'Zażółć gęślą jaźń',
  '👩‍👩‍👧‍👦 🏳️‍🌈 👨🏿‍🚀',
  'مرحبا \u202Eabc\u202C עולם',
  'ﬁ ﬀ Å Å ①',
  '\u200B\uFEFFzero width',
  'line\nbreak\ttab\r\nend',
  "'; DROP TABLE thing; --",
  '" OR ""="',
  '$1 $2 ${value} {{x}} %s %n',
  '\\x00 \\u0000 \\',
  '<script>alert(1)</script>',
  '__proto__',
  'null',
  'NaN',
  '-0',
  '\u{10FFFF}\u{1F4A9}',
  '𠮷𠜎㐂',
];

const naughty = new URL('../../../../shared/data/payload_blns/blns.json', import.meta.url);
const known: readonly string[] = existsSync(naughty) ? (JSON.parse(readFileSync(naughty, 'utf8')) as string[]) : [];

describe.each([
  ['of our own', own],
  ['that are known to be naughty', known],
])('texts %s', (_, texts) => {
  const blank = (text: string): boolean => text.trim() === '';

  test.skipIf(texts.length === 0)('come back unchanged from text, long text, tags and JSON; blank ones as nothing', async () => {
    // PostgreSQL's text knows no NUL; such a text is refused below.
    const storable = texts.filter((text) => !text.includes('\u0000'));
    const operations = storable.map((text) => ({ op: 'create', values: { short: text, long: text, tags: [text.slice(0, 90)], any: { text, [text]: [text] } } }));
    const made = await ws.admin.batch('thing', operations, false);
    for (const [index, text] of storable.entries()) {
      const { data, problem } = made[index] ?? {};
      const tag = text.slice(0, 90);
      if (/[\ud800-\udfff]/u.test(tag)) continue;
      expect([text, problem]).toEqual([text, undefined]);
      const stored = await ws.admin.get('thing', data?.id ?? '');
      expect(stored).toMatchObject({ short: blank(text) ? null : text, long: text === '' ? null : text, any: { text, [text]: [text] } });
      if (!blank(tag)) expect(stored['tags']).toEqual([tag.trim()]);
    }
  });

  test.skipIf(texts.length === 0)('can be searched for, filtered and sorted by, and named', async () => {
    for (const text of texts.filter((one) => !one.includes('\u0000')).slice(0, 120)) {
      for (const body of [{ search: text }, { filter: { '==': [{ var: 'short' }, text] } }, { filter: { contains: [{ var: 'long' }, text] } }, { filter: { in: [{ var: 'short' }, [text]] } }]) {
        const { status } = await ws.admin.send('POST', '/api/records/thing/query', { ...body, limit: 1 });
        expect([text, body, status]).toEqual([text, body, 200]);
      }
    }
    for (const text of texts.filter((one) => one.trim() !== '' && !fields.includes(one)).slice(0, 60)) {
      for (const body of [{ sort: [text] }, { select: text }, { filter: { '==': [{ var: text }, 1] } }, { filter: { [`x${text}`]: [1] } }]) {
        const { status } = await ws.admin.send('POST', '/api/records/thing/query', body);
        expect([text, body, status >= 400 && status < 500 ? 'refused' : status]).toEqual([text, body, status === 200 && text.trim().split(',').every((name) => name.trim() === '') ? 200 : 'refused']);
      }
      const named = await ws.admin.send('POST', '/api/records/thing', { [text]: 1 });
      expect([text, named.status]).toEqual([text, 400]);
      const address = await ws.admin.send('GET', `/api/records/${encodeURIComponent(text)}/${encodeURIComponent(text)}`);
      expect([text, address.status]).toEqual([text, 404]);
    }
  });
});

test('a filter finds exactly the text it names', async () => {
  for (const text of own.filter((one) => one.trim() !== '')) {
    const found = await ws.admin.list('thing', { filter: { '==': [{ var: 'short' }, text] }, select: 'short' });
    expect(new Set(found.map((row) => row['short']))).toEqual(new Set([text]));
  }
});

describe('what no column can hold is refused', () => {
  test.each(['a\u0000b', '\ud800', 'x\udfff'])('%j in every text, and wherever else a text may stand', async (text) => {
    for (const values of [{ short: text }, { long: text }, { tags: [text] }, { any: text }, { any: { [text]: 1 } }, { who: text }, { who: { family: text } }, { home: { city: text } }, { html: text }, { rows: [{ name: text }] }]) {
      const { status, body } = await ws.admin.send('POST', '/api/records/thing', values);
      expect([values, status]).toEqual([values, expect.toSatisfy((code: number) => code === 422 || code === 400)]);
      expect(body).toMatchObject({ errors: expect.any(Array) });
    }
    for (const query of [{ search: text }, { filter: { '==': [{ var: 'short' }, text] } }, { filter: { contains: [{ var: 'who' }, text] } }]) {
      const { status } = await ws.admin.send('POST', '/api/records/thing/query', query);
      expect([query, status]).toEqual([query, expect.toSatisfy((code: number) => code === 200 || code === 400)]);
    }
    expect((await ws.admin.send('GET', `/api/search?q=${encodeURIComponent(text.replace(/[\ud800-\udfff]/, '\u0000'))}x`)).status).toBeLessThan(500);
  });

  test('a text of ten million characters', async () => {
    const text = 'x'.repeat(10_000_000);
    for (const values of [{ short: text.slice(0, 9_000_000) }, { long: text.slice(0, 9_000_000) }]) {
      const refused = await ws.admin.send('POST', '/api/records/thing', values);
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'too_long' }] } });
      expect(refused.text.length).toBeLessThan(2_000);
    }
    expect(await ws.admin.send('POST', '/api/records/thing', { long: text + text })).toMatchObject({ status: 413, body: { code: 'too_big' } });
  });

  test.each([
    ['number', '9'.repeat(400)],
    ['number', 1e308],
    ['number', '1e3'],
    ['price', '9'.repeat(400)],
    ['price', 1e300],
    ['price', 'Infinity'],
    ['day', '2026-02-30'],
    ['day', '99999-01-01'],
    ['at', '2026-01-01T25:00:00Z'],
    ['at', '0000-01-01T00:00:00Z'],
    ['time', '24:01'],
    ['length', -1],
    ['length', 1e12],
    ['stars', 6],
    ['where', { latitude: 91, longitude: 0 }],
    ['where', { latitude: 0, longitude: 0, altitude: 1 }],
    ['link', 'javascript:alert(1)'],
    ['of', '0'],
    ['kinds', ['a', 'b']],
    ['any', JSON.parse('['.repeat(100) + ']'.repeat(100))],
  ])('%s = %j', async (field, value) => {
    expect(await ws.admin.send('POST', '/api/records/thing', { [field]: value })).toMatchObject({ status: 422 });
  });
});

describe('names that JavaScript objects are born with', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])('%s is an unknown field like any other', async (name) => {
    expect(await ws.admin.send('POST', '/api/records/thing', `{"short": "x", "${name}": {"polluted": true}}`)).toMatchObject({ status: 400, body: { code: 'unknown_field' } });
    for (const query of [`{"filter": {"==": [{"var": "${name}"}, 1]}}`, `{"filter": {"${name}": [1]}}`, `{"sort": "${name}"}`, `{"select": "${name}"}`, `{"filter": {"==": [{"var": "of.${name}"}, 1]}}`])
      expect((await ws.admin.send('POST', '/api/records/thing/query', query)).status).toBe(400);
    expect((await ws.admin.send('POST', '/api/records/thing/aggregate', `{"dimensions": ["${name}"]}`)).status).toBe(400);
    expect((await ws.admin.send('GET', `/api/records/${name}`)).status).toBe(404);
    expect((await ws.admin.send('GET', `/api/forms/${name}/${name}`)).status).toBe(404);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('inside a JSON field they are values like any other', async () => {
    const reply = await ws.admin.send('POST', '/api/records/thing', '{"any": {"__proto__": {"x": 1}, "constructor": 2}}');
    expect(reply.status).toBe(201);
    expect(reply.text).toMatch(/"__proto__": ?\{"x": ?1\}/);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('deep and wide', () => {
  const nested = (depth: number, open: string, close: string, core: string): string => open.repeat(depth) + core + close.repeat(depth);

  test.each([
    ['a filter', '/api/records/thing/query', `{"filter": ${nested(5_000, '{"!": [', ']}', 'true')}}`],
    ['an expression of a thousand branches', '/api/records/thing/query', `{"filter": {"or": [${Array(5_000).fill('{"==": [{"var": "short"}, "x"]}').join()}]}}`],
    ['a select', '/api/records/thing/query', `{"select": "${nested(200, 'of.', '', 'short')}"}`],
    ['a select of children', '/api/records/thing/query', `{"select": "${nested(200, 'rows(', ')', 'name')}"}`],
    ['a list of names', '/api/records/thing/query', JSON.stringify({ select: Array(5_000).fill('ghost') })],
    ['a sort', '/api/records/thing/query', `{"sort": "${nested(100, 'of.', '', 'short')}"}`],
    ['a body', '/api/records/thing', nested(50_000, '[', ']', '1')],
    ['having', '/api/records/thing/aggregate', `{"having": ${nested(3_000, '{"!": [', ']}', 'true')}}`],
  ])('%s is refused', async (_, path, body) => {
    expect((await ws.admin.send('POST', path, body)).status).toBe(400);
  });

  test('an `in` of ten thousand values is answered or refused, not failed', async () => {
    const values = Array.from({ length: 10_000 }, (_, n) => `v${n}`);
    expect((await ws.admin.send('POST', '/api/records/thing/query', { filter: { in: [{ var: 'short' }, values] } })).status).toBeLessThan(500);
  });

  test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/json; charset=utf-7'])('a body as %s is malformed', async (type) => {
    const reply = await ws.admin.send('POST', '/api/records/thing', 'short=x', { 'content-type': type });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
  });
});

describe('random JSON', () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...own), fc.constantFrom(...fields));
  const value = fc.oneof(json, text, fc.constantFrom(0, -1, 1e21, 2 ** 53, '', '1', true, null), fc.array(text, { maxLength: 3 }));
  const values = fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 6 });
  const operators = ['==', '!=', '<', '>', 'in', 'and', 'or', '!', 'contains', 'starts_with', 'is_blank', 'has_any', 'has_all', '+', '/', '%', 'cat', 'substr', 'date_add', 'date_diff', 'start_of', 'if', 'max', 'length', 'lower'];
  const { filter } = fc.letrec<{ filter: unknown }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3 },
      value,
      fc.constantFrom(...fields, '$now', '$today', '$user.id', 'of.short', 'owner.name').map((name) => ({ var: name })),
      fc.tuple(fc.constantFrom(...operators), fc.array(tie('filter'), { maxLength: 3 })).map(([op, args]) => ({ [op]: args })),
    ),
  }));
  const settings = { numRuns: 80, seed: 3, endOnFailure: true };

  const neverFails = (path: string, body: fc.Arbitrary<unknown>) =>
    fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const reply = await ws.admin.send('POST', path, JSON.stringify(sent), { 'content-type': 'application/json' });
        expect([reply.status, reply.text]).toEqual([expect.toSatisfy((status: number) => status < 500), expect.not.stringMatching(/\.ts:\d|syntax error|pg_/)]);
      }),
      settings,
    );

  test('never fails a create', () => neverFails('/api/records/thing', values));
  test('never fails a create of whatever it may be', () => neverFails('/api/records/thing', json));
  test('never fails a filter', () => neverFails('/api/records/thing/query', fc.record({ filter, limit: fc.constant(3) })));
  test('never fails a list', () =>
    neverFails('/api/records/thing/query', fc.record({ select: value, filter, sort: value, limit: value, after: value, count: value, search: value, trash: value }, { requiredKeys: [] })));
  test('never fails an aggregate', () =>
    neverFails(
      '/api/records/thing/aggregate',
      fc.record(
        {
          filter,
          dimensions: fc.oneof(value, fc.array(fc.oneof(text, fc.record({ field: fc.constantFrom(...fields), by: fc.constantFrom('day', 'month', null) })), { maxLength: 3 })),
          measures: fc.oneof(value, fc.array(fc.record({ function: fc.constantFrom('count', 'sum', 'min', 'avg', 'count_distinct'), field: fc.constantFrom(...fields) }), { maxLength: 3 })),
          having: filter,
          sort: value,
        },
        { requiredKeys: [] },
      ),
    ));
  test('never fails a batch', () =>
    neverFails('/api/records/thing/batch', fc.record({ atomic: value, operations: fc.oneof(value, fc.array(fc.record({ op: fc.constantFrom('create', 'update', 'delete', 'x'), id: value, values: fc.oneof(values, value) }, { requiredKeys: [] }), { maxLength: 3 })) })));
  test('never fails a draft', () =>
    neverFails('/api/metadata/drafts', fc.oneof(json, fc.record({ items: fc.array(fc.record({ op: fc.constantFrom('put', 'delete'), kind: fc.constantFrom('entity', 'view', 'role'), name: text, body: json })) }))));
  test('never fails a log-in', () => neverFails('/api/auth/login', fc.oneof(json, fc.record({ email: value, password: value }))));

  test('never fails a change of what is there', async () => {
    const { id } = await ws.admin.create('thing', { short: 'x' });
    await fc.assert(
      fc.asyncProperty(values, async (sent) => {
        const reply = await ws.admin.send('PATCH', `/api/records/thing/${id}`, sent);
        expect([reply.status < 500, reply.text]).toEqual([true, expect.any(String)]);
      }),
      settings,
    );
  });
});
