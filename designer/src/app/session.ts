// Who is asking, and the model as it is published. Nobody logged in goes to the log-in page of the product, and comes back.
import { queryOptions } from '@tanstack/react-query';
import type { Client } from '@trellis/client/client';
import type { Metadata } from '@trellis/client/metadata';
import { hasStatus } from '@trellis/client/problem';
import type { Me } from '@trellis/client/wire';
import { changeLanguage } from '@trellis/ui/i18n';
import { isLanguage } from '@trellis/ui/language';
import type { DesignerContext } from './context.ts';

export interface Session {
  readonly me: Me;
  readonly metadata: Metadata;
}

export function meQuery(client: Client) {
  return queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => client.me(signal) });
}

export function metadataQuery(client: Client) {
  return queryOptions({ queryKey: ['metadata'], queryFn: ({ signal }) => client.metadata(signal) });
}

export async function openSession({ client, queries }: DesignerContext): Promise<Session> {
  try {
    const [me, metadata] = await Promise.all([
      queries.ensureQueryData(meQuery(client)),
      queries.ensureQueryData(metadataQuery(client)),
    ]);
    if (isLanguage(me.language)) await changeLanguage(me.language);
    return { me, metadata };
  } catch (error) {
    if (hasStatus(error, 401)) window.location.assign(`/login?to=${encodeURIComponent(window.location.pathname)}`);
    throw error;
  }
}
