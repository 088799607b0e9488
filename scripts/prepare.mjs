// What must be done before anything of Trellis runs: packages installed, screens built, a Node found that reads
// TypeScript. Each step is skipped when nothing has changed since, which is decided in milliseconds.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './installed.mjs';
import { isBuilt, stampOf } from './built.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules', '.cache', 'trellis');
const buildStamp = join(cache, 'build-stamp');

/** A preparation that failed for a reason to be read by a person, in one sentence. */
export class PreparationError extends Error {
  name = 'PreparationError';
}

/**
 * Gives the Node to run TypeScript with, and turns its compile cache on for all that is started from here.
 * @param {{ screens: boolean }} wanted whether the browser's code must be built
 */
export function prepare({ screens }) {
  install();
  if (screens) build();
  process.env.NODE_COMPILE_CACHE ??= join(cache, 'compile');
  return findNode();
}

function install() {
  if (isInstalled(root)) return;
  console.log('Installing packages …');
  const { status, stderr, error } = npm(['ci', ...installOptions]);
  if (status === 0) return;
  const said = error ? String(error) : (stderr ?? '');
  const reason = reasonOfInstall(said);
  if (reason === null) process.stderr.write(said);
  throw new PreparationError(reason ?? 'The packages could not be installed: npm says why above.');
}

const installOptions = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  // Development packages build the screens, optional ones bring Node and PostgreSQL: whatever npm is set to leave out.
  '--include=dev',
  '--include=optional',
  // A registry that is away is reported within seconds.
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];

function npm(words) {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'pipe'], encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return spawnSync(process.execPath, [script, ...words], options);
  return spawnSync('npm', words, { ...options, shell: process.platform === 'win32' });
}

/**
 * The known reasons, in a sentence each; null for any other.
 * @param {string} output what npm said, or why it could not be run
 */
export function reasonOfInstall(output) {
  if (/ENOSPC|EDQUOT/.test(output)) return `The disk that holds ${root} is full: free some space and start again.`;
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `This user may not write ${root} (or npm's cache): give the user that right, and start again.`;
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output)) {
    return 'The package registry cannot be reached: check the network, the proxy and `npm config get registry`, and start again.';
  }
  if (/spawn\w* npm ENOENT/.test(output))
    return 'npm was not found: it comes with Node (https://nodejs.org), and must be in PATH.';
  return null;
}

function build() {
  const stamp = stampOf(root);
  if (isBuilt(root) && readOrEmpty(buildStamp) === stamp) return;
  console.log('Building the screens …');
  const { status, stdout, stderr } = turbo(['run', 'build', '--output-logs=errors-only'], { stdio: 'pipe' });
  if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
  if (status !== 0) throw new PreparationError('The screens could not be built: the reason stands above.');
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(buildStamp, stamp);
  } catch {
    // Without a stamp the next start asks turbo again, which is only slower.
  }
}

/**
 * @param {string[]} words
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function turbo(words, options = { stdio: 'inherit' }) {
  const program = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
  return spawnSync(process.execPath, [program, ...words], { cwd: root, env, encoding: 'utf8', ...options });
}

function findNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const bundled = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(bundled) && spawnSync(bundled, ['--version'], { stdio: 'ignore' }).status === 0) return bundled;
  if (readsTypeScript(process.versions.node)) return process.execPath;
  throw new PreparationError(
    `Trellis runs on Node 22.18 or newer, which npm brings for Linux and Windows only; this is ${process.versions.node}. See https://nodejs.org.`,
  );
}

/** @param {string} version */
export function readsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
