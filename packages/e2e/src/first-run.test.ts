import { expect } from 'vitest';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startEmpty } from './driver/product.ts';

const test = browserTest(startEmpty);

test('the first start asks for language, administrator, template and sample data, and opens the list in that language', async ({
  stranger,
}) => {
  await stranger.goesTo('/');
  await stranger.seesHeading('Set up Trellis');
  const samples = stranger.page.getByRole('switch', { name: 'Fill it with sample data' });
  await samples.waitFor();
  await stranger.page.getByText('Blank', { exact: true }).click();
  expect(await samples.count()).toBe(0);
  await stranger.setsUpInChinese('客户关系管理');
  await stranger.seesHeading('商机');
  await eventually(stranger.titles).not.toEqual([]);
  await stranger.opensList('account');
  await stranger.seesHeading('客户');
  expect((await stranger.titles()).some((title) => /\p{Script=Han}/u.test(title))).toBe(true);
});
