// Slows down guessing: after five failures a key (an account, an address) has to wait, twice as long after each further one.
export interface Throttle {
  waitSeconds(key: string): number;
  failed(key: string): void;
  succeeded(key: string): void;
}

const free = 5;
const longestSeconds = 15 * 60;
const mostKeys = 50_000;

export function makeThrottle(clock: () => number = Date.now): Throttle {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    waitSeconds: (key) => Math.max(0, Math.ceil(((failures.get(key)?.until ?? 0) - clock()) / 1000)),
    failed(key) {
      if (failures.size >= mostKeys) failures.clear();
      const count = (failures.get(key)?.count ?? 0) + 1;
      const seconds = count < free ? 0 : Math.min(longestSeconds, 2 ** (count - free + 1));
      failures.set(key, { count, until: clock() + seconds * 1000 });
    },
    succeeded: (key) => failures.delete(key),
  };
}
