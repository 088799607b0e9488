// Whether node_modules holds what package-lock.json asks for, by comparing it with the record that npm leaves at the
// very end of an install. An optional package of another platform may be absent; one that is there must be the right one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} root */
export function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const found = readPackages(join(root, 'node_modules', '.package-lock.json'));
  return found !== null && wanted !== null && agrees(wanted, found);
}

/** Both as in the `packages` of a lockfile: from a folder to what lies there. */
export function agrees(wanted, found) {
  return Object.entries(wanted).every(([path, { version, optional, devOptional, link }]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const there = found[path];
    if (there) return Boolean(link) || there.version === version;
    return Boolean(optional || devOptional);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}
