// A wire to a database that can be cut, or go silent.
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface Line {
  /** Where the database is reached over this line. */
  readonly url: string;
  /** Both ends know that it is cut. */
  cut(): void;
  /** Whatever is sent on it is lost, and nobody is told. */
  silence(): void;
  mend(): void;
}

export async function lineTo(databaseUrl: string): Promise<Line> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let state: 'whole' | 'cut' | 'silent' = 'whole';
  const server = createServer((socket) => {
    if (state === 'cut') return void socket.destroy();
    if (state === 'silent') return void socket.on('error', () => undefined);
    const far = connect(Number(port), hostname);
    for (const end of [socket, far]) {
      sockets.add(end);
      end.on('error', () => undefined).on('close', () => sockets.delete(end));
    }
    socket.pipe(far).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut: () => {
      state = 'cut';
      for (const socket of sockets) socket.destroy();
    },
    silence: () => {
      state = 'silent';
      for (const socket of sockets) socket.unpipe().pause();
    },
    mend: () => {
      state = 'whole';
    },
  };
}
