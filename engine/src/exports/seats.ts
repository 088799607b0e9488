// Exports hold a connection for as long as their readers take. Only so many run at once, so that who works records always finds
// one; whoever comes then waits for a while, and is refused after that.
import { Refusal } from '../problems/problem.ts';

export interface Seats {
  /** @returns what gives the seat back. @throws busy */
  take(signal: AbortSignal): Promise<() => void>;
}

const longestWaitMs = 20_000;

export function makeSeats(most: number, waitMs = longestWaitMs): Seats {
  let taken = 0;
  const waiting = new Set<() => void>();
  const leave = (): void => {
    const [next] = waiting;
    if (next) next();
    else taken--;
  };
  return {
    async take(signal) {
      if (taken < most) taken++;
      else await turn(waiting, AbortSignal.any([signal, AbortSignal.timeout(waitMs)]));
      return leave;
    },
  };
}

function turn(waiting: Set<() => void>, enough: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const come = (): void => {
    waiting.delete(come);
    resolve();
  };
  waiting.add(come);
  enough.addEventListener('abort', () => {
    // Whoever has come already is not called back.
    if (waiting.delete(come)) reject(new Refusal('busy', { seconds: 30 }));
  });
  return promise;
}
