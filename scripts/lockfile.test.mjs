import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));

test('the lockfile has every package that one of its packages asks for, on all platforms, or `npm ci` refuses it', () => {
  const missing = Object.values(packages).flatMap(({ dependencies, optionalDependencies }) =>
    Object.keys({ ...dependencies, ...optionalDependencies }).filter((name) => !names.has(name)),
  );
  expect(missing).toEqual([]);
});

test('the lockfile names no registry, so that it installs from whichever is configured', () => {
  const addresses = Object.values(packages).flatMap(({ resolved }) =>
    /^https?:/.test(resolved ?? '') ? resolved : [],
  );
  expect(addresses).toEqual([]);
});
