import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

test('a click on a column sorts, another one turns the order round', async ({ user }) => {
  const machines = async (): Promise<number[]> => (await user.column('Critical machines')).map(toNumber).slice(0, 10);
  await user.opensList('account');
  await user.sortsBy('Critical machines');
  await eventually(() => user.page.url()).toContain('sort=machines');
  await eventually(async () => isAscending(await machines())).toBe(true);
  await user.sortsBy('Critical machines');
  await eventually(async () => isAscending((await machines()).toReversed())).toBe(true);
});

test('two Chinese characters find the records that contain them', async ({ user }) => {
  await user.opensList('account');
  await user.searchesFor('瀚岳');
  await eventually(async () => (await user.titles()).filter((title) => !title.includes('瀚岳'))).toEqual([]);
  await eventually(async () => (await user.titles()).length).toBeGreaterThan(1);
});

test('a filtered list can be sent: its address shows somebody else the same', async ({ user, stranger }) => {
  await user.opensList('account');
  await user.filtersBy('Level', 'Key account');
  await eventually(() => user.page.url()).toContain('filter=');
  await eventually(async () => new Set(await user.column('Level'))).toEqual(new Set(['Key account']));
  await stranger.logsIn();
  await stranger.goesTo(user.page.url());
  await eventually(stranger.titles).toEqual(await user.titles());
});

test('what matches nothing says so, and offers the way back', async ({ user }) => {
  await user.opensList('account');
  await user.searchesFor('no account is called this');
  await user.sees('Nothing matches');
  await user.page.getByRole('button', { name: 'Clear search and filter' }).click();
  await eventually(user.titles).not.toEqual([]);
});

function toNumber(text: string): number {
  return Number(text.replaceAll(/\D/g, ''));
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0));
}
