// Whether the screens are built from the sources as they are now, judged by the names, sizes and times of the files that
// go into them: a few milliseconds, where asking turbo takes a second.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['designer', 'runtime-ui', 'packages'];
const files = ['package.json', 'package-lock.json', 'turbo.json', 'tsconfig.json', 'tsconfig.browser.json'];
const skipped = /^(node_modules|dist|coverage|\.turbo)$|\.test\.tsx?$/;

/** @param {string} root */
export function stampOf(root) {
  const hash = createHash('sha256');
  const add = (path) => {
    const status = statSync(join(root, path), { throwIfNoEntry: false });
    if (status?.isFile()) hash.update(`${path}\0${status.size}\0${status.mtimeMs}\n`);
    if (status?.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) visit(path, name);
  };
  const visit = (path, name) => {
    if (!skipped.test(name)) add(`${path}/${name}`);
  };
  [...folders, ...files].forEach(add);
  return hash.digest('hex');
}

/** Whether everything that has a build has left its result. */
export function isBuilt(root) {
  return ['designer', 'runtime-ui'].every((app) => existsSync(join(root, app, 'dist')) || !hasBuild(join(root, app)));
}

function hasBuild(folder) {
  const file = join(folder, 'package.json');
  return existsSync(file) && 'build' in (JSON.parse(readFileSync(file, 'utf8')).scripts ?? {});
}
