// One run of the server process: spawned in a process group of its own, so that Ctrl-C at the terminal reaches the
// engine alone, which then stops the server last; ready when its postmaster.pid says so.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError } from '../errors.ts';
import type { Identity } from './identity.ts';
import { faultInOutput } from './output.ts';
import type { Place } from './place.ts';

export interface Server {
  pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends sessions and closes the data cleanly; a second call waits for the first. */
  stop(): Promise<void>;
}

interface Run {
  place: Place;
  identity: Identity;
  postgres: string;
  port: number;
  settings: string[];
}

// Recovery after a power cut replays at most `max_wal_size`; slow disks need minutes for that.
const longestStart = 10 * 60_000;
const cleanStop = 30_000;

/** Throws `port_in_use`, `disk_rights`, `disk_full` or `server_failed`. */
export async function runServer({ place, identity, postgres, port, settings }: Run): Promise<Server> {
  const log = openSync(place.log, 'a', 0o600);
  const logStart = statSync(place.log).size;
  const fixed = ['-c', `port=${port}`, '-c', `cluster_name=${place.cluster}`];
  const [program = '', ...words] = [...identity.prefix, postgres, '-D', place.data, ...settings, ...fixed];
  const child = spawn(program, words, { ...identity.spawn, stdio: ['ignore', log, log], detached: true });
  closeSync(log);

  let over = false;
  const ended = new Promise<void>((resolve) => {
    const finish = () => {
      over = true;
      resolve();
    };
    child.once('exit', finish);
    child.once('error', finish);
  });
  const endWithProcess = () => child.kill('SIGINT');
  process.once('exit', endWithProcess);
  void ended.then(() => process.off('exit', endWithProcess));

  const deadline = Date.now() + longestStart;
  while (!isReady(place, child)) {
    if (over || Date.now() > deadline) {
      child.kill('SIGQUIT');
      await ended;
      throw new DatabaseError(faultInOutput(readFileSync(place.log, 'utf8').slice(logStart), place, port));
    }
    await sleep(15);
  }
  child.unref();
  return { pid: child.pid ?? 0, ended, stop: () => stop(child, ended) };
}

/** The eighth line of postmaster.pid is the server's state, the first its process. */
function isReady(place: Place, child: ChildProcess): boolean {
  try {
    const lines = readFileSync(join(place.data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.ref();
  child.kill('SIGINT');
  const harder = setTimeout(() => child.kill('SIGQUIT'), cleanStop);
  await ended;
  clearTimeout(harder);
}
