// A client of a running server, logged in. It keeps the session's cookie, which Node's fetch does not.
import { createClient, type Client } from '@trellis/client/client';
import type { Language } from './language.ts';
import type { ServerAddress } from './terminal.ts';

export interface Login extends ServerAddress {
  readonly email: string;
  readonly password: string;
}

/** @throws RequestRefused where the log-in is refused, ServerUnreachable where nobody answers. */
export async function connect({ url, email, password }: Login, language: Language): Promise<Client> {
  let cookie = '';
  const client = createClient({
    baseUrl: url,
    async fetch(input, init) {
      const headers = new Headers(init?.headers);
      if (cookie) headers.set('cookie', cookie);
      const response = await fetch(input, { ...init, headers });
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      return response;
    },
  });
  client.useLanguage(language);
  await client.login({ email, password });
  await client.me();
  return client;
}
