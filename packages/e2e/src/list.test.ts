import { expect } from 'vitest';
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

test('a list that is sorted again and again before its rows have come shows them in the end', async ({ user }) => {
  const { page } = user;
  const query = '**/api/records/account/query';
  await user.opensList('account');
  await page.route(query, () => undefined);
  for (const column of ['Level', 'Status', 'Industry'])
    await Promise.all([page.waitForRequest(query), user.sortsBy(column)]);
  await page.unroute(query);
  await user.sortsBy('Critical machines');
  await eventually(user.titles).not.toEqual([]);
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

test('a filtered list that is then sorted by a head stays filtered', async ({ user }) => {
  await user.opensList('account');
  await user.filtersBy('Level', 'Key account');
  await eventually(async () => new Set(await user.column('Level'))).toEqual(new Set(['Key account']));
  await user.sortsBy('Critical machines');
  await eventually(() => user.page.url()).toContain('sort=machines');
  expect(user.page.url()).toContain('filter=');
});

test('what matches nothing says so, and offers the way back', async ({ user }) => {
  await user.opensList('account');
  await user.searchesFor('no account is called this');
  await user.sees('Nothing matches');
  await user.page.getByRole('button', { name: 'Clear search and filter' }).click();
  await eventually(user.titles).not.toEqual([]);
});

test('the sums below a list follow what it finds', async ({ user }) => {
  await user.opensList('opportunity');
  await eventually(user.totals).toMatch(/\d/);
  const all = await user.totals();
  await user.searchesFor('Tarnwell');
  await eventually(user.totals).not.toBe(all);
  await user.searchesFor('');
  await eventually(user.totals).toBe(all);
});

test('a list whose groups cannot be loaded says so, and loads them when asked to', async ({ user }) => {
  await user.opensList('opportunity');
  await user.losesServer('**/api/records/opportunity/aggregate');
  await user.goesTo('/opportunity?view=opportunity_by_owner');
  await user.seesAlert('Not now.');
  await user.findsServer('**/api/records/opportunity/aggregate');
  await user.page.getByRole('button', { name: 'Try again' }).click();
  await eventually(user.titles).not.toEqual([]);
});

test('a filter is built by keyboard alone, and leaves the focus where it was opened', async ({ user }) => {
  const { keyboard } = user.page;
  await user.opensList('opportunity');
  await user.page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
  await eventually(user.focused).toContain('Find a field');
  await keyboard.type('Amount');
  await keyboard.press('Enter');
  await eventually(user.focused).toBe('Value');
  await keyboard.type('300000');
  await keyboard.press('Shift+Tab');
  expect(await user.focused()).toBe('is at least');
  await keyboard.press('Enter');
  await eventually(() => user.page.getByRole('menu').count()).toBe(1);
  await keyboard.press('Escape');
  await eventually(user.focused).toBe('is at least');
  // While it is still leaving, the menu counts as what was opened last.
  await eventually(() => user.page.locator('.ant-popover').count()).toBe(1);
  await keyboard.press('Escape');
  await eventually(user.focused).toContain('Filter');
  await eventually(() => user.page.url()).toContain('300000');
});

test('a column that another one is added behind is as wide as it is when the list is opened', async ({ user }) => {
  await user.opensList('contact');
  await user.showsOnly('Birthday');
  await user.addsColumn('Influence');
  const added = await user.columnWidth('Birthday');
  await user.reloads();
  await eventually(() => user.columnWidth('Influence')).toBeGreaterThan(0);
  expect(added).toBe(await user.columnWidth('Birthday'));
});

test('a cell with choices offers them as soon as it is opened', async ({ user }) => {
  await user.opensList('opportunity');
  await user.opensCell('Stage');
  await user.page.getByRole('combobox', { name: 'Stage', expanded: true }).waitFor();
});

test('the grid speaks the language of its user to screen readers', async ({ user }) => {
  await user.opensList('opportunity');
  await eventually(() => user.page.getByRole('checkbox', { name: 'Space selects this row' }).count()).toBeGreaterThan(
    0,
  );
});

function toNumber(text: string): number {
  return Number(text.replaceAll(/\D/g, ''));
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0));
}
