import { expect } from 'vitest';
import { browserTest } from './driver/browser-test.ts';
import { watchScript } from './driver/script-weight.ts';
import { startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

test('the list loads less than 600 KB of compressed script at a desk', async ({ user }) => {
  const weight = watchScript(user.page);
  await user.opensList('account');
  expect(await weight()).toBeLessThan(600_000);
});

test('the list loads less than 350 KB of compressed script on a phone', async ({ phoneUser }) => {
  const weight = watchScript(phoneUser.page);
  await phoneUser.opensList('account');
  expect(await weight()).toBeLessThan(350_000);
});
