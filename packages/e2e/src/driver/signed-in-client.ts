// The administrator with a program instead of screens.
import { clientOf, type WorkspaceClient } from '@trellis/testing/workspace-client';
import { administrator, type Product } from './product.ts';

export async function signedInClient({ url }: Product): Promise<WorkspaceClient> {
  const reply = await clientOf(url).send('POST', '/api/auth/login', administrator);
  const cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const me = await clientOf(url, { id: '', cookie, csrfToken: '' }).me();
  return clientOf(url, { id: '', cookie, csrfToken: String(me['csrf_token']) });
}
