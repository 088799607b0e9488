// One process at a time serves a home. The lock file holds the process and, where the system tells it, the moment that
// process began, because after a restart of the machine its number may belong to another.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, diskFault } from '../errors.ts';
import type { Place } from './place.ts';

// A holder that was told to end may still be finishing what is under way.
const patience = 5_000;

/** Gives the function that lets go of the lock. Throws `home_in_use`, `disk_rights` or `disk_full`. */
export async function takeLock(place: Place): Promise<() => void> {
  const deadline = Date.now() + patience;
  for (;;) {
    if (create(place.lock)) return () => rmSync(place.lock, { force: true });
    const pid = livingHolder(place.lock);
    if (pid === null) rmSync(place.lock, { force: true });
    else if (Date.now() > deadline) throw new DatabaseError({ code: 'home_in_use', path: place.folder, pid });
    else await sleep(50);
  }
}

/** False when the file is there already. */
function create(lock: string): boolean {
  try {
    writeFileSync(lock, signature(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    const fault = diskFault(cause, lock);
    throw fault ? new DatabaseError(fault, { cause }) : cause;
  }
}

function livingHolder(lock: string): number | null {
  const held = readOr(lock, '');
  const pid = Number.parseInt(held, 10);
  return pid > 0 && isAlive(pid) && held === signature(pid) ? pid : null;
}

/** Differs from what a process wrote for itself once it has ended, even while its parent has not yet taken note. */
function signature(pid: number): string {
  const [state = '', ...fields] = readOr(`/proc/${pid}/stat`, '').split(') ').at(-1)?.split(' ') ?? [];
  const startTime = fields[18] ?? '';
  return state === 'Z' || state === 'X' ? '' : `${pid} ${startTime}\n`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}
