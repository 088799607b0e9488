import { isRedirect } from '@tanstack/react-router';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createClient } from '@trellis/client/client';
import { openSession } from './session.ts';

/** Set up, and nobody is logged in. */
const client = createClient({
  fetch: async (address) => Response.json({}, { status: String(address).startsWith('/api/setup') ? 404 : 401 }),
});

async function redirected(queries: QueryClient): Promise<unknown> {
  const thrown: unknown = await openSession({ client, queries, href: '/book/b1' }).catch((error: unknown) => error);
  return isRedirect(thrown) ? thrown.options : thrown;
}

test('who is not logged in is led to the log-in, and back from there', async () => {
  expect(await redirected(new QueryClient())).toMatchObject({ to: '/login', search: { to: '/book/b1' } });
});

test('whose session has ended in front of the screens is told so', async () => {
  const queries = new QueryClient();
  queries.setQueryData(['me'], {});
  queries.setQueryData(['metadata'], {});
  await queries.invalidateQueries({ queryKey: ['me'] });
  expect(await redirected(queries)).toMatchObject({ search: { to: '/book/b1', why: 'ended' } });
});
