import { expect } from 'vitest';
import { seriousBarriers } from './driver/barriers.ts';
import { browserTest } from './driver/browser-test.ts';
import { startCrm } from './driver/product.ts';
import type { User } from './driver/user.ts';

const test = browserTest(startCrm);

const screens: Record<string, (user: User) => Promise<void>> = {
  list: (user) => user.opensList('account'),
  form: async (user) => {
    await user.opensList('account');
    await user.startsNew('Account');
  },
  record: async (user) => {
    await user.opensList('account');
    const [first = ''] = await user.titles();
    await user.opensRecord(first);
    await user.seesHeading(first);
    await user.seesDetails();
  },
  designer: (user) => user.opensDesigner('account'),
};

test('the log-in has no serious barrier', async ({ stranger }) => {
  await stranger.goesTo('/login');
  await stranger.seesHeading('Log in to Trellis');
  expect(await seriousBarriers(stranger.page)).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test.for(Object.keys(screens))(`the %s has no serious barrier in the ${theme} theme`, async (screen, { user }) => {
    await user.page.emulateMedia({ colorScheme: theme });
    await screens[screen]?.(user);
    expect(await user.theme()).toBe(theme);
    expect(await seriousBarriers(user.page)).toEqual([]);
  });
}
