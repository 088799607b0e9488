// Slows down guessing: after five failures a log-in, and an address, has to wait, twice as long after each further one. Whoever
// gets in is forgiven their own failures and nobody else's: a guesser who logs in now and then is slowed down all the same, and a
// house with one address does not wait for those who have mistyped their password before they got it right.
export interface Attempt {
  /** Who they say they are. */
  readonly login: string;
  /** Where they come from. */
  readonly address: string;
}

export interface Throttle {
  waitSeconds(attempt: Attempt): number;
  failed(attempt: Attempt): void;
  succeeded(attempt: Attempt): void;
}

interface Failures {
  readonly count: number;
  /** Until when has to be waited. */
  readonly until: number;
}

const free = 5;
const longestSeconds = 15 * 60;
/** Failures count no longer once nothing has gone wrong for as long after the wait. */
const rememberedMs = 15 * 60_000;
const mostKeys = 50_000;

export function makeThrottle(clock: () => number = Date.now): Throttle {
  const failures = new Map<string, Failures>();

  const of = (key: string): Failures => {
    const known = failures.get(key);
    return known && known.until + rememberedMs > clock() ? known : { count: 0, until: 0 };
  };
  const add = (key: string): void => {
    if (failures.size >= mostKeys) failures.clear();
    const count = of(key).count + 1;
    const seconds = count < free ? 0 : Math.min(longestSeconds, 2 ** (count - free + 1));
    failures.set(key, { count, until: clock() + seconds * 1000 });
  };
  const forgive = (key: string, count: number): void => {
    const left = of(key).count - count;
    if (left > 0) failures.set(key, { ...of(key), count: left });
    else failures.delete(key);
  };

  return {
    waitSeconds(attempt) {
      const { login, address } = keysOf(attempt);
      const until = Math.max(of(login).until, of(address).until);
      return Math.max(0, Math.ceil((until - clock()) / 1000));
    },
    failed: (attempt) => Object.values(keysOf(attempt)).forEach(add),
    succeeded(attempt) {
      const { login, address, both } = keysOf(attempt);
      forgive(address, of(both).count);
      failures.delete(both);
      failures.delete(login);
    },
  };
}

/** `both`: what went wrong with this log-in at this address. */
function keysOf({ login, address }: Attempt): Readonly<Record<'login' | 'address' | 'both', string>> {
  return { login: `login ${login}`, address: `address ${address}`, both: `both ${address} ${login}` };
}
