import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { Client } from '@trellis/client/client';
import type { RecordList } from '@trellis/client/wire';
import { pageAsker } from './ask-page.ts';

const answer: RecordList = { data: [{ id: 'b1' }], page: { after: null } };

/** Answers after a moment, unless the question is given up before. */
const client = {
  records: () => ({
    query: (_request: unknown, signal: AbortSignal) =>
      new Promise<RecordList>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('given up')));
        setTimeout(() => resolve(answer), 10);
      }),
  }),
} as unknown as Pick<Client, 'records'>;

test('a question that is given up does not take the same one of the next source along', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const [before, after] = [new AbortController(), new AbortController()];
  const first = pageAsker(queries, client, 'book')({ limit: 10 }, before.signal);
  const second = pageAsker(queries, client, 'book')({ limit: 10 }, after.signal);
  before.abort();
  await expect(first).rejects.toThrow('given up');
  await expect(second).resolves.toEqual(answer);
});
