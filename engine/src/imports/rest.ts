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

/** As `items.map(make)`, without holding the event loop. */
export async function restingMap<T, R>(
  items: readonly T[],
  rest: Rest,
  make: (item: T, index: number) => R,
): Promise<R[]> {
  const made: R[] = [];
  for (const [index, item] of items.entries()) {
    made.push(make(item, index));
    await rest();
  }
  return made;
}
