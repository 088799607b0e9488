// The port of an embedded server follows from its folder, so that it stays the same from start to start and two
// installations on one machine do not meet; a taken one is passed over.
import { createServer } from 'node:net';
import { DatabaseError } from '../errors.ts';
import { digest, type Place } from './place.ts';

// Below the range from which systems hand out ports for outgoing connections.
const first = 20_000;
const range = 12_000;
const attempts = 50;

/** Throws `port_in_use` when `wanted`, or every port tried, is taken. */
export async function choosePort(place: Place, wanted?: number): Promise<number> {
  if (wanted !== undefined) {
    if (await isFree(wanted)) return wanted;
    throw new DatabaseError({ code: 'port_in_use', port: wanted });
  }
  const preferred = digest(place.folder) % range;
  for (let step = 0; step < attempts; step++) {
    const port = first + ((preferred + step) % range);
    if (await isFree(port)) return port;
  }
  throw new DatabaseError({ code: 'port_in_use', port: first + preferred });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
