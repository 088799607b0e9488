// Who is asking, and the model that they may see: loaded before any screen of the shell. Nobody logged in leads to the log-in page,
// a workspace that is not set up yet to the set-up page.
import { redirect } from '@tanstack/react-router';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Client } from '@trellis/client/client';
import type { Metadata } from '@trellis/client/metadata';
import { hasStatus } from '@trellis/client/problem';
import type { Me } from '@trellis/client/wire';
import { changeLanguage } from '@trellis/ui/i18n';
import { isLanguage } from '@trellis/ui/language';

export interface Session {
  readonly me: Me;
  readonly metadata: Metadata;
}

export function meQuery(client: Client) {
  return queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => client.me(signal), staleTime: 60_000 });
}

export function metadataQuery(client: Client) {
  return queryOptions({ queryKey: ['metadata'], queryFn: ({ signal }) => client.metadata(signal), staleTime: 60_000 });
}

export async function openSession({
  client,
  queries,
  href,
}: {
  client: Client;
  queries: QueryClient;
  href: string;
}): Promise<Session> {
  // What this page has read before, it has read in a session.
  const hadSession = queries.getQueryData(['metadata']) !== undefined;
  try {
    const [me, metadata] = await Promise.all([
      // Asked once, and anew when the session was found to have ended.
      queries.fetchQuery({ ...meQuery(client), staleTime: Infinity }),
      queries.ensureQueryData(metadataQuery(client)),
    ]);
    if (isLanguage(me.language)) await changeLanguage(me.language);
    return { me, metadata };
  } catch (error) {
    if (!hasStatus(error, 401)) throw error;
    if (await isSetUp(client))
      throw redirect({
        to: '/login',
        search: { ...(href !== '/' && { to: href }), ...(hadSession && { why: 'ended' }) },
      });
    throw redirect({ to: '/setup' });
  }
}

/** The questions of the set-up are gone for ever once they are answered. */
async function isSetUp(client: Client): Promise<boolean> {
  try {
    await client.setup.questions();
    return false;
  } catch (error) {
    if (hasStatus(error, 404)) return true;
    throw error;
  }
}
