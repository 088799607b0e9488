// Hostile input: what cannot be is refused by a clear problem; never a fault of the server.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '@trellis/testing/workspace';
import { hostileWorkspace } from '../hostile-workspace.ts';

let ws: Workspace;
beforeAll(async () => {
  ws = await hostileWorkspace();
});
afterAll(() => ws.close());
afterEach(() => expect(ws.incidents.splice(0)).toEqual([]));

describe('what no column can hold is refused', () => {
  test.each(['a\u0000b', '\ud800', 'x\udfff'])('%j in every text, and wherever else a text may stand', async (text) => {
    for (const values of [
      { short: text },
      { long: text },
      { tags: [text] },
      { any: text },
      { any: { [text]: 1 } },
      { who: text },
      { who: { family: text } },
      { home: { city: text } },
      { html: text },
      { rows: [{ name: text }] },
    ]) {
      const { status, body } = await ws.admin.send('POST', '/api/records/thing', values);
      expect([values, status]).toEqual([values, expect.toSatisfy((code: number) => code === 422 || code === 400)]);
      expect(body).toMatchObject({ errors: expect.any(Array) });
    }
    for (const query of [
      { search: text },
      { filter: { '==': [{ var: 'short' }, text] } },
      { filter: { contains: [{ var: 'who' }, text] } },
    ]) {
      const { status } = await ws.admin.send('POST', '/api/records/thing/query', query);
      expect([query, status]).toEqual([query, expect.toSatisfy((code: number) => code === 200 || code === 400)]);
    }
    expect(
      (await ws.admin.send('GET', `/api/search?q=${encodeURIComponent(text.replace(/[\ud800-\udfff]/, '\u0000'))}x`))
        .status,
    ).toBeLessThan(500);
  });

  test('a text of ten million characters', async () => {
    const text = 'x'.repeat(10_000_000);
    for (const values of [{ short: text.slice(0, 9_000_000) }, { long: text.slice(0, 9_000_000) }]) {
      const refused = await ws.admin.send('POST', '/api/records/thing', values);
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'too_long' }] } });
      expect(refused.text.length).toBeLessThan(2_000);
    }
    expect(await ws.admin.send('POST', '/api/records/thing', { long: text + text })).toMatchObject({
      status: 413,
      body: { code: 'too_big' },
    });
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
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s is an unknown field like any other',
    async (name) => {
      expect(
        await ws.admin.send('POST', '/api/records/thing', `{"short": "x", "${name}": {"polluted": true}}`),
      ).toMatchObject({ status: 400, body: { code: 'unknown_field' } });
      for (const query of [
        `{"filter": {"==": [{"var": "${name}"}, 1]}}`,
        `{"filter": {"${name}": [1]}}`,
        `{"sort": "${name}"}`,
        `{"select": "${name}"}`,
        `{"filter": {"==": [{"var": "of.${name}"}, 1]}}`,
      ])
        expect((await ws.admin.send('POST', '/api/records/thing/query', query)).status).toBe(400);
      expect((await ws.admin.send('POST', '/api/records/thing/aggregate', `{"dimensions": ["${name}"]}`)).status).toBe(
        400,
      );
      expect((await ws.admin.send('GET', `/api/records/${name}`)).status).toBe(400);
      expect((await ws.admin.send('GET', `/api/forms/${name}/${name}`)).status).toBe(400);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
  );

  test('inside a JSON field they are values like any other', async () => {
    const reply = await ws.admin.send(
      'POST',
      '/api/records/thing',
      '{"any": {"__proto__": {"x": 1}, "constructor": 2}}',
    );
    expect(reply.status).toBe(201);
    expect(reply.text).toMatch(/"__proto__": ?\{"x": ?1\}/);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('deep and wide', () => {
  const nested = (depth: number, open: string, close: string, core: string): string =>
    open.repeat(depth) + core + close.repeat(depth);

  test.each([
    ['a filter', '/api/records/thing/query', `{"filter": ${nested(5_000, '{"!": [', ']}', 'true')}}`],
    [
      'an expression of a thousand branches',
      '/api/records/thing/query',
      `{"filter": {"or": [${Array(5_000).fill('{"==": [{"var": "short"}, "x"]}').join()}]}}`,
    ],
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
    expect(
      (await ws.admin.send('POST', '/api/records/thing/query', { filter: { in: [{ var: 'short' }, values] } })).status,
    ).toBeLessThan(500);
  });

  test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/json; charset=utf-7'])(
    'a body as %s is malformed',
    async (type) => {
      const reply = await ws.admin.send('POST', '/api/records/thing', 'short=x', { 'content-type': type });
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.status).toBeLessThan(500);
    },
  );
});
