// The client against a fetch that notes what it is asked and answers as told.
import { describe, expect, test } from 'vitest';
import { createClient } from './client.ts';
import { RequestRefused, ServerUnreachable, hasStatus, problemOf } from './problem.ts';

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
}

function clientAnswering(...answers: readonly Response[]) {
  const asked: Asked[] = [];
  const left = [...answers];
  const client = createClient({
    fetch: async (input, init) => {
      const body = typeof init?.body === 'string' ? JSON.parse(init.body) : init?.body;
      asked.push({ url: String(input), method: init?.method ?? 'GET', headers: new Headers(init?.headers), body });
      return left.shift() ?? Response.json({ data: {} });
    },
  });
  return { client, asked };
}

const me = { csrf_token: 'token-1', language: 'en' };

describe('a request', () => {
  test('that changes something carries the CSRF token that /api/me gave, one that reads does not', async () => {
    const { client, asked } = clientAnswering(Response.json({ data: me }));
    await client.me();
    await client.records('book').create({ name: 'Dune' });
    await client.records('book').get('b1');
    expect(asked.map(({ headers }) => headers.get('x-csrf-token'))).toEqual([null, 'token-1', null]);
  });

  test('says which language its errors are wanted in', async () => {
    const { client, asked } = clientAnswering();
    client.useLanguage('zh-CN');
    await client.metadata();
    expect(asked[0]?.headers.get('accept-language')).toBe('zh-CN');
  });

  test('for a list has its columns and its order as comma lists', async () => {
    const { client, asked } = clientAnswering(Response.json({ data: [], page: { after: null } }));
    await client.records('book').query({ select: ['name', 'author.name'], sort: ['-year'], limit: 10 });
    expect(asked[0]).toMatchObject({
      url: '/api/records/book/query',
      method: 'POST',
      body: { select: 'name,author.name', sort: '-year', limit: 10 },
    });
  });

  test('over a version that was read says which one', async () => {
    const { client, asked } = clientAnswering();
    await client.records('book').update('b1', { year: 1965 }, 3);
    expect(asked[0]?.headers.get('if-match')).toBe('"3"');
  });

  test('for an export is that of the list, without pages', async () => {
    const disposition = `attachment; filename="book.csv"; filename*=UTF-8''%E4%B9%A6.csv`;
    const { client, asked } = clientAnswering(
      new Response('Name\r\n', { headers: { 'content-disposition': disposition } }),
    );
    const sizes: number[] = [];
    const filter = { '==': [{ var: 'year' }, 1965] };
    const request = { select: ['name', 'author.name'], sort: ['-year'], filter };
    const file = await client.records('book').export(request, { onProgress: (bytes) => void sizes.push(bytes) });
    const address = new URL(asked[0]?.url ?? '', 'http://localhost');
    expect(address.pathname).toBe('/api/records/book/export');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      format: 'csv',
      select: 'name,author.name',
      sort: '-year',
      filter: JSON.stringify(filter),
    });
    expect(file.name).toBe('书.csv');
    expect(await file.content.text()).toBe('Name\r\n');
    expect(sizes).toEqual([6]);
  });
});

describe('a request that fails', () => {
  test('with a problem tells status, code and the messages at the fields', async () => {
    const problem = {
      code: 'invalid_values',
      title: 'Some values need another look.',
      errors: [{ path: '/year', code: 'too_small', message: 'Too small.' }],
      current: { version: 4 },
    };
    const { client } = clientAnswering(Response.json(problem, { status: 422 }));
    const error: unknown = await client
      .records('book')
      .create({ year: -1 })
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(RequestRefused);
    expect(hasStatus(error, 422)).toBe(true);
    expect(problemOf(error)).toMatchObject({
      code: 'invalid_values',
      errors: [{ path: '/year', message: 'Too small.' }],
    });
    expect(problemOf(error)?.members['current']).toEqual({ version: 4 });
  });

  test('with a page of a proxy still is a refusal with its status', async () => {
    const { client } = clientAnswering(
      new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }),
    );
    const error: unknown = await client.metadata().catch((cause: unknown) => cause);
    expect(problemOf(error)).toMatchObject({ status: 502, code: 'http_502', title: 'Bad Gateway', errors: [] });
  });

  test('because nobody answers is told apart from a refusal', async () => {
    const client = createClient({ fetch: () => Promise.reject(new TypeError('failed to fetch')) });
    await expect(client.metadata()).rejects.toBeInstanceOf(ServerUnreachable);
  });

  test('in the middle of a file gives no file', async () => {
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    const { client } = clientAnswering(new Response(broken));
    await expect(client.records('book').export({})).rejects.toBeInstanceOf(ServerUnreachable);
  });

  test('because it was given up stays what the browser makes of it', async () => {
    const giveUp = new AbortController();
    giveUp.abort();
    const client = createClient({ fetch: () => Promise.reject(new DOMException('aborted', 'AbortError')) });
    await expect(client.metadata(giveUp.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
