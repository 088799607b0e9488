// The data of the embedded server: made by initdb on first use, beside the final place and then renamed, so that a
// start that is killed half way leaves nothing that looks finished.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseError } from '../errors.ts';
import { type Binaries, postgresMajor } from './binaries.ts';
import { handOver, type Identity } from './identity.ts';
import { faultInOutput } from './output.ts';
import type { Place } from './place.ts';

export const superuser = 'trellis';

/**
 * Makes the cluster unless it is there, and gives the password of its superuser.
 * Throws `cluster_version`, `disk_rights`, `disk_full` or `server_failed`, or the file system's own error.
 */
export function ensureCluster({ place, binaries, identity }: Parts): string {
  if (!existsSync(place.data)) createCluster({ place, binaries, identity });
  const found = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim();
  if (found !== postgresMajor) {
    throw new DatabaseError({ code: 'cluster_version', path: place.data, found, expected: postgresMajor });
  }
  handOver(place.data, identity);
  // The server refuses data that others may read, as they may after a careless copy.
  chmodSync(place.data, 0o700);
  return readFileSync(place.password, 'utf8').trim();
}

interface Parts {
  place: Place;
  binaries: Binaries;
  identity: Identity;
}

// The builtin locale sorts by code point at full speed; the character type must be UTF-8 all the same, because pg_trgm
// asks it whether a Chinese character is a letter. Sorting for people names an ICU collation in the query.
const characterType = process.platform === 'linux' ? 'C.UTF-8' : process.platform === 'win32' ? 'en-US' : 'en_US.UTF-8';
const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${characterType}`];

function createCluster({ place, binaries, identity }: Parts): void {
  const unfinished = `${place.data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(place.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  const words = [...identity.prefix, binaries.initdb, `--pgdata=${unfinished}`, '--encoding=UTF8', ...locale];
  const access = [`--username=${superuser}`, `--pwfile=${place.password}`, '--auth=scram-sha-256'];
  const [program = '', ...rest] = [...words, ...access];
  const { status, stderr, error } = spawnSync(program, rest, { ...identity.spawn, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new DatabaseError(faultInOutput(stderr, place));
  renameSync(unfinished, place.data);
}
