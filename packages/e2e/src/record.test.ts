import { expect } from 'vitest';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

const opportunity = { Name: 'Press line monitoring', 'Close date': '2035-06-30', Amount: '1200' };

test('a form says at the field what is missing and what a rule forbids, and saves when all is well', async ({
  user,
}) => {
  await user.opensList('opportunity');
  await user.startsNew('Opportunity');
  await user.saves();
  await eventually(() => user.messageAt('Name')).toContain('Please fill this in.');
  await user.fills({ ...opportunity, 'Close date': '2020-01-31', Account: { choose: 'Tarnwell Foods plc' } });
  await user.saves();
  await eventually(() => user.messageAt('Close date')).toContain('needs a close date from today on');
  await user.fills({ 'Close date': opportunity['Close date'] });
  await user.saves();
  await user.sees(`“${opportunity.Name}” is created`);
});

test('what only the server knows is said at the field as well', async ({ user }) => {
  await user.opensList('product');
  const [taken = ''] = await user.column('Code');
  await user.startsNew('Product');
  await user.fills({ Code: taken, Name: 'Twice', Family: { choose: 'Hardware' }, 'List price': '10' });
  await user.saves();
  await eventually(() => user.messageAt('Code')).toMatch(/already|taken|unique|exists/);
});

test('an edited record shows the new value, and its history the old one beside it', async ({ user }) => {
  await user.opensList('account');
  await user.searchesFor('Tarnwell Foods plc');
  await eventually(user.titles).toEqual(['Tarnwell Foods plc']);
  await user.opensRecord('Tarnwell Foods plc');
  await user.seesHeading('Tarnwell Foods plc');
  await user.startsEditing();
  await user.fills({ 'Short name': 'Tarnwell & Sons' });
  await user.saves();
  await eventually(() => user.valueOf('Short name')).toContain('Tarnwell & Sons');
  await user.opensTab('History');
  await eventually(user.history).toMatch(/Short name[\s\S]*Tarnwell[\s\S]*Tarnwell & Sons/);
});

test('a form has room for every column of its rows', async ({ user }) => {
  await user.opensList('opportunity');
  await user.startsNew('Opportunity');
  const form = user.page.getByRole('dialog');
  await form.getByRole('button', { name: 'Add row' }).click();
  const remove = await form.getByRole('button', { name: 'Remove row 1' }).boundingBox();
  expect((remove?.x ?? NaN) + (remove?.width ?? NaN)).toBeLessThan(1280);
});

test('a row shows what its formulas come to before it is saved; what is gathered from rows waits for the server', async ({
  user,
}) => {
  await user.opensList('opportunity');
  await user.startsNew('Opportunity');
  const form = user.page.getByRole('dialog');
  await form.getByRole('button', { name: 'Add row' }).click();
  await user.fills({ 'Unit price, row 1': '12.5', 'Quantity, row 1': '4' });
  await eventually(() => form.locator('td[data-label="Amount"]').innerText()).toBe('¥50');
  expect(await user.shownAt('Total of products')).toBe('Worked out when saved');
});

test('what could not be looked up is not offered to be made', async ({ user }) => {
  await user.opensList('opportunity');
  await user.startsNew('Opportunity');
  await user.losesServer('**/api/records/account/query');
  await user.page.getByRole('combobox', { name: 'Account', exact: true }).click();
  await user.sees('The records could not be looked up.');
  expect(await user.page.getByText('New Account').count()).toBe(0);
});

test('what is planned for a time that has passed looks overdue, in its list and where it belongs', async ({ user }) => {
  await user.opensList('activity', 'activity_overdue');
  await eventually(() => user.column('When')).toContainEqual(expect.stringContaining('Overdue'));
  expect((await user.column('When')).filter((text) => !text.includes('Overdue'))).toEqual([]);
  await user.opensList('activity', 'activity_planned');
  expect((await user.column('When')).filter((text) => text.includes('Overdue'))).toEqual([]);
});

test('a deleted record leads back to the list that it was opened from', async ({ user }) => {
  await user.opensList('lead', 'lead_all');
  const [first = ''] = await user.titles();
  await user.opensRecord(first);
  await user.deletes();
  await eventually(() => user.page.url()).toContain('view=lead_all');
  await user.undoes();
});

test('a deleted record comes back by undo, and later from the trash', async ({ user }) => {
  await user.opensList('lead');
  const [first = '', second = ''] = await user.titles();
  await user.opensRecord(first);
  await user.deletes();
  await eventually(user.titles).not.toContain(first);
  await user.undoes();
  await eventually(user.titles).toContain(first);
  await user.opensRecord(second);
  await user.deletes();
  await user.restoresFromTrash('lead', second);
  await user.opensList('lead');
  expect(await user.titles()).toContain(second);
});
