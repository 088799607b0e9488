// What a key costs in a form of 40 fields, of which 10 are shown by a condition, 5 are formulas and 5 are filled in.
import { expect } from 'vitest';
import { entity } from '@trellis/metadata/builders';
import type { Field } from '@trellis/metadata/kinds';
import { browserTest } from './driver/browser-test.ts';
import { startTemplate } from './driver/product.ts';
import { median, scriptTimes } from './driver/script-time.ts';
import { signedInClient } from './driver/signed-in-client.ts';

let id = '';
const test = browserTest(async () => {
  const product = await startTemplate('blank');
  const client = await signedInClient(product);
  const items = [{ op: 'put', ...sheet() }];
  const draft = await client.call<{ data: { id: string } }>('POST', '/api/metadata/drafts', { items });
  await client.call('POST', `/api/metadata/drafts/${draft.data.id}/publish`, {});
  id = (await client.create('sheet', { name: 'One', number_0: 2, number_1: 3 })).id;
  return product;
});

const followers = [
  { label: 'Text 0', follower: 'filled_4' },
  { label: 'Number 0', follower: 'formula_0' },
];

test.for(followers)('what hangs on “$label” follows each key', async ({ label, follower }, { user, annotate }) => {
  await user.goesTo(`/sheet/${id}`);
  await user.startsEditing();
  const { page } = user;
  const form = page.getByRole('main');
  await form.getByRole('textbox', { name: 'Day 3', exact: true }).waitFor();
  expect(await form.locator('[data-field]').count()).toBeGreaterThanOrEqual(40);
  const timeOf = await scriptTimes(page);
  await form.getByRole('textbox', { name: label, exact: true }).click();
  await page.keyboard.press('End');
  const followed = form.locator(`[data-field="${follower}"]`);
  const shown = async (): Promise<string> => {
    const input = followed.getByRole('textbox');
    return (await input.count()) > 0 ? input.inputValue() : followed.innerText();
  };
  const times: number[] = [];
  const states = [await shown()];
  for (const key of '12345') {
    times.push(await timeOf(() => page.keyboard.type(key)));
    states.push(await shown());
  }
  expect(new Set(states).size).toBe(6);
  await annotate(`median ${median(times).toFixed(1)} ms of script a key`);
});

function sheet() {
  const many = (count: number, name: string, make: (index: number) => object): Record<string, Field> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}_${index}`, make(index) as Field]));
  const shown = (index: number) => ({ '!=': [{ var: 'text_0' }, `hide ${index}`] });
  const formula = (index: number) => ({
    '+': [{ '*': [{ var: `number_${index}` }, { var: 'number_0' }] }, { '-': [{ var: `number_${index + 1}` }, 1.25] }],
  });
  const fields = {
    name: 'text' as const,
    ...many(5, 'text', (index) => ({ type: 'text', label: `Text ${index}` })),
    ...many(10, 'shown', (index) => ({ type: 'text', label: `Shown ${index}`, visible: shown(index) })),
    ...many(10, 'number', (index) => ({ type: 'decimal', scale: 2, label: `Number ${index}` })),
    ...many(5, 'formula', (index) => ({ type: 'formula', returns: 'currency', expression: formula(index) })),
    ...many(5, 'filled', (index) => ({ type: 'text', label: `Filled in ${index}` })),
    ...many(4, 'day', (index) => ({ type: 'date', label: `Day ${index}` })),
  };
  const fills = Array.from({ length: 5 }, (_, index) => [
    `fill_${index}`,
    { set: { [`filled_${index}`]: { cat: [{ upper: [{ var: 'text_0' }] }, ` ${index}`] } }, overwrite: true },
  ]);
  return entity('sheet', fields, { label: 'Sheet', fills: Object.fromEntries(fills) });
}
