// What every route of the designer may ask.
import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '@trellis/client/client';

export interface DesignerContext {
  readonly client: Client;
  readonly queries: QueryClient;
}
