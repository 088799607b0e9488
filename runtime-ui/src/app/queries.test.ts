import { onlineManager } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { ServerUnreachable } from '@trellis/client/problem';
import { createQueries } from './queries.ts';

afterEach(() => onlineManager.setOnline(true));

test('what is saved without a network fails at once, instead of waiting for one', async () => {
  onlineManager.setOnline(false);
  const queries = createQueries(() => undefined);
  const saving = queries.getMutationCache().build(queries, {
    mutationFn: () => Promise.reject(new ServerUnreachable(new Error('offline'))),
  });
  await expect(saving.execute(undefined)).rejects.toThrow(ServerUnreachable);
});
