// Random JSON, near to what is asked for and far from it: every answer is an answer or a refusal.
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '@trellis/testing/workspace';
import { everyField, hostileTexts, hostileWorkspace } from '../hostile-workspace.ts';

let ws: Workspace;
beforeAll(async () => {
  ws = await hostileWorkspace();
});
afterAll(() => ws.close());
afterEach(() => expect(ws.incidents.splice(0)).toEqual([]));

describe('random JSON', () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(...hostileTexts),
    fc.constantFrom(...everyField),
  );
  const value = fc.oneof(
    json,
    text,
    fc.constantFrom(0, -1, 1e21, 2 ** 53, '', '1', true, null),
    fc.array(text, { maxLength: 3 }),
  );
  const values = fc.dictionary(fc.constantFrom(...everyField), value, { maxKeys: 6 });
  const operators = [
    '==',
    '!=',
    '<',
    '>',
    'in',
    'and',
    'or',
    '!',
    'contains',
    'starts_with',
    'is_blank',
    'has_any',
    'has_all',
    '+',
    '/',
    '%',
    'cat',
    'substr',
    'date_add',
    'date_diff',
    'start_of',
    'if',
    'max',
    'length',
    'lower',
  ];
  const { filter } = fc.letrec<{ filter: unknown }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 3 },
      value,
      fc
        .constantFrom(...everyField, '$now', '$today', '$user.id', 'of.short', 'owner.name')
        .map((name) => ({ var: name })),
      fc
        .tuple(fc.constantFrom(...operators), fc.array(tie('filter'), { maxLength: 3 }))
        .map(([op, args]) => ({ [op]: args })),
    ),
  }));
  const settings = { numRuns: 80, seed: 3, endOnFailure: true };

  const neverFails = (path: string, body: fc.Arbitrary<unknown>) =>
    fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const reply = await ws.admin.send('POST', path, JSON.stringify(sent), { 'content-type': 'application/json' });
        expect([reply.status, reply.text]).toEqual([
          expect.toSatisfy((status: number) => status < 500),
          expect.not.stringMatching(/\.ts:\d|syntax error|pg_/),
        ]);
      }),
      settings,
    );

  test('never fails a create', () => neverFails('/api/records/thing', values));
  test('never fails a create of whatever it may be', () => neverFails('/api/records/thing', json));
  test('never fails a filter', () =>
    neverFails('/api/records/thing/query', fc.record({ filter, limit: fc.constant(3) })));
  test('never fails a list', () =>
    neverFails(
      '/api/records/thing/query',
      fc.record(
        { select: value, filter, sort: value, limit: value, after: value, count: value, search: value, trash: value },
        { requiredKeys: [] },
      ),
    ));
  test('never fails an aggregate', () =>
    neverFails(
      '/api/records/thing/aggregate',
      fc.record(
        {
          filter,
          dimensions: fc.oneof(
            value,
            fc.array(
              fc.oneof(
                text,
                fc.record({ field: fc.constantFrom(...everyField), by: fc.constantFrom('day', 'month', null) }),
              ),
              { maxLength: 3 },
            ),
          ),
          measures: fc.oneof(
            value,
            fc.array(
              fc.record({
                function: fc.constantFrom('count', 'sum', 'min', 'avg', 'count_distinct'),
                field: fc.constantFrom(...everyField),
              }),
              { maxLength: 3 },
            ),
          ),
          having: filter,
          sort: value,
        },
        { requiredKeys: [] },
      ),
    ));
  test('never fails a batch', () =>
    neverFails(
      '/api/records/thing/batch',
      fc.record({
        atomic: value,
        operations: fc.oneof(
          value,
          fc.array(
            fc.record(
              { op: fc.constantFrom('create', 'update', 'delete', 'x'), id: value, values: fc.oneof(values, value) },
              { requiredKeys: [] },
            ),
            { maxLength: 3 },
          ),
        ),
      }),
    ));
  test('never fails a draft', () =>
    neverFails(
      '/api/metadata/drafts',
      fc.oneof(
        json,
        fc.record({
          items: fc.array(
            fc.record({
              op: fc.constantFrom('put', 'delete'),
              kind: fc.constantFrom('entity', 'view', 'role'),
              name: text,
              body: json,
            }),
          ),
        }),
      ),
    ));
  test('never fails a log-in', () =>
    neverFails('/api/auth/login', fc.oneof(json, fc.record({ email: value, password: value }))));

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
