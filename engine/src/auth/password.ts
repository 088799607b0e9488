// Passwords: argon2id with the parameters of RFC 9106 (second recommended option).
import { hash, verify } from '@node-rs/argon2';

/** The package's own enumeration cannot be imported by a module that is only stripped of its types. */
const argon2id = 2;
const cost = { algorithm: argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost));
}

export function passwordMatches(stored: string, password: string): Promise<boolean> {
  return inTurn(() => verify(stored, password.normalize('NFC')));
}

/** A hash that no password has: verified for unknown addresses, so that both take as long. */
export const nobodysHash =
  '$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

export const shortestPassword = 8;

let last: Promise<unknown> = Promise.resolve();

/** Each takes 64 MB while it lasts, a twentieth of a second: one after the other, or a morning's log-ins would take gigabytes. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
