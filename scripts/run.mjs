// Runs a program in the place of this one: same terminal, same signals, same exit code; and it ends with this process.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { watchLauncher } from './launcher.mjs';

/** @returns {Promise<number>} the exit code, as a shell would give it */
export function runToEnd(program, words, options) {
  const [first, ...rest] = [...endWithParent(), program, ...words];
  const child = spawn(first, rest, { stdio: 'inherit', ...options });
  const forward = (signal) => child.kill(signal);
  // Ctrl-C at a terminal reaches the child by itself: telling it again could read as "at once".
  const interrupt = () => process.stdin.isTTY || forward('SIGINT');
  process.on('SIGINT', interrupt).on('SIGTERM', forward).on('SIGHUP', forward);
  const unwatch = watchLauncher(() => forward('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      unwatch();
      process.off('SIGINT', interrupt).off('SIGTERM', forward).off('SIGHUP', forward);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Where the system offers it, even a kill -9 of this process ends the program, which would else keep the port. */
function endWithParent() {
  const guard = ['setpriv', '--pdeathsig', 'TERM'];
  if (process.platform !== 'linux') return [];
  return spawnSync(guard[0], [...guard.slice(1), 'true'], { stdio: 'ignore' }).status === 0 ? guard : [];
}
