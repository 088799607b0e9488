// Forms that work out, fill in, narrow and judge while somebody types, and come to what the server comes to.
import { expect } from 'vitest';
import type { WorkspaceClient } from '@trellis/testing/workspace-client';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startTemplate, type Product } from './driver/product.ts';
import { signedInClient } from './driver/signed-in-client.ts';
import type { User } from './driver/user.ts';
import { formItems } from './form-order.ts';

const test = browserTest(startWithOrders);
let client: WorkspaceClient;
let jug: string;

async function startWithOrders(): Promise<Product> {
  const product = await startTemplate('blank');
  client = await signedInClient(product);
  const items = formItems.map((item) => ({ op: 'put', ...item }));
  const { data } = await client.call<{ data: { id: string } }>('POST', '/api/metadata/drafts', { items });
  await client.call('POST', `/api/metadata/drafts/${data.id}/publish`, {});
  await client.create('product', { name: 'Cup', price: 4.5 });
  jug = (await client.create('product', { name: 'Jug', price: 9 })).id;
  const place = { country: 'IE', city: 'Dublin', street: '7 Eccles Street' };
  await client.create('customer', { name: 'Bloom', favourite: jug, place });
  return product;
}

test('a formula follows what is typed, and comes to what the server saves', async ({ user }) => {
  await startsOrder(user);
  await user.fills({ Name: 'By hand', Price: '12.50', Goal: '100' });
  await eventually(() => user.shownAt('Net')).toBe('$12.50');
  await user.page.getByLabel('Quantity', { exact: true }).press('End');
  await user.page.keyboard.type('0');
  // While the field is still being typed into.
  await eventually(() => user.shownAt('Net')).toBe('$125');
  await eventually(() => user.shownAt('Share of goal')).toBe('125%');
  await user.fills({ Quantity: '3' });
  await eventually(() => user.shownAt('Share of goal')).toBe('37.5%');
  await user.saves();
  await user.sees('“By hand” is created');
  expect(await saved('By hand')).toMatchObject({ price: 12.5, quantity: 3, net: 37.5, share: 37.5 });
});

test('a chosen record fills in what follows from it, one thing after the other', async ({ user }) => {
  await startsOrder(user);
  await user.fills({ Name: 'For Bloom', Customer: { choose: 'Bloom' }, Quantity: '2' });
  await eventually(() => user.inputAt('Price')).toBe('9');
  await eventually(() => user.shownAt('Net')).toBe('$18');
  await eventually(() => chosenAt(user, 'Product')).toContain('Jug');
  await user.saves();
  await user.sees('“For Bloom” is created');
  expect(await saved('For Bloom')).toMatchObject({ product: { id: jug }, price: 9, net: 18 });
});

test('what was typed is not filled in again', async ({ user }) => {
  await startsOrder(user);
  await user.fills({ Name: 'My price', Price: '7', Product: { choose: 'Jug' } });
  await eventually(() => user.shownAt('Net')).toBe('$7');
  await user.saves();
  await user.sees('“My price” is created');
  expect(await saved('My price')).toMatchObject({ price: 7, product: { id: jug } });
});

test('of two choices the last one counts, however late the first is answered', async ({ user }) => {
  let answerCup: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (answerCup = resolve));
  let held = 0;
  await user.page.route('**/api/records/product/*?select=*', async (route) => {
    if (held++ > 0) return route.continue();
    await late;
    await route.continue().catch(() => undefined);
  });
  await startsOrder(user);
  await user.fills({ Product: { choose: 'Cup' } });
  await eventually(() => held).toBe(1);
  await user.fills({ Product: { choose: 'Jug' } });
  await eventually(() => user.inputAt('Price')).toBe('9');
  answerCup();
  await user.page.waitForTimeout(300);
  expect(await user.inputAt('Price')).toBe('9');
});

test('a choice that is no longer on offer is marked in the words of the server, and stays', async ({ user }) => {
  const refused = await client.send('POST', '/api/records/order', { state: 'lost', reason: 'price', quantity: 10 });
  const { errors } = refused.body as { readonly errors: readonly { readonly message: string }[] };
  await startsOrder(user);
  await user.fills({ State: { choose: 'Lost' } });
  await user.fills({ Reason: { choose: 'Price' } });
  await user.fills({ Quantity: '10' });
  await eventually(() => user.messageAt('Reason')).toBe(errors[0]?.message ?? 'the server says nothing');
  expect(await chosenAt(user, 'Reason')).toContain('Price');
  await user.page.getByRole('combobox', { name: 'Reason', exact: true }).click();
  const list = user.page.locator('.ant-select-dropdown').filter({ visible: true });
  await eventually(() => list.getByText('Time', { exact: true }).count()).toBe(1);
  expect(await list.getByText('Other', { exact: true }).count()).toBe(1);
  await user.page.keyboard.press('Tab');
  await user.fills({ Quantity: '9' });
  await eventually(() => user.messageAt('Reason')).toBe('');
});

test('a hidden value is kept or cleared as its field says', async ({ user }) => {
  await startsOrder(user);
  await user.fills({ Name: 'Hidden', State: { choose: 'Lost' } });
  await user.fills({ Reason: { choose: 'Time' }, Remark: 'too slow' });
  await user.fills({ State: { choose: 'Open' } });
  await eventually(() => user.page.getByLabel('Remark', { exact: true }).count()).toBe(0);
  await user.fills({ State: { choose: 'Lost' } });
  await eventually(() => user.inputAt('Remark')).toBe('too slow');
  expect(await chosenAt(user, 'Reason')).not.toContain('Time');
  await user.fills({ State: { choose: 'Open' } });
  await user.saves();
  await user.sees('“Hidden” is created');
  expect(await saved('Hidden')).toMatchObject({ state: 'open', reason: null, remark: null });
});

test('a rule speaks when its field is left, without asking the server', async ({ user }) => {
  await startsOrder(user);
  let asked = 0;
  user.page.on('request', (request) => (asked += request.method() === 'POST' ? 1 : 0));
  await user.types('Starts', '2026-05-02');
  await user.types('Ends', '2026-05-01');
  await eventually(() => user.messageAt('Ends')).toBe('The end comes after the start.');
  await user.saves();
  const ends = user.page.getByRole('textbox', { name: 'Ends', exact: true });
  await eventually(() => ends.and(user.page.locator(':focus')).count()).toBe(1);
  expect(asked).toBe(0);
  await user.types('Ends', '2026-05-03');
  await eventually(() => user.messageAt('Ends')).toBe('');
});

test('two clicks on Save make one record', async ({ user }) => {
  await startsOrder(user);
  await user.fills({ Name: 'Once' });
  let made = 0;
  user.page.on('request', (request) => (made += isCreation(request) ? 1 : 0));
  await user.savesTwice();
  await user.sees('“Once” is created');
  expect(made).toBe(1);
  const { data } = await client.page('order', { filter: { '==': [{ var: 'name' }, 'Once'] } });
  expect(data).toHaveLength(1);
});

function isCreation(request: { method(): string; url(): string }): boolean {
  return request.method() === 'POST' && request.url().endsWith('/api/records/order');
}

async function startsOrder(user: User): Promise<void> {
  await user.goesTo('/order');
  await user.startsNew('Order');
}

/** What a box with a list shows as chosen. */
function chosenAt(user: User, label: string): Promise<string> {
  const box = user.page.getByRole('combobox', { name: label, exact: true });
  return user.page.locator('.ant-select').filter({ has: box }).first().innerText();
}

async function saved(name: string): Promise<object> {
  const { data } = await client.page('order', { filter: { '==': [{ var: 'name' }, name] } });
  return data[0] ?? {};
}
