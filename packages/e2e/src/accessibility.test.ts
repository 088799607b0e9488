import { expect } from 'vitest';
import { seriousBarriers } from './driver/barriers.ts';
import { browserTest } from './driver/browser-test.ts';
import { startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

test('the log-in has no serious barrier', async ({ stranger }) => {
  await stranger.goesTo('/login');
  await stranger.seesHeading('Log in to Trellis');
  expect(await seriousBarriers(stranger.page)).toEqual([]);
});

test.for(['light', 'dark'] as const)(
  'list, form, record and designer have no serious barrier in the %s theme',
  async (theme, { user }) => {
    const barriers = () => seriousBarriers(user.page);
    await user.page.emulateMedia({ colorScheme: theme });
    await user.opensList('account');
    const list = await barriers();
    const [first = ''] = await user.titles();
    await user.opensRecord(first);
    await user.seesDetails();
    const record = await barriers();
    await user.startsEditing();
    const form = await barriers();
    await user.opensDesigner('account');
    const designer = await barriers();
    expect(await user.theme()).toBe(theme);
    expect({ list, record, form, designer }).toEqual({ list: [], record: [], form: [], designer: [] });
  },
);
