// The client that screens ask; the app that mounts them has made it.
import { createContext, use } from 'react';
import type { Client } from '@trellis/client/client';

export const ClientContext = createContext<Client | null>(null);

export function useClient(): Client {
  const client = use(ClientContext);
  if (!client) throw new Error('ClientContext is missing above this screen');
  return client;
}
