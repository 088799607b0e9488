// Rows of a child table come, as one types, to what the server makes of them.
import { expect } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import type { WorkspaceClient } from '@trellis/testing/workspace-client';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startCrm } from './driver/product.ts';
import { median, scriptTimes } from './driver/script-time.ts';
import { signedInClient } from './driver/signed-in-client.ts';
import type { User } from './driver/user.ts';

const ofLine = { '*': [{ var: 'price' }, { var: 'quantity' }] };
const ofLines = { sum: [{ var: 'lines' }, { var: 'net' }] };
const baskets = [
  entity(
    'basket',
    {
      name: { type: 'text', label: 'Name' },
      lines: { type: 'child_table', entity: 'basket_line', parent_field: 'basket', label: 'Lines' },
      total: { type: 'formula', returns: 'currency', expression: ofLines, label: 'Total' },
      gathered: {
        type: 'rollup',
        from: 'basket_line',
        via: 'basket',
        function: 'sum',
        field: 'net',
        label: 'Gathered',
      },
    },
    { label: 'Basket', labels: 'Baskets' },
  ),
  entity(
    'basket_line',
    {
      basket: { type: 'lookup', entity: 'basket', on_delete: 'cascade', required: true },
      price: { type: 'currency', label: 'Price' },
      quantity: { type: 'integer', default: 1, label: 'Quantity' },
      net: { type: 'formula', returns: 'currency', expression: ofLine, label: 'Net' },
    },
    { ownership: 'none' },
  ),
].map((item) => ({ op: 'put', ...item }));

let client: WorkspaceClient;
let account: string;
let probe: string;
const test = browserTest(async () => {
  const product = await startCrm();
  client = await signedInClient(product);
  account = (await client.create('account', { name: 'Harbour Works' })).id;
  const one = { family: 'hardware', active: true };
  probe = (await client.create('product', { ...one, code: 'P-1', name: 'Probe', list_price: 120 })).id;
  const { data } = await client.call<{ data: { id: string } }>('POST', '/api/metadata/drafts', { items: baskets });
  await client.call('POST', `/api/metadata/drafts/${data.id}/publish`, {});
  await client.create('product', { ...one, code: 'P-2', name: 'Mast', list_price: 75.5 });
  return product;
});

test('a product that is chosen in a line gives its price and description, and the amount follows', async ({ user }) => {
  const sent = bodiesOf(user);
  await startsOpportunity(user, 'Probes');
  await user.page.getByRole('button', { name: 'Add row' }).click();
  await eventually(() => user.inputAt('Quantity, row 1')).toBe('1');
  await user.fills({ 'Product, row 1': { choose: 'Probe' } });
  await eventually(() => user.inputAt('Unit price, row 1')).toBe('120');
  expect(await user.inputAt('Description, row 1')).toBe('Probe');
  await eventually(() => amountOf(user, 0)).toBe('¥120');
  await user.fills({ 'Quantity, row 1': '3', 'Discount, row 1': '10' });
  await eventually(() => amountOf(user, 0)).toBe('¥324');
  // Added, and nothing typed in it.
  await user.page.getByRole('button', { name: 'Add row' }).click();
  await user.saves();
  await user.sees('“Probes” is created');
  expect(sent.at(-1)).toMatchObject({ lines: [{ product: probe, quantity: 3, discount: 10 }] });
  expect(Object.keys((sent.at(-1)?.['lines'] as readonly object[])[0] ?? {}).sort()).toEqual([
    'discount',
    'product',
    'quantity',
  ]);
  expect(await linesOf('Probes')).toMatchObject([
    { description: 'Probe', unit_price: 120, quantity: 3, discount: 10, amount: 324 },
  ]);
});

test('a price that was typed stays when the product changes; of a stored line only what was typed is sent', async ({
  user,
}) => {
  const lines = [{ product: probe }, { product: probe }];
  const { id } = await client.create('opportunity', { ...opportunity('Masts'), lines });
  const sent = bodiesOf(user);
  await user.goesTo(`/opportunity/${id}`);
  await user.startsEditing();
  await user.fills({ 'Unit price, row 1': '99', 'Product, row 1': { choose: 'Mast' } });
  await eventually(() => amountOf(user, 0)).toBe('¥99');
  // What the line had it keeps: it is not blank.
  expect(await user.inputAt('Description, row 1')).toBe('Probe');
  await user.fills({ 'Description, row 1': '' });
  await user.saves();
  await eventually(() => sent.length).toBe(1);
  const [first, second] = sent[0]?.['lines'] as readonly object[];
  expect(Object.keys(first ?? {}).sort()).toEqual(['description', 'id', 'product', 'unit_price']);
  expect(Object.keys(second ?? {})).toEqual(['id']);
  await eventually(() => linesOf('Masts')).toMatchObject([
    { product: { title: 'Mast' }, unit_price: 99, description: null, amount: 99 },
    { product: { title: 'Probe' }, unit_price: 120, description: 'Probe', amount: 120 },
  ]);
});

test('of two products that are chosen one after the other the last one counts, however late the first is answered', async ({
  user,
}) => {
  let answer: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (answer = resolve));
  let held = 0;
  await user.page.route(`**/api/records/product/${probe}?select=*`, async (route) => {
    held += 1;
    await late;
    await route.continue().catch(() => undefined);
  });
  await startsOpportunity(user, 'Late');
  await user.page.getByRole('button', { name: 'Add row' }).click();
  await user.fills({ 'Product, row 1': { choose: 'Probe' } });
  await eventually(() => held).toBe(1);
  await user.fills({ 'Product, row 1': { choose: 'Mast' } });
  await eventually(() => user.inputAt('Unit price, row 1')).toBe('75.5');
  answer();
  await user.page.waitForTimeout(300);
  expect(await user.inputAt('Unit price, row 1')).toBe('75.5');
  await user.fills({ 'Product, row 1': { choose: 'Probe' } });
  await eventually(() => user.inputAt('Unit price, row 1')).toBe('120');
  expect(held).toBe(1);
});

test('a formula over rows follows them; a roll-up stays as it is stored, and says so', async ({ user }) => {
  const lines = [{ price: 2, quantity: 3 }, { price: 5 }];
  const { id } = await client.create('basket', { name: 'Picnic', lines });
  await user.goesTo(`/basket/${id}`);
  await user.startsEditing();
  await eventually(() => user.shownAt('Gathered')).toBe('¥11');
  await user.fills({ 'Quantity, row 2': '4' });
  await eventually(() => user.shownAt('Total')).toBe('¥26');
  expect(await user.shownAt('Gathered')).toBe('¥11 Worked out when saved');
  await user.page.getByRole('button', { name: 'Add row' }).click();
  await user.fills({ 'Price, row 3': '10' });
  await eventually(() => user.shownAt('Total')).toBe('¥36');
  await user.page.getByRole('button', { name: 'Remove row 1' }).click();
  await eventually(() => user.shownAt('Total')).toBe('¥30');
  await user.saves();
  await eventually(() => user.valueOf('Gathered')).toContain('¥30');
  expect(await user.valueOf('Total')).toContain('¥30');
});

test('a key in one of 50 rows is followed by its amount and by no other', async ({ user, annotate }) => {
  const lines = Array.from({ length: 50 }, (_, index) => ({ product: probe, quantity: index + 1 }));
  const { id } = await client.create('opportunity', { ...opportunity('Many'), lines });
  await user.goesTo(`/opportunity/${id}`);
  await user.startsEditing();
  const box = user.page.getByRole('textbox', { name: 'Quantity, row 25', exact: true });
  await box.click();
  const timeOf = await scriptTimes(user.page);
  await user.page.keyboard.press('End');
  const amounts = (): Promise<string[]> => user.page.getByRole('row').allInnerTexts();
  const before = await amounts();
  const times: number[] = [];
  for (const key of '123') times.push(await timeOf(() => user.page.keyboard.type(key)));
  const after = await amounts();
  expect(after.filter((text, index) => text !== before[index])).toHaveLength(1);
  await annotate(`median ${median(times).toFixed(1)} ms of script a key`);
});

function opportunity(name: string) {
  return { name, account, close_date: '2035-06-30', amount: 1200 };
}

async function startsOpportunity(user: User, name: string): Promise<void> {
  await user.opensList('opportunity');
  await user.startsNew('Opportunity');
  await user.fills({ Name: name, Account: { choose: 'Harbour Works' }, 'Close date': '2035-06-30', Amount: '1200' });
}

function amountOf(user: User, row: number): Promise<string> {
  return user.page.locator('form, [role=dialog], main').locator('td[data-label="Amount"]').nth(row).innerText();
}

/** What is sent to be written. */
function bodiesOf(user: User): Record<string, unknown>[] {
  const bodies: Record<string, unknown>[] = [];
  user.page.on('request', (request) => {
    if (
      /\/api\/records\/opportunity(\/[-\da-f]+)?$/.test(request.url()) &&
      ['POST', 'PATCH'].includes(request.method())
    )
      bodies.push(request.postDataJSON() as Record<string, unknown>);
  });
  return bodies;
}

async function linesOf(name: string): Promise<unknown> {
  const filter = { '==': [{ var: 'opportunity.name' }, name] };
  const select = 'product,description,unit_price,quantity,discount,amount';
  return (await client.page('opportunity_line', { filter, select, sort: 'created_at' })).data;
}
