import { expect, test } from 'vitest';
import { readsTypeScript, reasonOfInstall } from './prepare.mjs';

test('an install that fails is explained in one sentence', () => {
  expect(reasonOfInstall('npm error code EACCES')).toContain('may not write');
  expect(reasonOfInstall('npm error code ENOSPC')).toContain('is full');
  expect(reasonOfInstall('npm error code EAI_AGAIN')).toContain('registry cannot be reached');
  expect(reasonOfInstall('Error: spawnSync npm ENOENT')).toContain('npm was not found');
  expect(reasonOfInstall('npm error code EINTEGRITY')).toBeNull();
});

test.each([
  ['20.20.2', false],
  ['22.17.9', false],
  ['22.18.0', true],
  ['23.5.0', false],
  ['23.6.0', true],
  ['24.0.0', true],
])('Node %s reads TypeScript: %s', (version, expected) => {
  expect(readsTypeScript(version)).toBe(expected);
});
