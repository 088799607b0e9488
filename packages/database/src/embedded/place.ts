// The files of one embedded database, all in one folder of the installation's home.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, realpathSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseError, diskFault } from '../errors.ts';

export interface Place {
  folder: string;
  data: string;
  password: string;
  log: string;
  lock: string;
  /** Names the cluster in the title of every one of its processes, by which leftovers of a killed start are found. */
  cluster: string;
}

const largestLog = 10 * 1024 * 1024;

/** Makes the folder (0700) when it is absent, and sets a grown log aside. Throws `disk_rights` or `disk_full`. */
export function preparePlace(home: string): Place {
  const folder = join(home, 'database');
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    const real = realpathSync(folder);
    const place = {
      folder: real,
      data: join(real, 'data'),
      password: join(real, 'password'),
      log: join(real, 'server.log'),
      lock: join(real, 'lock'),
      cluster: `trellis-${digest(real).toString(16).padStart(8, '0')}`,
    };
    if (existsSync(place.log) && statSync(place.log).size > largestLog) renameSync(place.log, `${place.log}.1`);
    return place;
  } catch (cause) {
    const fault = diskFault(cause, folder);
    throw fault ? new DatabaseError(fault, { cause }) : cause;
  }
}

/** A number that is the same for the same folder at every start, and likely another for another. */
export function digest(folder: string): number {
  return createHash('sha256').update(folder).digest().readUInt32BE(0);
}
