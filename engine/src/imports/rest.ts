// Long work in small pieces: others get the event loop whenever this work has had it for a while.
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Awaited between two pieces of work. */
export type Rest = () => Promise<void> | undefined;

const workMs = 10;

export function makeRest(): Rest {
  let since = performance.now();
  return () => {
    if (performance.now() - since < workMs) return undefined;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
