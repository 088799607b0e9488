// npm runs a script in a shell, and a signal that ends npm or that shell never reaches the script: whoever stops
// `npm start` by its process number would leave the product running. So the script looks whether they still live.
import { readFileSync } from 'node:fs';

const interval = 250;

/**
 * Calls `gone` once when the npm that runs this process has ended. Without npm nothing is watched, because then
 * the parent may well end before, as after `nohup node … &`.
 * @returns {() => void} stops watching
 */
export function watchLauncher(gone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return () => {};
  const parent = process.ppid;
  const shellOfNpm = readOrEmpty(`/proc/${parent}/cmdline`).includes(`-c\0`) ? parentOf(parent) : null;
  const timer = setInterval(() => {
    const lives = process.ppid === parent && (shellOfNpm === null || parentOf(parent) === shellOfNpm);
    if (lives) return;
    clearInterval(timer);
    gone();
  }, interval);
  return () => clearInterval(timer);
}

/** Of any process, on systems with a /proc. */
function parentOf(pid) {
  return readOrEmpty(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1] ?? '';
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
