// As whom, and under what guard, PostgreSQL's programs run. They refuse to run as root, so root runs them in a user
// namespace of their own, or, where containers forbid that, as an ordinary user who keeps only the right to reach the
// files below folders closed to others. Where the system can, it ends them when this process ends, however it ends.
import { spawnSync, type SpawnOptions } from 'node:child_process';
import { chownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Identity {
  /** Words to put before the program and its arguments. */
  prefix: string[];
  /** What Node itself is to change when it spawns the process. */
  spawn: Pick<SpawnOptions, 'uid' | 'gid'>;
  /** Who must own the data; null: whoever runs this process. */
  owner: { uid: number; gid: number } | null;
}

const nobody = 65534;
const endWithParent = ['setpriv', '--pdeathsig', 'INT'];

export function chooseIdentity(data: string): Identity {
  const guarded = process.platform === 'linux' && runs([...endWithParent, 'true']);
  if (process.getuid?.() !== 0) return { prefix: guarded ? endWithParent : [], spawn: {}, owner: null };

  const holder = statSync(data, { throwIfNoEntry: false });
  const namespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`];
  if ((holder?.uid ?? 0) === 0 && runs([...namespace, 'true'])) {
    return { prefix: guarded ? [...namespace, ...endWithParent] : namespace, spawn: {}, owner: { uid: 0, gid: 0 } };
  }

  const owner = holder && holder.uid !== 0 ? { uid: holder.uid, gid: holder.gid } : { uid: nobody, gid: nobody };
  if (guarded) {
    const become = [...endWithParent, `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
    const reach = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
    const prefix = [...become, ...reach];
    return { prefix: runs([...prefix, 'true']) ? prefix : become, spawn: {}, owner };
  }
  return { prefix: [], spawn: owner, owner };
}

/** Hands the data to its owner, as after a change between the ways above. */
export function handOver(data: string, { owner }: Identity): void {
  if (owner && statSync(data).uid !== owner.uid) giveTree(data, owner);
}

function giveTree(path: string, owner: { uid: number; gid: number }): void {
  const isFolder = lstatSync(path).isDirectory();
  if (isFolder) for (const name of readdirSync(path)) giveTree(join(path, name), owner);
  chownSync(path, owner.uid, owner.gid);
}

function runs([program = '', ...words]: string[]): boolean {
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0;
}
