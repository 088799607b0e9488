import { expect } from 'vitest';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { administrator, startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

test('a wrong password is refused in words, and the right one lets in', async ({ stranger }) => {
  await stranger.goesTo('/login');
  await stranger.triesToLogIn('wrong horse');
  await stranger.seesAlert('E-mail and password do not match');
  await stranger.triesToLogIn(administrator.password);
  await stranger.seesHeading('Opportunities');
});

test('who asks for a page without being logged in comes back to it after the log-in', async ({ stranger }) => {
  await stranger.goesTo('/account');
  await eventually(() => new URL(stranger.page.url()).pathname).toBe('/login');
  await stranger.triesToLogIn(administrator.password);
  await stranger.seesHeading('Accounts');
});

test('language and theme stay as they were chosen', async ({ user }) => {
  await user.opensList('account');
  await user.choosesInProfileMenu('Dark theme');
  await eventually(user.theme).toBe('dark');
  await user.choosesInProfileMenu('中文');
  await user.seesHeading('客户');
  await user.reloads();
  await user.seesHeading('客户');
  expect(await user.theme()).toBe('dark');
  expect(await user.language()).toBe('zh-CN');
  await user.choosesInProfileMenu('English');
  await user.seesHeading('Accounts');
});

test('menus open for those as well who let things move', async ({ user }) => {
  await user.page.emulateMedia({ reducedMotion: 'no-preference' });
  await user.opensList('account');
  await user.choosesInProfileMenu('Settings');
  await user.seesHeading('Settings');
});
