// Keeps the embedded PostgreSQL up: a server that ends by itself is started again, on the same port, so that connections find
// it where it was. To end the process instead would leave the restart to a supervisor, and the usual installation has none:
// a server that was killed for want of memory would then take the product down until somebody looks.
import { DatabaseError } from '../errors.ts';
import { startEmbedded, type EmbeddedOptions } from './start.ts';

export interface SupervisedDatabase {
  readonly url: string;
  /** Resolves once: null after `stop`, otherwise with why the server cannot be kept up. */
  readonly ended: Promise<Error | null>;
  stop(): Promise<void>;
}

/** A server that lives no longer than this, so often in a row, is not mended by one more start. */
const shortLife = 10_000;
const mostShortLives = 3;

/** Throws as `startEmbedded` does. `restarted` is told whenever a server has ended by itself and another one runs. */
export async function superviseEmbedded(options: EmbeddedOptions, restarted: () => void): Promise<SupervisedDatabase> {
  let server = await startEmbedded(options);
  let stopped = false;
  const { url } = server;
  const port = Number(new URL(url).port);

  const keepUp = async (): Promise<Error | null> => {
    let shortLives = 0;
    for (;;) {
      const began = Date.now();
      await server.ended;
      if (stopped) return null;
      shortLives = Date.now() - began < shortLife ? shortLives + 1 : 0;
      if (shortLives === mostShortLives) return new DatabaseError({ code: 'server_unstable', log: server.log });
      server = await startEmbedded({ ...options, port });
      if (stopped) await server.stop();
      else restarted();
    }
  };
  const ended = keepUp().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  const stop = async (): Promise<void> => {
    stopped = true;
    await server.stop();
    // A start that was under way is finished, and the server stopped, first.
    await ended;
  };
  return { url, ended, stop };
}
