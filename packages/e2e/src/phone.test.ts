import { expect } from 'vitest';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

test('on a phone a list is made of cards that fit its width, and a card opens its record', async ({ phoneUser }) => {
  await phoneUser.opensList('account');
  const [first = ''] = await phoneUser.titles();
  await eventually(() => phoneUser.page.getByRole('main').getByRole('article').count()).toBeGreaterThan(3);
  await eventually(() => phoneUser.page.getByRole('grid').count()).toBe(0);
  await eventually(phoneUser.overflow).toBe(0);
  await phoneUser.page.getByRole('button', { name: 'Filter', exact: true }).click();
  await phoneUser.page.getByRole('option', { name: 'Name', exact: true }).click();
  const filter = await phoneUser.page.getByRole('dialog', { name: 'Filter' }).boundingBox();
  expect(filter?.x).toBeGreaterThanOrEqual(0);
  expect((filter?.x ?? NaN) + (filter?.width ?? NaN)).toBeLessThanOrEqual(390);
  await phoneUser.page.keyboard.press('Escape');
  await phoneUser.opensRecord(first);
  await phoneUser.seesHeading(first);
  await eventually(phoneUser.overflow).toBe(0);
});

test('on a phone the fields of an entity fit the width of the designer', async ({ phoneUser }) => {
  await phoneUser.opensDesigner('opportunity');
  const cut = 'document.querySelector("main").scrollWidth - document.querySelector("main").clientWidth';
  await eventually(() => phoneUser.page.evaluate<number>(cut)).toBe(0);
});

test('the page of a record ends where it ends, whatever it says to screen readers alone', async ({ phoneUser }) => {
  await phoneUser.opensList('opportunity');
  const [first = ''] = await phoneUser.titles();
  await phoneUser.opensRecord(first);
  await phoneUser.seesHeading(first);
  await phoneUser.startsEditing();
  await phoneUser.page.getByRole('button', { name: 'Add row' }).waitFor();
  expect(await phoneUser.emptinessBelow()).toBe(0);
});
