// What comes between somebody and their work: no network, a session that ends, a form closed too soon, a record in the trash.
import { expect } from 'vitest';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { administrator, startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

test('whose session ends while they type is told so, and finds what they typed', async ({ stranger: user }) => {
  await user.logsIn();
  await user.opensList('account');
  const [first = ''] = await user.titles();
  await user.opensRecord(first);
  await user.startsEditing();
  await user.fills({ 'Short name': 'Half-way' });
  await user.page.context().clearCookies();
  await user.saves();
  await user.sees('Your session has ended.');
  await user.triesToLogIn(administrator.password);
  await user.page.getByRole('button', { name: 'Restore' }).click();
  await eventually(() => user.inputAt('Short name')).toBe('Half-way');
});

test('what is saved without a network is refused in words, and stays in the form', async ({ user }) => {
  await user.opensList('account');
  await user.startsNew('Account');
  await user.fills({ Name: 'Remote works' });
  // The browser notes every request that finds no network.
  await user.page.evaluate('window.fetch = () => Promise.reject(new TypeError("offline"))');
  await user.page.context().setOffline(true);
  await user.saves();
  await user.sees('The server cannot be reached. What you typed is kept');
  expect(await user.inputAt('Name')).toBe('Remote works');
});

test('a changed form that is closed asks first, and Enter goes on editing', async ({ user }) => {
  await user.opensList('account');
  await user.startsNew('Account');
  await user.fills({ Name: 'Kept' });
  await user.page.getByRole('button', { name: 'Cancel' }).click();
  const keep = user.page.getByRole('button', { name: 'Keep editing' });
  await eventually(() => user.page.evaluate<string>('document.activeElement.textContent')).toBe('Keep editing');
  await keep.press('Enter');
  await keep.waitFor({ state: 'detached' });
  expect(await user.inputAt('Name')).toBe('Kept');
});

test('a deleted record is restored at its own address', async ({ user }) => {
  await user.opensList('lead');
  const [first = ''] = await user.titles();
  await user.opensRecord(first);
  await user.seesHeading(first);
  const address = user.page.url();
  await user.deletes();
  await user.goesTo(address);
  await user.sees('This record is in the trash');
  await user.page.getByRole('button', { name: 'Restore' }).click();
  await user.seesHeading(first);
});
