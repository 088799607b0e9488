// Hostile texts: they come back unchanged from wherever they may stand, and name nothing.
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sharedData } from '@trellis/testing/shared-data';
import type { Workspace } from '@trellis/testing/workspace';
import { everyField, hostileTexts, hostileWorkspace } from '../hostile-workspace.ts';

let ws: Workspace;
beforeAll(async () => {
  ws = await hostileWorkspace();
});
afterAll(() => ws.close());
afterEach(() => expect(ws.incidents.splice(0)).toEqual([]));

const naughty = sharedData('payload_blns');
const known: readonly string[] = naughty ? (JSON.parse(readFileSync(`${naughty}/blns.json`, 'utf8')) as string[]) : [];

describe.each([
  ['of our own', hostileTexts],
  ['that are known to be naughty', known],
])('texts %s', (_, texts) => {
  const blank = (text: string): boolean => text.trim() === '';
  // As long as tags may be, without half a character at the end.
  const tagOf = (text: string): string => text.slice(0, 90).replace(/[\ud800-\udbff]$/, '');

  test.skipIf(texts.length === 0)(
    'come back unchanged from text, long text, tags and JSON; blank ones as nothing',
    async () => {
      // PostgreSQL's text knows no NUL; such a text is refused below.
      const storable = texts.filter((text) => !text.includes('\u0000'));
      const operations = storable.map((text) => ({
        op: 'create',
        values: { short: text, long: text, tags: [tagOf(text)], any: { text, [text]: [text] } },
      }));
      const made = await ws.admin.batch('thing', operations, false);
      for (const [index, text] of storable.entries()) {
        const { data, problem } = made[index] ?? {};
        const tag = tagOf(text);
        expect([text, problem]).toEqual([text, undefined]);
        const stored = await ws.admin.get('thing', data?.id ?? '');
        expect(stored).toMatchObject({
          short: blank(text) ? null : text,
          long: text === '' ? null : text,
          any: { text, [text]: [text] },
        });
        if (!blank(tag)) expect(stored['tags']).toEqual([tag.trim()]);
      }
    },
  );

  test.skipIf(texts.length === 0)('can be searched for, filtered and sorted by, and named', async () => {
    for (const text of texts.filter((one) => !one.includes('\u0000')).slice(0, 120)) {
      for (const body of [
        { search: text },
        { filter: { '==': [{ var: 'short' }, text] } },
        { filter: { contains: [{ var: 'long' }, text] } },
        { filter: { in: [{ var: 'short' }, [text]] } },
      ]) {
        const { status } = await ws.admin.send('POST', '/api/records/thing/query', { ...body, limit: 1 });
        expect([text, body, status]).toEqual([text, body, 200]);
      }
    }
    for (const text of texts.filter((one) => one.trim() !== '' && !everyField.includes(one)).slice(0, 60)) {
      for (const body of [
        { sort: [text] },
        { select: text },
        { filter: { '==': [{ var: text }, 1] } },
        { filter: { [`x${text}`]: [1] } },
      ]) {
        const { status } = await ws.admin.send('POST', '/api/records/thing/query', body);
        expect([text, body, status >= 400 && status < 500 ? 'refused' : status]).toEqual([
          text,
          body,
          status === 200 &&
          text
            .trim()
            .split(',')
            .every((name) => name.trim() === '')
            ? 200
            : 'refused',
        ]);
      }
      const named = await ws.admin.send('POST', '/api/records/thing', { [text]: 1 });
      expect([text, named.status]).toEqual([text, 400]);
      const address = await ws.admin.send(
        'GET',
        `/api/records/${encodeURIComponent(text)}/${encodeURIComponent(text)}`,
      );
      expect([text, address.status]).toEqual([text, 404]);
    }
  });
});

test('a filter finds exactly the text it names', async () => {
  for (const text of hostileTexts.filter((one) => one.trim() !== '')) {
    const found = await ws.admin.list('thing', { filter: { '==': [{ var: 'short' }, text] }, select: 'short' });
    expect(new Set(found.map((row) => row['short']))).toEqual(new Set([text]));
  }
});
