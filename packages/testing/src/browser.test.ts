import { expect, test } from 'vitest';
import { findChromium, hasBrowser } from './browser.ts';

test('a browser that is named is taken, and none other when the name leads nowhere', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  expect(findChromium({ CHROMIUM_PATH: '/nowhere/chromium' })).toBeNull();
});

test('without a browser its tests are skipped, but in CI that is a failure', () => {
  expect(hasBrowser({ CHROMIUM_PATH: '/nowhere/chromium' })).toBe(false);
  expect(() => hasBrowser({ CHROMIUM_PATH: '/nowhere/chromium', CI: 'true' })).toThrow('No Chromium was found');
});
